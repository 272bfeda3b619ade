import { expect, test } from 'vitest';
import { tinyRun, tinyStory } from '../lab/fixture.ts';
import { pairOf, stepOf } from './pair.ts';

const prediction = {
  step: 'one-predict',
  question: 'How many?',
  value: 3,
  unit: 'ms',
  lockedAt: '2026-01-01T00:00:00.000Z',
};

test('said and was stand on the scale that was asked on', () => {
  const step = stepOf(tinyStory, 'one-predict');
  expect(pairOf(tinyRun({ prediction }), { n: 1 }, step)).toEqual({
    said: '3',
    was: '1.0',
    unit: 'ms',
    places: { said: 3 / 9, was: 1 / 9 },
    verdict: null,
  });
});
test('without a whole result only what was said is there', () => {
  const step = stepOf(tinyStory, 'one-predict');
  expect(pairOf(tinyRun({ prediction, complete: false }), { n: 1 }, step)).toMatchObject({
    said: '3',
    was: null,
    places: { was: null },
  });
  expect(pairOf(tinyRun({ prediction }), { n: 1 }, stepOf(tinyStory, 'gone'))).toMatchObject({
    said: '3',
    was: null,
    places: null,
  });
  expect(pairOf(tinyRun(), { n: 1 }, step)).toBeNull();
});
