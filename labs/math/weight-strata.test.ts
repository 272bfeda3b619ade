import { describe, expect, it } from 'vitest';
import { bootstrapRates, bootstrapStrata } from './bootstrap-rates.ts';
import { confusionByGroup, ratesOf } from './confusion.ts';
import { seededRandom } from './random.ts';
import { percentileType7 } from './statistics.ts';
import { strataByGroup } from './weight-strata.ts';

const n = 600;
const random = seededRandom(11);
const labels = Uint8Array.from({ length: n }, () => (random.uniform() < 0.6 ? 1 : 0));
const decisions = Uint8Array.from(labels, (label) =>
  random.uniform() < (label ? 0.7 : 0.3) ? 1 : 0,
);
const groups = Uint8Array.from({ length: n }, (_, i) => (i % 3 === 0 ? 1 : 0));
/** Like survey weights: lognormal, a factor of about a hundred between the ends. */
const weights = Float64Array.from({ length: n }, () => Math.exp(0.8 * random.normal()));

describe('strata by weight', () => {
  it('sum to the weighted confusion matrices', () => {
    const plain = confusionByGroup(labels, decisions, groups, 2, weights);
    strataByGroup(labels, decisions, groups, 2, weights).forEach(({ matrix }, group) => {
      expect(matrix.count).toBe(plain[group]!.count);
      for (const key of ['weight', 'tp', 'fp', 'fn', 'tn'] as const)
        expect(matrix[key]).toBeCloseTo(plain[group]![key], 9);
    });
  });

  it('rows without weight count as rows and weigh nothing; a group without rows has none', () => {
    const [zero, none] = strataByGroup([1, 0], [1, 1], [0, 0], 2, [0, 0]);
    expect(zero!.matrix).toEqual({ count: 2, weight: 0, tp: 0, fp: 0, fn: 0, tn: 0 });
    expect(none).toEqual({
      matrix: { count: 0, weight: 0, tp: 0, fp: 0, fn: 0, tn: 0 },
      strata: [],
    });
  });
});

describe('the bootstrap of weighted rows', () => {
  it('has the intervals of drawing the rows themselves, one by one', () => {
    const own = seededRandom(5);
    const resamples = 4_000;
    const rows = Array.from({ length: n }, (_, i) => i).filter((i) => groups[i] === 0);
    const drawn = Array.from({ length: resamples }, () => {
      const pick = rows.map(() => rows[own.integer(rows.length)]!);
      const of = (values: ArrayLike<number>) => pick.map((i) => values[i]!);
      return ratesOf(
        confusionByGroup(
          of(labels),
          of(decisions),
          pick.map(() => 0),
          1,
          of(weights),
        )[0]!,
      );
    });
    const { strata } = strataByGroup(labels, decisions, groups, 2, weights)[0]!;
    const found = bootstrapStrata([strata], resamples, seededRandom(6), ([group]) => ({
      tpr: group!.tpr,
      ppv: group!.ppv,
      selectionRate: group!.selectionRate,
    }));
    for (const rate of ['tpr', 'ppv', 'selectionRate'] as const) {
      const values = drawn.map((one) => one[rate]!);
      const width = percentileType7(values, 0.975)! - percentileType7(values, 0.025)!;
      expect(Math.abs(found[rate]![0] - percentileType7(values, 0.025)!)).toBeLessThan(
        0.06 * width,
      );
      expect(Math.abs(found[rate]![1] - percentileType7(values, 0.975)!)).toBeLessThan(
        0.06 * width,
      );
    }
  });

  it('is wider than without weights, by about the design effect of Kish', () => {
    const width = ([low, high]: [number, number]) => high - low;
    const of = (w: Float64Array | null) =>
      bootstrapStrata(
        [strataByGroup(labels, decisions, groups, 2, w)[0]!.strata],
        4_000,
        seededRandom(6),
        ([group]) => ({ rate: group!.selectionRate }),
      ).rate!;
    const own = weights.filter((_, i) => groups[i] === 0);
    const sum = own.reduce((a, b) => a + b, 0);
    const effect = Math.sqrt((own.length * own.reduce((a, b) => a + b * b, 0)) / sum ** 2);
    expect(effect).toBeGreaterThan(1.2);
    expect(width(of(weights)) / width(of(null)) / effect).toBeGreaterThan(0.9);
    expect(width(of(weights)) / width(of(null)) / effect).toBeLessThan(1.1);
  });

  it('weights that are all the same change nothing but the sums', () => {
    const measure = ([group]: ReturnType<typeof ratesOf>[]) => ({ rate: group!.tpr });
    const twos = strataByGroup(labels, decisions, groups, 2, new Float64Array(n).fill(2))[0]!;
    expect(twos.matrix.weight).toBe(2 * twos.matrix.count);
    const plain = bootstrapRates(
      [confusionByGroup(labels, decisions, groups, 2)[0]!],
      2_000,
      seededRandom(1),
      measure,
    ).rate!;
    const weighted = bootstrapStrata([twos.strata], 2_000, seededRandom(2), measure).rate!;
    expect(weighted[0]).toBeCloseTo(plain[0], 1);
    expect(weighted[1]).toBeCloseTo(plain[1], 1);
  });
});
