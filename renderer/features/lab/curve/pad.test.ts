import { describe, expect, it } from 'vitest';
import type { Draws } from '../../../../labs/view.ts';
import { moved, padOf, strokeAt } from './pad.ts';

const linear: Draws = {
  ask: 'Draw it',
  x: { label: 'faces', places: [0, 10, 240] },
  y: { label: 'opened', unit: '%', min: 0, max: 100, step: 1, scale: 'linear' },
  close: 10,
  truth: () => null,
};
const log: Draws = { ...linear, y: { ...linear.y, min: 1, max: 100, step: 0.1, scale: 'log' } };

describe('the pad', () => {
  it('puts places and heights where its chart has them, and reads them back', () => {
    for (const draws of [linear, log]) {
      const pad = padOf(draws, 640, 360);
      expect(pad.inside).toBe(true);
      expect([pad.x(0), pad.x(2)]).toEqual([pad.left, pad.right]);
      expect(pad.y(draws.y.min)).toBeCloseTo(pad.bottom);
      expect(pad.valueAt(pad.y(40))).toBeCloseTo(40);
    }
    expect(padOf(linear, 0, 0).inside).toBe(false);
  });

  it('sets the point that the pointer is nearest to, and no height outside the scale', () => {
    const pad = padOf(linear, 640, 360);
    expect(strokeAt(linear, pad, pad.x(1) + 3, pad.y(70))).toEqual({ place: 1, value: 70 });
    expect(strokeAt(linear, pad, pad.right + 99, -99)).toEqual({ place: 2, value: 100 });
  });

  it('moves a point by keys: a step, ten steps, to the ends, and away', () => {
    expect(moved(linear, null, 'ArrowUp')).toBe(1);
    expect(moved(linear, 50, 'ArrowDown')).toBe(49);
    expect(moved(linear, 50, 'PageUp')).toBe(60);
    expect(moved(linear, 50, 'End')).toBe(100);
    expect(moved(linear, 50, 'Delete')).toBeNull();
    expect(moved(linear, 50, 'a')).toBeUndefined();
  });

  it('always moves on a logarithmic scale too', () => {
    expect(moved(log, 1, 'ArrowUp')).toBeGreaterThan(1);
    expect(moved(log, 10, 'ArrowUp')).toBe(11);
    expect(moved(log, 10, 'ArrowDown')).toBeLessThan(10);
    expect(moved(log, 100, 'ArrowUp')).toBe(100);
    expect(moved(log, 1, 'ArrowDown')).toBe(1);
  });
});
