import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from './random.ts';
import {
  histogram,
  interval95,
  mean,
  nearestRank,
  percentile,
  percentilesInPlace,
  percentileType7,
  quickselect,
  standardError,
  tCritical95,
  variance,
} from './statistics.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('moments', () => {
  it('gives mean, variance and standard error', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(variance([1, 2, 6])).toBe(7);
    expect(standardError([1, 2, 6])).toBeCloseTo(Math.sqrt(7 / 3), 12);
  });
  it('is null, never NaN, where there is nothing to say', () => {
    expect([
      mean([]),
      variance([]),
      variance([3]),
      standardError([3]),
      interval95([3]),
      percentile([], 0.5),
      percentileType7([], 0.5),
    ]).toEqual([null, null, null, null, null, null, null]);
  });
});

describe('percentiles', () => {
  /** −0 and +0 are one number: which of two equal ones stands first is no part of a percentile, though `sort` decides it. */
  const oneZero = (value: number) => value + 0;
  const expectAsSorted = (values: number[], p: number) => {
    const sorted = Float64Array.from(values).sort();
    const k = nearestRank(p, values.length);
    expect(oneZero(quickselect(Float64Array.from(values), k))).toBe(oneZero(sorted[k]!));
  };
  it('agrees with sorting, for any sample', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(finite, fc.constantFrom(0, 1, 1, 2)), { minLength: 1, maxLength: 200 }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        expectAsSorted,
      ),
    );
  });
  it('takes −0 and +0 for equal, as they are', () => {
    expectAsSorted([0, 0, 0, -0], 0.001);
  });
  it('finds several in one pass as it finds each alone', () => {
    const random = seededRandom(4);
    const values = Float64Array.from({ length: 10_001 }, () => random.exponential());
    const alone = [0.5, 0.95, 0.99].map((p) => percentile(values, p));
    expect(percentilesInPlace(Float64Array.from(values), values.length, [0.5, 0.95, 0.99])).toEqual(
      alone,
    );
  });
  it('is linear also for sorted, reversed and constant samples', () => {
    const n = 300_000;
    for (const make of [(i: number) => i, (i: number) => n - i, () => 5]) {
      const values = Float64Array.from({ length: n }, (_, i) => make(i));
      const sorted = Float64Array.from(values).sort();
      expect(quickselect(values, 299_000)).toBe(sorted[299_000]);
    }
  });
  it('uses nearest rank: 7 % of 100 is the 7th, not the 8th', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    expect([0.07, 0.5, 0.95, 0.99].map((p) => percentile(hundred, p))).toEqual([7, 50, 95, 99]);
    expect(percentile([4], 0.99)).toBe(4);
  });
  it('leaves the sample as it was', () => {
    const values = [3, 1, 2];
    percentile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });
  it('interpolates for type 7', () => {
    expect(percentileType7([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(percentileType7([4, 8, 12, 16], 0.95)).toBeCloseTo(15.4, 12);
  });
});

describe('intervals', () => {
  it.each([
    [1, 12.7062047362],
    [2, 4.3026527297],
    [4, 2.7764451052],
    [9, 2.2621571628],
    [19, 2.0930240544],
    [30, 2.0422724563],
    [200, 1.9718962236],
  ])('t with %i degrees of freedom stays within %d', (df, expected) =>
    expect(tCritical95(df)).toBeCloseTo(expected, 8),
  );
  it('gives the interval of a small sample', () => {
    const [low, high] = interval95([10, 12, 14])!;
    expect(low).toBeCloseTo(12 - 4.3026527297 * (2 / Math.sqrt(3)), 6);
    expect(high).toBeCloseTo(12 + 4.3026527297 * (2 / Math.sqrt(3)), 6);
  });
  it.each([0, -1, 1.5, Number.NaN])('refuses %s degrees of freedom', (df) =>
    expect(() => tCritical95(df)).toThrow(RangeError),
  );
});

describe('histogram', () => {
  it('puts what lies outside into the end bins', () => {
    expect(histogram([-5, 0, 0.9, 1, 2.5, 99], 0, 1, 3)).toEqual([3, 1, 2]);
  });
  it('holds everything in one bin where the width is 0', () => {
    expect(histogram([2, 2, 2], 2, 0, 2)).toEqual([3, 0]);
  });
});
