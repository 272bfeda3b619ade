import { expect, test } from 'vitest';
import { noAnnotation } from '../../../main/contract/annotation.ts';
import { cpuTime } from '../../../test/cpu-time.ts';
import { tinyRun } from '../../model/lab/fixture.ts';
import { everything, isNarrow, listRuns, narrow } from './find-runs.ts';

const runs = Object.fromEntries(
  [
    tinyRun({ number: 1 }),
    tinyRun({ number: 2, status: 'stopped', complete: false, seed: 77 }),
    tinyRun({ number: 3, lab: 'other' }),
  ].map((run) => [run.id, run]),
);
const annotations = {
  'run-1-aaaa': {
    ...noAnnotation,
    starred: true,
    name: 'Best so far',
    note: 'Compare with the WHALE',
  },
};
const listed = listRuns(runs, annotations);
const found = (over: object) =>
  narrow(listed, { ...everything, ...over }, annotations).map(({ number }) => number);

test('newest first, all of them', () => {
  expect(found({})).toEqual([3, 2, 1]);
  expect(isNarrow(everything)).toBe(false);
});
test('by lab, by how it ended, by star, and all at once', () => {
  expect(found({ lab: 'other' })).toEqual([3]);
  expect(found({ status: 'stopped' })).toEqual([2]);
  expect(found({ starred: true })).toEqual([1]);
  expect(found({ starred: true, lab: 'other' })).toEqual([]);
});
test('every word must be there: in the name, the note, the seed or the number', () => {
  expect(found({ words: 'whale best' })).toEqual([1]);
  expect(found({ words: 'seed 77' })).toEqual([2]);
  expect(found({ words: 'whale seed 77' })).toEqual([]);
  expect(found({ words: '  ' })).toEqual([3, 2, 1]);
});
test('a new name is found at once', () => {
  const renamed = { 'run-1-aaaa': { ...noAnnotation, name: 'Zebra' } };
  expect(narrow(listRuns(runs, renamed), { ...everything, words: 'zebra' }, renamed)).toHaveLength(
    1,
  );
  expect(narrow(listRuns(runs, renamed), { ...everything, words: 'whale' }, renamed)).toHaveLength(
    0,
  );
});
test('five thousand runs are searched well within a frame or three', () => {
  const many = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, i) => tinyRun({ number: i + 1, seed: i })).map((run) => [
      run.id,
      run,
    ]),
  );
  listRuns(many, {});
  const { value: hits, ms } = cpuTime(() =>
    narrow(listRuns(many, {}), { ...everything, words: 'seed 4999' }, {}),
  );
  // The goal is 50 ms; a slow machine gets five times that.
  expect(ms).toBeLessThan(250);
  // The seed of one, the number of the other.
  expect(hits.map(({ number }) => number)).toEqual([5_000, 4_999]);
});
