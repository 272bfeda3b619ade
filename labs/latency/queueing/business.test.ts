import { describe, expect, it } from 'vitest';
import {
  akamaiConversion,
  akamaiRate,
  bookingConversion,
  googleAbandon,
  googleAbandonRate,
} from './business-mapping.ts';
import { coordinatedOmission } from './coordinated-omission.ts';

describe('coordinated omission', () => {
  it('hides a stall from a tester that waits for its answer', () => {
    const intended = Array.from({ length: 100 }, (_, i) => i * 10);
    const service = intended.map((_, i) => (i === 50 ? 100 : 1));
    const { naive, corrected } = coordinatedOmission(intended, service);
    expect(naive).toMatchObject({ p95: 1, p99: 1, mean: 1.99 });
    expect(corrected).toMatchObject({ p95: 55, p99: 91, mean: 6.94 });
  });
  it('sees no difference where nothing stalls: the control', () => {
    const { naive, corrected } = coordinatedOmission([0, 10, 20], [1, 2, 3]);
    expect(corrected).toEqual(naive);
  });
  it('has nothing to say of no requests', () =>
    expect(coordinatedOmission([], []).naive.p99).toBeNull());
  it.each([
    ['lists that do not fit', [0, 1], [1]],
    ['starts that fall', [5, 1], [1, 1]],
    ['a negative time', [0, 1], [1, -1]],
  ])('refuses %s', (_name, intended, service) =>
    expect(() => coordinatedOmission(intended, service)).toThrow(RangeError),
  );
});

describe('business curves', () => {
  it('gives −0.5 % at +30 % by the elasticity', () => {
    expect(bookingConversion(2, 2.6)).toBeCloseTo(0.995, 12);
    expect(bookingConversion(2, 2)).toBe(1);
  });
  it('gives −7 % with 100 ms more by the exponential, and the same part again with each further 100 ms', () => {
    expect(akamaiRate).toBeCloseTo(0.7257069, 6);
    expect([0, 0.1, 0.2].map(akamaiConversion)).toEqual([
      1,
      expect.closeTo(0.93, 12),
      expect.closeTo(0.8649, 12),
    ]);
  });
  it('steps only above 3 seconds, and needs the distribution: the mean of these is below 3 s', () => {
    expect([2.9, 3, 3.0001].map(googleAbandon)).toEqual([0, 0, 0.53]);
    expect(googleAbandonRate([0.5, 0.5, 0.5, 10])).toBeCloseTo(0.53 / 4, 12);
    expect(googleAbandonRate([])).toBeNull();
  });
  it.each([
    ['no baseline', () => bookingConversion(0, 1)],
    ['no latency', () => bookingConversion(1, 0)],
    ['a delay below 0', () => akamaiConversion(-0.1)],
    ['NaN', () => bookingConversion(1, Number.NaN)],
    ['a negative latency', () => googleAbandon(-1)],
  ])('refuses %s', (_name, call) => expect(call).toThrow(RangeError));
});
