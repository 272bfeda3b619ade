import { describe, expect, it } from 'vitest';
import { nonNegativeLine } from './regression.ts';

describe('nonNegativeLine', () => {
  it('finds a line through points that lie on one', () => {
    const line = nonNegativeLine([1, 2, 4, 8], [0.5, 0.7, 1.1, 1.9]);
    expect(line.intercept).toBeCloseTo(0.3, 12);
    expect(line.slope).toBeCloseTo(0.2, 12);
  });
  it('minimises the squared error', () => {
    const x = [1, 2, 3, 4];
    const y = [2, 2.5, 3.9, 4.1];
    const line = nonNegativeLine(x, y);
    const error = (a: number, b: number) =>
      x.reduce((sum, v, i) => sum + (y[i]! - a - b * v) ** 2, 0);
    const best = error(line.intercept, line.slope);
    for (const [da, db] of [
      [0.01, 0],
      [-0.01, 0],
      [0, 0.01],
      [0, -0.01],
    ] as const)
      expect(error(line.intercept + da, line.slope + db)).toBeGreaterThan(best);
  });
  it('never gives a negative time', () => {
    expect(nonNegativeLine([1, 2, 3], [3, 2, 1])).toEqual({ intercept: 2, slope: 0 });
    const through = nonNegativeLine([1, 2, 3], [0.5, 2, 3.5]);
    expect(through.intercept).toBe(0);
    expect(through.slope).toBeCloseTo(15 / 14, 12);
  });
  it('takes one point as a flat line', () =>
    expect(nonNegativeLine([4], [2])).toEqual({ intercept: 2, slope: 0 }));
  it('refuses lists that do not fit', () => {
    expect(() => nonNegativeLine([], [])).toThrow(RangeError);
    expect(() => nonNegativeLine([1, 2], [1])).toThrow(RangeError);
  });
});
