import { expect, test } from 'vitest';
import { chancesOf, fitLogistic } from './logistic-regression.ts';
import { seededRandom } from '../random.ts';

test('finds the weights that made the labels, and leaves a column of noise near 0', () => {
  const random = seededRandom(3);
  const n = 20_000;
  const columns = [0, 1, 2].map(() => Float64Array.from({ length: n }, () => random.normal()));
  const labels = Uint8Array.from({ length: n }, (_, i) => {
    const logit = -0.5 + 1.2 * columns[0]![i]! - 0.7 * columns[1]![i]!;
    return random.uniform() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
  });
  const { weights, intercept } = fitLogistic(columns, labels);
  expect(weights[0]).toBeCloseTo(1.2, 1);
  expect(weights[1]).toBeCloseTo(-0.7, 1);
  expect(weights[2]).toBeCloseTo(0, 1);
  expect(intercept).toBeCloseTo(-0.5, 1);
});

test('at its answer the mean chance is the share of ones, weighted rows too', () => {
  const x = Float64Array.from([0, 0, 1, 1, 1]);
  const labels = [0, 1, 1, 1, 0];
  const plain = fitLogistic([x], labels);
  const mean = (values: ArrayLike<number>, weights: readonly number[]) =>
    Array.from(values).reduce((sum, value, i) => sum + value * weights[i]!, 0) /
    weights.reduce((sum, weight) => sum + weight, 0);
  expect(mean(chancesOf(plain, [x], 5), [1, 1, 1, 1, 1])).toBeCloseTo(0.6, 5);
  const weights = [4, 1, 1, 1, 4];
  const weighted = fitLogistic([x], labels, weights);
  expect(mean(chancesOf(weighted, [x], 5), weights)).toBeCloseTo(3 / 11, 5);
});

test('classes that lie apart, a column twice and one that never changes break nothing', () => {
  const x = Float64Array.from({ length: 40 }, (_, i) => (i < 20 ? -1 : 1));
  const labels = Uint8Array.from({ length: 40 }, (_, i) => (i < 20 ? 0 : 1));
  const fit = fitLogistic([x, x, new Float64Array(40)], labels);
  const chances = chancesOf(fit, [x, x, new Float64Array(40)], 40);
  expect([...chances].every(Number.isFinite)).toBe(true);
  expect(chances[0]).toBeLessThan(0.2);
  expect(chances[39]).toBeGreaterThan(0.8);
  expect(fit.weights[2]).toBe(0);
});
