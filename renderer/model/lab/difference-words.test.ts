import { expect, it } from 'vitest';
import { z } from 'zod';
import { numberParameter } from '../../../labs/parameters.ts';
import { differenceWords } from './difference-words.ts';
import { tinyLab } from './fixture.ts';

const usual = { epochs: 3, load: 10, kind: 'a' };

it.each([
  [{}, null],
  [{ epochs: 5 }, 'The question is about Epochs 3. Here: Epochs 5.'],
  [{ load: 90, kind: 'b' }, 'The question is about Load 10 /s, Kind a. Here: Load 90 /s, Kind b.'],
])('says how %j differs', (here, words) =>
  expect(differenceWords(tinyLab, usual, { ...usual, ...here })).toBe(words),
);

it('names nothing that answers the open question of a part', () => {
  const shape = { ...tinyLab.parameters.shape };
  shape['load'] = numberParameter({
    label: 'Poison',
    help: '',
    min: 1,
    max: 100,
    default: 10,
    answers: 'one',
  });
  const lab = { ...tinyLab, parameters: z.object(shape) } as typeof tinyLab;
  const words = (here: object, asking: string | null) =>
    differenceWords(lab, usual, { ...usual, ...here }, asking);
  expect(words({ load: 90 }, 'one')).toBe('The question is about other settings than these.');
  expect(words({ load: 90, epochs: 4 }, 'one')).toBe(
    'The question is about Epochs 3. Here: Epochs 4, and 1 more.',
  );
  expect(words({ load: 90 }, 'two')).toContain('Poison');
  expect(words({ load: 90 }, null)).toContain('Poison');
});

it('counts what is more than three', () => {
  const shape = tinyLab.parameters.shape;
  const lab = {
    ...tinyLab,
    parameters: tinyLab.parameters.extend({ more: shape['epochs']!, most: shape['load']! }),
  };
  const [asked, here] = [
    { ...usual, more: 1, most: 1 },
    { epochs: 4, load: 11, kind: 'b', more: 2, most: 2 },
  ];
  expect(differenceWords(lab, asked, here)).toBe(
    'The question is about Epochs 3, Load 10 /s, Kind a. Here: Epochs 4, Load 11 /s, Kind b, and 2 more.',
  );
});
