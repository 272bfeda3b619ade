import { expect, it } from 'vitest';
import { worstDifference } from './self-check-cases.ts';

it.each([
  [[[1, 2]], [[1, 2]], 0],
  [[[1.5]], [[1]], 0.5],
  [[[100.5]], [[100]], 0.005],
  [[[1]], [[1, 2]], Infinity],
  [[], [[1]], Infinity],
  [[[NaN]], [[1]], Infinity],
  [[[NaN, 1]], [[1, 1]], Infinity],
])('%j against %j differs by %d', (found, expected, worst) =>
  expect(worstDifference(found, expected)).toBeCloseTo(worst, 10),
);
