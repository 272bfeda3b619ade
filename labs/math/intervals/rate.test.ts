import { describe, expect, it } from 'vitest';
import { betaCdf, betaQuantile } from './beta.ts';
import { normalCdf, z95 } from './normal.ts';
import { clopperPearson, rateInterval, wilson } from './rate.ts';

const near = (got: readonly number[], expected: readonly number[], digits = 4) =>
  expected.forEach((value, i) => expect(got[i]).toBeCloseTo(value, digits));

describe('distributions', () => {
  it('normal: known values, and its own tails', () => {
    near([normalCdf(0), normalCdf(z95), normalCdf(-3)], [0.5, 0.975, 0.001349898], 9);
    near([normalCdf(-9), normalCdf(9)], [0, 1], 12);
  });
  it('beta: where it is a polynomial, and back again', () => {
    near([betaCdf(0.3, 1, 1), betaCdf(0.3, 2, 1), betaCdf(0.3, 2, 2)], [0.3, 0.09, 0.216], 12);
    for (const [a, b] of [
      [0.5, 7.25],
      [40, 3],
      [900, 4_000],
    ] as const)
      for (const q of [0.025, 0.5, 0.975])
        expect(betaCdf(betaQuantile(q, a, b), a, b)).toBeCloseTo(q, 10);
  });
});

describe('rates', () => {
  it('Wilson: examples of Newcombe 1998 (Stat. Med. 17, 857), method 3', () => {
    near(wilson({ p: 81 / 263, n: 263 }), [0.2553, 0.3662]);
    near(wilson({ p: 15 / 148, n: 148 }), [0.0624, 0.1605]);
    near(wilson({ p: 0, n: 20 }), [0, 0.1611]);
    near(wilson({ p: 1 / 29, n: 29 }), [0.0061, 0.1718]);
  });
  it('Clopper–Pearson: the same examples, method 5, and closed forms at the ends', () => {
    near(clopperPearson({ p: 81 / 263, n: 263 }), [0.2527, 0.3676]);
    near(clopperPearson({ p: 1 / 29, n: 29 }), [0.0009, 0.1776]);
    near(clopperPearson({ p: 1, n: 4 }), [0.025 ** (1 / 4), 1], 10);
    near(clopperPearson({ p: 0, n: 36 }), [0, 1 - 0.025 ** (1 / 36)], 10);
  });
  it('is exact below 40 rows of its own and Wilson’s from there, and says which', () => {
    expect(rateInterval({ p: 0.5, n: 39 })!.method).toBe('exact');
    expect(rateInterval({ p: 0.5, n: 39.9 })!.method).toBe('exact');
    expect(rateInterval({ p: 0.5, n: 40 })).toEqual({
      method: 'wilson',
      interval: wilson({ p: 0.5, n: 40 }),
    });
    expect(rateInterval({ p: 0, n: 0 })).toBeNull();
  });
  it('never has a width of 0, also at 0 and 1, and holds its rate', () => {
    for (const n of [1, 4, 39, 40, 1e6])
      for (const p of [0, 0.5, 1]) {
        const [low, high] = rateInterval({ p, n })!.interval;
        expect(low <= p && p <= high && low < high).toBe(true);
        expect(low >= 0 && high <= 1).toBe(true);
      }
  });
});
