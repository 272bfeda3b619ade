import { expect, test } from 'vitest';
import { segmentFills } from './progress.tsx';

test('a fraction fills the bars from the left', () => {
  expect(segmentFills(0.5, 4)).toEqual([1, 1, 0, 0]);
  expect(segmentFills(0.7, 5).map((x) => Number(x.toFixed(2)))).toEqual([1, 1, 1, 0.5, 0]);
});

test('the phase under way shows something from the start, later ones nothing', () => {
  expect(segmentFills(0.1, 5, 2)).toEqual([1, 1, 0.08, 0, 0]);
});

test('a bad fraction or count draws an empty or full bar, never a broken one', () => {
  expect(segmentFills(NaN, 2)).toEqual([0, 0]);
  expect(segmentFills(7, 2)).toEqual([1, 1]);
  expect(segmentFills(-1, 2)).toEqual([0, 0]);
  expect(segmentFills(1, 0)).toEqual([1]);
  expect(segmentFills(1, NaN)).toEqual([1]);
});
