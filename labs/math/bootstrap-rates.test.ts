import { expect, it } from 'vitest';
import { bootstrapRates } from './bootstrap-rates.ts';
import { seededRandom } from './random.ts';

const matrix = (tp: number, fp: number, fn: number, tn: number) => ({
  count: tp + fp + fn + tn,
  weight: tp + fp + fn + tn,
  tp,
  fp,
  fn,
  tn,
});

it('is about as wide as the normal approximation of a share', () => {
  const { tpr } = bootstrapRates(
    [matrix(600, 100, 400, 900)],
    2_000,
    seededRandom(3),
    ([group]) => ({ tpr: group!.tpr }),
  );
  const half = 1.96 * Math.sqrt((0.6 * 0.4) / 1_000);
  expect(tpr![0]).toBeCloseTo(0.6 - half, 2);
  expect(tpr![1]).toBeCloseTo(0.6 + half, 2);
});

it('gives no interval where the measure is mostly undefined, and none of nothing', () => {
  const intervals = bootstrapRates(
    [matrix(0, 0, 0, 20), matrix(0, 0, 0, 0)],
    200,
    seededRandom(3),
    ([a, b]) => ({ tpr: a!.tpr, selection: a!.selectionRate, none: b!.selectionRate }),
  );
  expect(intervals).toEqual({ tpr: null, selection: [0, 0], none: null });
});

it('the same seed gives the same interval', () => {
  const once = () =>
    bootstrapRates([matrix(60, 10, 40, 90)], 100, seededRandom(7), ([group]) => ({
      ppv: group!.ppv,
    }));
  expect(once()).toEqual(once());
});
