import { describe, expect, it } from 'vitest';
import { confusionByGroup, ratesOf, sumOf } from './confusion.ts';
import {
  cellsByGroup,
  cellsOf,
  confusionOf,
  labelledRows,
  rateIn,
  unknownLabel,
  withoutLabels,
} from './group-cells.ts';
import { seededRandom } from './random.ts';
import { variance } from './statistics.ts';

const n = 600;
const random = seededRandom(11);
const labels = Uint8Array.from({ length: n }, () => (random.uniform() < 0.6 ? 1 : 0));
const decisions = Uint8Array.from(labels, (label) =>
  random.uniform() < (label ? 0.7 : 0.3) ? 1 : 0,
);
const groups = Uint8Array.from({ length: n }, (_, i) => (i % 3 === 0 ? 1 : 0));
/** Like survey weights: lognormal, a factor of about a hundred between the ends. */
const weights = Float64Array.from({ length: n }, () => Math.exp(0.8 * random.normal()));

describe('cells', () => {
  it('sum to the weighted confusion matrices', () => {
    const plain = confusionByGroup(labels, decisions, groups, 2, weights);
    cellsByGroup(labels, decisions, groups, 2, weights).forEach((cells, group) => {
      const matrix = confusionOf(cells);
      expect(matrix.count).toBe(plain[group]!.count);
      for (const key of ['weight', 'tp', 'fp', 'fn', 'tn'] as const)
        expect(matrix[key]).toBeCloseTo(plain[group]![key], 9);
    });
  });
  it('rows without weight count as rows and weigh nothing; a group without rows has none', () => {
    const [zero, none] = cellsByGroup([1, 0], [1, 1], [0, 0], 2, [0, 0]);
    expect(confusionOf(zero!)).toEqual({ count: 2, weight: 0, tp: 0, fp: 0, fn: 0, tn: 0 });
    expect(confusionOf(none!)).toEqual({ count: 0, weight: 0, tp: 0, fp: 0, fn: 0, tn: 0 });
    expect([rateIn(zero!, 'selectionRate'), rateIn(none!, 'tpr')]).toEqual([null, null]);
  });
  it('of plain counts give the rates of the confusion matrix, each with its own denominator', () => {
    const cells = cellsOf({ tp: 40, fp: 10, fn: 20, tn: 30 });
    const rates = ratesOf(confusionOf(cells));
    for (const [name, rows] of [
      ['selectionRate', 100],
      ['baseRate', 100],
      ['accuracy', 100],
      ['tpr', 60],
      ['fnr', 60],
      ['fpr', 40],
      ['ppv', 50],
      ['npv', 50],
    ] as const) {
      expect(rateIn(cells, name)!.p).toBeCloseTo(rates[name]!, 12);
      expect(rateIn(cells, name)!.n).toBeCloseTo(rows, 9);
    }
  });
});

describe('rows without a label', () => {
  const all = (labels: number[], decisions: number[], groups: number[]) =>
    cellsByGroup(labels, decisions, groups, 1, null)[0]!;
  it('count for the selection rate alone; rows in no group count for nothing', () => {
    const u = unknownLabel;
    const cells = all([1, 0, u, u, u, 1], [1, 0, 1, 0, 0, 1], [0, 0, 0, 0, 0, 1]);
    const rates = ratesOf(confusionOf(cells));
    expect([rates.count, rates.selectionRate, rates.baseRate]).toEqual([5, 2 / 5, 1 / 2]);
    expect([rates.accuracy, rates.tpr, rates.fpr, rates.ppv]).toEqual([1, 1, 0, 1]);
    expect(rateIn(cells, 'selectionRate')).toEqual({ p: 2 / 5, n: 5 });
    expect([rateIn(cells, 'tpr')!.n, labelledRows(cells)]).toEqual([1, 2]);
    expect(ratesOf(confusionOf(withoutLabels(cells)))).toMatchObject({
      ...{ count: 5, selectionRate: 2 / 5, tpr: null, ppv: null, accuracy: null },
    });
    expect(ratesOf(sumOf([confusionOf(cells), confusionOf(cells)])).selectionRate).toBe(2 / 5);
  });
  it('on one side only leave what divides by both sides untold', () => {
    const selected = all([1, 0, unknownLabel], [1, 1, 0], [0, 0, 0]);
    const others = all([1, 0, unknownLabel], [0, 0, 1], [0, 0, 0]);
    for (const [cells, told] of [
      [selected, 'ppv'],
      [others, 'npv'],
    ] as const) {
      const rates = ratesOf(confusionOf(cells));
      for (const name of ['tpr', 'fnr', 'fpr', 'accuracy', 'baseRate', 'ppv', 'npv'] as const) {
        const value = name === told ? 1 / 2 : null;
        expect([name, rates[name], rateIn(cells, name)?.p ?? null]).toEqual([name, value, value]);
      }
    }
  });
});

describe('what weighted rows are worth', () => {
  it('is as many as give the variance of drawing the rows themselves, one by one', () => {
    const own = seededRandom(5);
    const rows = Array.from({ length: n }, (_, i) => i).filter((i) => groups[i] === 0);
    const drawn = Array.from({ length: 600 }, () => {
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
    const [cells] = cellsByGroup(labels, decisions, groups, 2, weights);
    for (const name of ['tpr', 'ppv', 'selectionRate'] as const) {
      const { p, n: worth } = rateIn(cells!, name)!;
      const spread = Math.sqrt(variance(drawn.map((one) => one[name]!))!);
      expect(Math.sqrt((p * (1 - p)) / worth) / spread).toBeCloseTo(1, 1);
    }
  });
  it('is about Kish’s number where weights know nothing of the outcome', () => {
    const own = weights.filter((_, i) => groups[i] === 0);
    const sum = own.reduce((a, b) => a + b, 0);
    const kish = sum ** 2 / own.reduce((a, b) => a + b * b, 0);
    expect(own.length / kish).toBeGreaterThan(1.4);
    const found = rateIn(cellsByGroup(labels, decisions, groups, 2, weights)[0]!, 'selectionRate')!;
    expect(found.n / kish).toBeGreaterThan(0.85);
    expect(found.n / kish).toBeLessThan(1.15);
  });
  it('is Kish’s where a side has few rows, and never more than there are rows', () => {
    const cells = { ...cellsOf({ tp: 2, fp: 0, fn: 0, tn: 0 }) };
    cells.fn = { rows: 4, weight: 8, squares: 20 };
    expect(rateIn(cells, 'tpr')).toEqual({ p: 0.2, n: 100 / 22 });
    // Weights that go with the outcome: the variance is less than that of as many equal rows.
    cells.tp = { rows: 100, weight: 300, squares: 900 };
    cells.fn = { rows: 100, weight: 100, squares: 100 };
    expect(rateIn(cells, 'tpr')).toEqual({ p: 0.75, n: 200 });
  });
  it('does not change where all weigh the same', () => {
    const twos = cellsByGroup(labels, decisions, groups, 2, new Float64Array(n).fill(2))[0]!;
    const ones = cellsByGroup(labels, decisions, groups, 2, null)[0]!;
    expect(confusionOf(twos).weight).toBe(2 * confusionOf(twos).count);
    expect(rateIn(twos, 'tpr')!.n).toBeCloseTo(rateIn(ones, 'tpr')!.n, 9);
  });
});
