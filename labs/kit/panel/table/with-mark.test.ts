import { expect, it } from 'vitest';
import { noChoice, survey, type ReadingChoice } from '../../../data/survey.ts';
import { withMark } from './with-mark.ts';

const file = new Blob([`x,y\n${'1,5\n2,-99\n3,NA\n4,7\n'.repeat(5)}`]);
const missing = async (choice: ReadingChoice) =>
  (await survey(file, choice)).columns.map((column) => column.missing);

it('a cell that was said to be missing can be said to be a value again', async () => {
  expect(await missing(noChoice)).toEqual([0, 5]);
  const marked = withMark(noChoice, '-99', true);
  expect(await missing(marked)).toEqual([0, 10]);
  expect(await missing(withMark(marked, '-99', false))).toEqual([0, 5]);
});

it('a usual mark can be said to be a value, and to be missing again', async () => {
  const kept = withMark(noChoice, 'NA', false);
  expect(await missing(kept)).toEqual([0, 0]);
  expect(await missing(withMark(kept, 'NA', true))).toEqual([0, 5]);
});
