import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendSeries, decimate } from './series.ts';

test('thinning keeps the ends, the order and the limit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 3, max: 400 }), (n, most) => {
      const points = Array.from({ length: n }, (_, i) => i);
      const kept = decimate(points, most);
      expect(kept.length).toBeLessThanOrEqual(Math.max(most, 1));
      expect([kept[0], kept.at(-1)]).toEqual([0, n - 1]);
      expect(kept).toEqual([...kept].sort((a, b) => a - b));
      if (n <= most) expect(kept).toEqual(points);
    }),
  );
});

test('appending changes neither argument and keeps series apart', () => {
  const before = { a: [[0, 1]] as [number, number][] };
  const after = appendSeries(before, { a: [[1, 2]], b: [[0, 5]] });
  expect(before).toEqual({ a: [[0, 1]] });
  expect(after).toEqual({
    a: [
      [0, 1],
      [1, 2],
    ],
    b: [[0, 5]],
  });
});
