import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromPlace, lastPlace, snap, toPlace, type SliderRange } from './slider-scale.ts';

const arrivals: SliderRange = { min: 1, max: 20_000, step: 1, scale: 'log' };
const fromNone: SliderRange = { min: 0, max: 20_000, step: 1, scale: 'log' };
const wait: SliderRange = { min: 0, max: 50, step: 0.5, scale: 'linear' };
const replicas: SliderRange = { min: 1, max: 8, step: 1, scale: 'linear', integer: true };

describe('the track', () => {
  test('its ends are the ends of the range', () => {
    for (const range of [arrivals, fromNone, wait, replicas]) {
      expect(toPlace(range.min, range)).toBe(0);
      expect(toPlace(range.max, range)).toBeCloseTo(lastPlace(range), 9);
      expect(fromPlace(lastPlace(range), range.min, range)).toBe(range.max);
    }
  });

  test('whatever the place, the value is inside the range', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        for (const range of [arrivals, fromNone, wait, replicas]) {
          const value = fromPlace(share * lastPlace(range), range.min, range);
          expect(value).toBeGreaterThanOrEqual(range.min);
          expect(value).toBeLessThanOrEqual(range.max);
        }
      }),
    );
  });

  test('a log track from 0 has 0 at its first place and goes on from one step', () => {
    expect([0, 1, 2].map((value) => fromPlace(toPlace(value, fromNone), value, fromNone))).toEqual([
      0, 1, 2,
    ]);
    expect(fromPlace(1, 0, fromNone)).toBe(1);
    expect(fromPlace(0, 1, fromNone)).toBe(0);
  });

  test('one step to the right always moves, also at the crowded end of a log track', () => {
    let value = 1;
    for (let key = 0; key < 300 && value < arrivals.max; key += 1) {
      const next = fromPlace(Math.min(200, toPlace(value, arrivals) + 1), value, arrivals);
      expect(next).toBeGreaterThan(value);
      value = next;
    }
    expect(value).toBe(20_000);
  });

  test('values stay on the step', () => {
    expect(snap(3.26, wait)).toBe(3.5);
    expect(snap(1234.5, arrivals)).toBe(1230);
    expect(snap(9e9, arrivals)).toBe(20_000);
  });
});
