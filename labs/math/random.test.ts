import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, type Random } from './random.ts';

const draws = (n: number, draw: () => number) => Float64Array.from({ length: n }, draw);
/** Raw moments, to be held against the distribution's own with about five standard errors. */
function moment(values: Float64Array, power: number): number {
  return values.reduce((sum, v) => sum + v ** power, 0) / values.length;
}
const n = 400_000;

describe('seededRandom', () => {
  it('draws uniform numbers in [0, 1) with the right moments and flat bins', () => {
    const random = seededRandom(1);
    const values = draws(n, () => random.uniform());
    expect(values.every((v) => v >= 0 && v < 1)).toBe(true);
    expect(moment(values, 1)).toBeCloseTo(1 / 2, 2);
    expect(moment(values, 2)).toBeCloseTo(1 / 3, 2);
    const bins = new Array<number>(50).fill(0);
    for (const v of values) bins[Math.floor(v * 50)]! += 1;
    const chi2 = bins.reduce((sum, count) => sum + (count - n / 50) ** 2 / (n / 50), 0);
    expect(chi2).toBeLessThan(95);
  });

  it('draws standard normal numbers, tails included', () => {
    const random = seededRandom(2);
    const values = draws(n, () => random.normal());
    const near = (power: number, expected: number, error: number) =>
      expect(Math.abs(moment(values, power) - expected)).toBeLessThan((5 * error) / Math.sqrt(n));
    near(1, 0, 1);
    near(2, 1, Math.sqrt(2));
    near(3, 0, Math.sqrt(15));
    near(4, 3, Math.sqrt(96));
    const share = (test: (v: number) => boolean) => values.filter(test).length / n;
    expect(share((v) => v < -1)).toBeCloseTo(0.15866, 2);
    expect(share((v) => Math.abs(v) > 3.4426)).toBeGreaterThan(0.0004);
    expect(share((v) => Math.abs(v) > 3.4426)).toBeLessThan(0.00075);
    expect(share((v) => v > 0)).toBeCloseTo(0.5, 2);
  });

  it('draws exponential numbers, tails included', () => {
    const random = seededRandom(3);
    const values = draws(n, () => random.exponential());
    expect(values.every((v) => v >= 0)).toBe(true);
    expect(Math.abs(moment(values, 1) - 1)).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(moment(values, 2) - 2)).toBeLessThan((5 * Math.sqrt(20)) / Math.sqrt(n));
    for (const t of [0.1, 1, 3, 7.7]) {
      const expected = Math.exp(-t);
      expect(Math.abs(values.filter((v) => v > t).length / n - expected)).toBeLessThan(
        5 * Math.sqrt(expected / n),
      );
    }
  });

  it('gives the same numbers for the same seed and others for another', () => {
    const all = (random: Random) => [
      random.uniform(),
      random.normal(),
      random.exponential(),
      random.integer(1000),
      random.seed(),
      ...random.permutation(9),
    ];
    expect(all(seededRandom(7))).toEqual(all(seededRandom(7)));
    expect(all(seededRandom(7))).not.toEqual(all(seededRandom(8)));
  });

  it('is fixed for ever: a recorded run must replay', () => {
    const random = seededRandom(7);
    expect([
      random.integer(1_000_000),
      random.integer(1_000_000),
      random.fork('data').integer(1_000_000),
    ]).toMatchInlineSnapshot(`
      [
        326772,
        407116,
        29292,
      ]
    `);
  });

  it('forks by label and seed, whatever was drawn before', () => {
    const fresh = seededRandom(7);
    const used = seededRandom(7);
    for (let i = 0; i < 10; i++) used.normal();
    expect(used.fork('data').uniform()).toBe(fresh.fork('data').uniform());
    expect(fresh.fork('data').uniform()).not.toBe(fresh.fork('order').uniform());
    expect(fresh.fork('a').fork('b').uniform()).not.toBe(fresh.fork('a/1:b').uniform());
    const parent = fresh.fork('data');
    expect(parent.fork('x').uniform()).toBe(seededRandom(7).fork('data').fork('x').uniform());
  });

  it('makes forks that do not follow one another', () => {
    const a = draws(
      20_000,
      (() => {
        const r = seededRandom(7).fork('replication 0');
        return () => r.normal();
      })(),
    );
    const b = draws(
      20_000,
      (() => {
        const r = seededRandom(7).fork('replication 1');
        return () => r.normal();
      })(),
    );
    const correlation = a.reduce((sum, v, i) => sum + v * b[i]!, 0) / a.length;
    expect(Math.abs(correlation)).toBeLessThan(5 / Math.sqrt(a.length));
  });

  it('permutes: every number once, every place as likely', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        (size, seed) => {
          expect([...seededRandom(seed).permutation(size)].sort((a, b) => a - b)).toEqual(
            Array.from({ length: size }, (_, i) => i),
          );
        },
      ),
      { numRuns: 50 },
    );
    const random = seededRandom(5);
    const first = new Array<number>(4).fill(0);
    for (let i = 0; i < 8_000; i++) first[random.permutation(4)[0]!]! += 1;
    for (const count of first) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });

  it('keeps integers and seeds within their range', () => {
    const random = seededRandom(6);
    const seen = new Set(Array.from({ length: 500 }, () => random.integer(6)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    for (let i = 0; i < 1000; i++) {
      const seed = random.seed();
      expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31).toBe(true);
    }
  });

  it.each([1.5, -1, 2 ** 32, Number.NaN, Infinity, '7' as unknown as number])(
    'refuses %s as a seed',
    (seed) => {
      expect(() => seededRandom(seed)).toThrow(RangeError);
    },
  );
  it.each([0, -1, 1.5, Number.NaN])('refuses integer(%s)', (size) => {
    expect(() => seededRandom(1).integer(size)).toThrow(RangeError);
  });
  it.each([-1, 1.5, Number.NaN])('refuses permutation(%s)', (size) => {
    expect(() => seededRandom(1).permutation(size)).toThrow(RangeError);
  });
});
