import { expect, test } from 'vitest';
import { lossSeries, takePoints, type LossSeriesOptions } from './loss-series.ts';

/** Feeds losses 1, 2, 3 … over the whole of a training. */
function fed(steps: number, options: LossSeriesOptions) {
  const series = lossSeries('small', options);
  for (let step = 1; step <= steps; step++) series.add(step, step, step / steps);
  return series.take()['loss.small'] ?? [];
}

test('ten thousand losses leave as many points as were asked for', () => {
  expect(fed(10_000, { points: 100 })).toHaveLength(100);
  expect(fed(9_973, { points: 100 })).toHaveLength(100);
});

test('a short training keeps every loss', () => {
  expect(fed(7, { points: 100 })).toEqual([1, 2, 3, 4, 5, 6, 7].map((step) => [step, step]));
});

test('a point is the mean since the last one', () => {
  expect(fed(6, { points: 2 })).toEqual([
    [3, 2],
    [6, 5],
  ]);
});

test('or the newest loss, where that is asked for', () => {
  expect(fed(6, { points: 2, of: 'newest' })).toEqual([
    [3, 3],
    [6, 6],
  ]);
});

test('the first loss is kept where that is asked for, and then the series goes on as usual', () => {
  expect(fed(10, { points: 2, keepFirst: true })).toEqual([
    [1, 1],
    [10, 6],
  ]);
});

test('points are handed out once', () => {
  const series = lossSeries('small', { points: 10 });
  expect(series.waiting()).toBe(false);
  series.add(1, 0.5, 1);
  expect(series.waiting()).toBe(true);
  expect(series.take()).toEqual({ 'loss.small': [[1, 0.5]] });
  expect(series.waiting()).toBe(false);
  expect(series.take()).toEqual({});
});

test('a record carries the points of several series, and no empty field', () => {
  const [small, large] = [lossSeries('small', { points: 10 }), lossSeries('large', { points: 10 })];
  expect(takePoints(small, large)).toEqual({});
  small.add(1, 0.5, 1);
  large.add(1, 0.25, 1);
  expect(takePoints(small, large)).toEqual({
    points: { 'loss.small': [[1, 0.5]], 'loss.large': [[1, 0.25]] },
  });
});
