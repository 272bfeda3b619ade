import { expect, it } from 'vitest';
import { compareRuns } from './compare-runs.ts';
import { tinyLab, tinyRun } from '../lab/fixture.ts';

const run = (number: number, load: number, result: unknown, seed = 1) =>
  tinyRun({ number, parameters: { epochs: 3, load, kind: 'a' }, result: result as never, seed });

it('names the settings that differ, then the numbers, each with its exact difference', () => {
  const { settings, numbers } = compareRuns(tinyLab, [
    run(1, 10, { n: 0.1 }),
    run(2, 90, { n: 0.3 }),
  ]);
  expect(settings).toEqual([
    { what: 'Load, /s', values: ['10', '90'], differences: [null, '+80'] },
  ]);
  // 0.3 − 0.1 is no 0.19999999999999998 here.
  expect(numbers).toEqual([
    { what: 'all: n', values: ['0.1', '0.3'], differences: [null, '+0.2'] },
  ]);
});
it('leaves out what is the same, and counts the seed as a setting', () => {
  expect(compareRuns(tinyLab, [run(1, 10, { n: 1 }), run(2, 10, { n: 1 })])).toEqual({
    settings: [],
    numbers: [],
  });
  expect(compareRuns(tinyLab, [run(1, 10, { n: 1 }), run(2, 10, { n: 1 }, 7)]).settings).toEqual([
    { what: 'Seed', values: ['1', '7'], differences: [null, '+6'] },
  ]);
});
it('shows a dash where a run has no such number, and no difference from it', () => {
  expect(compareRuns(tinyLab, [run(1, 10, null), run(2, 10, { n: 2 })]).numbers).toEqual([
    { what: 'all: n', values: ['–', '2'], differences: [null, null] },
  ]);
});
it('a word has no difference', () => {
  expect(
    compareRuns(tinyLab, [run(1, 10, { n: 'unstable' }), run(2, 10, { n: 2 })]).numbers[0],
  ).toMatchObject({ values: ['unstable', '2'], differences: [null, null] });
});
it('says a loss with a true minus', () => {
  expect(
    compareRuns(tinyLab, [run(1, 10, { n: 2.5 }), run(2, 10, { n: 1 })]).numbers[0]!.differences,
  ).toEqual([null, '−1.5']);
});
