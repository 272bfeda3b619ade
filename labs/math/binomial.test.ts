import { expect, it } from 'vitest';
import { binomial } from './binomial.ts';
import { seededRandom } from './random.ts';
import { mean, variance } from './statistics.ts';

it.each([
  [12, 0.3],
  [40, 0.02],
  [40, 0.98],
  [100, 0.5],
  [1_000, 0.03],
  [1_000, 0.4],
  [1_000, 0.9],
  [1_000_000, 0.1],
])('n = %i, p = %d has the mean, the variance and the range of a binomial', (n, p) => {
  const random = seededRandom(11);
  const draws = Array.from({ length: 20_000 }, () => binomial(random, n, p));
  const sd = Math.sqrt(n * p * (1 - p));
  expect(Math.abs(mean(draws)! - n * p)).toBeLessThan((5 * sd) / Math.sqrt(draws.length));
  expect(Math.abs(variance(draws)! / sd ** 2 - 1)).toBeLessThan(0.06);
  expect(draws.every((k) => Number.isInteger(k) && k >= 0 && k <= n)).toBe(true);
});

it('has the probabilities of a binomial, by waiting and by rejection', () => {
  for (const [n, p] of [
    [8, 0.25],
    [60, 0.45],
  ] as const) {
    const random = seededRandom(5);
    const counts = new Float64Array(n + 1);
    const draws = 200_000;
    for (let i = 0; i < draws; i++) counts[binomial(random, n, p)]!++;
    let exact = (1 - p) ** n;
    for (let k = 0; k <= n; k++) {
      expect(Math.abs(counts[k]! / draws - exact)).toBeLessThan(
        5 * Math.sqrt(exact / draws) + 1e-4,
      );
      exact *= ((n - k) / (k + 1)) * (p / (1 - p));
    }
  }
});

it('is certain where it must be', () => {
  const random = seededRandom(1);
  expect([binomial(random, 0, 0.5), binomial(random, 9, 0), binomial(random, 9, 1)]).toEqual([
    0, 0, 9,
  ]);
});
