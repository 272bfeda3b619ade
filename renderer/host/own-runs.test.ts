import { expect, test } from 'vitest';
import { noAnnotation } from '../../main/contract/annotation.ts';
import { tinyRun } from '../model/lab/fixture.ts';
import { inlineRun } from '../model/runs/choose-run.ts';
import { ownRuns } from './own-runs.ts';

const origin = {
  id: 'run-00000009',
  number: 9,
  hash: 'x',
  hashFits: true,
  importedAt: '2026-01-01T00:00:00.000Z',
};
const mine = tinyRun({ id: 'run-00000001', number: 1 });
const theirs = tinyRun({ id: 'run-00000002', number: 2 });
const runs = { [mine.id]: mine, [theirs.id]: theirs };

test('an imported run is none of the learner’s own, however new it is; a star or a name changes nothing', () => {
  const own = ownRuns(runs, {
    [mine.id]: { ...noAnnotation, starred: true, name: 'Mine' },
    [theirs.id]: { ...noAnnotation, origin },
  });
  expect(Object.keys(own)).toEqual([mine.id]);
  expect(inlineRun(own, mine.lab)?.number).toBe(1);
});

test('one that the learner made on another computer counts, unless it was changed after it was written', () => {
  const said = (more: object) =>
    Object.keys(
      ownRuns(runs, { [theirs.id]: { ...noAnnotation, origin: { ...origin, ...more } } }),
    );
  expect(said({ mine: true })).toEqual([mine.id, theirs.id]);
  expect(said({ mine: false })).toEqual([mine.id]);
  expect(said({ mine: true, hashFits: false })).toEqual([mine.id]);
});

test('without imported runs the same object comes back', () =>
  expect(ownRuns(runs, { [mine.id]: { ...noAnnotation, note: 'x' } })).toBe(runs));
