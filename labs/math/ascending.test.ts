import { describe, expect, it } from 'vitest';
import { ascendingOrder } from './ascending.ts';
import { seededRandom } from './random.ts';

describe('ascendingOrder', () => {
  const hard = [
    3,
    -0,
    0,
    NaN,
    -Infinity,
    Infinity,
    -2.5,
    1e-310,
    -1e-310,
    1e300,
    NaN,
    0.1 + 0.2,
    3,
  ];
  it('puts small numbers first, what is no number last, and keeps the order of equal ones', () =>
    expect([...ascendingOrder(hard)]).toEqual([4, 6, 8, 1, 2, 7, 11, 0, 12, 9, 5, 3, 10]));
  it.each([5_000, 100])('does so by digits as by comparison (%i values)', (n) => {
    const random = seededRandom(5);
    const values = Float64Array.from({ length: n }, (_, i) => {
      if (i % 3 === 0) return hard[random.integer(hard.length)]!;
      return i % 3 === 1 ? Math.round(random.normal() * 50) : random.normal() * 1e12;
    });
    const last = (i: number) => Number(Number.isNaN(values[i]!));
    const expected = Array.from(values, (_, i) => i).sort(
      (a, b) =>
        last(a) - last(b) ||
        Number(values[a]! > values[b]!) - Number(values[a]! < values[b]!) ||
        a - b,
    );
    expect([...ascendingOrder(values)]).toEqual(expected);
  });
  it('leaves sorted days in their order', () => {
    const days = Float64Array.from(
      { length: 10_000 },
      (_, i) => 1.7e12 + Math.floor(i / 7) * 8.64e7,
    );
    expect(ascendingOrder(days).every((row, place) => row === place)).toBe(true);
  });
});
