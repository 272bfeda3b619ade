import { describe, expect, it } from 'vitest';
import type { Draws } from '../../../../labs/view.ts';
import { curveOf, heightOn, ruleWords, scoreCurve } from './curve.ts';

const linear: Draws = {
  ask: 'Draw it',
  x: { label: 'faces', places: [0, 10, 30, 60] },
  y: { label: 'opened', unit: '%', min: 0, max: 100, step: 1, scale: 'linear' },
  close: 10,
  truth: (result) => result as [number, number][] | null,
};
const log: Draws = {
  ...linear,
  y: { label: 'times', unit: '×', min: 1, max: 100, step: 0.1, scale: 'log' },
  close: 1.5,
};
const was = [
  [0, 0],
  [10, 40],
  [60, 90],
];

describe('a drawn curve', () => {
  it('is made of the points that were set, and of two at least', () => {
    expect(curveOf(linear, [null, 30, null, 80])).toEqual([
      [10, 30],
      [60, 80],
    ]);
    expect(curveOf(linear, [null, 30, null, null])).toBeUndefined();
    expect(curveOf(linear, [])).toBeUndefined();
  });

  it('keeps to its scale', () => {
    expect(heightOn(linear, 130)).toBe(100);
    expect(heightOn(linear, 41.6)).toBe(42);
    expect(heightOn(log, 0.2)).toBe(1);
    expect(heightOn(log, 12.345)).toBe(12);
  });

  it('is right where three of four points are close, each against the line at its own place', () => {
    // At 30 the true line stands at 60, between two points.
    const drawn = [
      [0, 10],
      [10, 51],
      [30, 60],
      [60, 80],
    ] as const;
    expect(scoreCurve(linear, drawn, was)).toEqual({
      close: 3,
      of: 4,
      hit: true,
      words: 'Your curve: 3 of 4 points are close (within 10 points)',
    });
    expect(scoreCurve(linear, drawn.slice(0, 2), was)).toMatchObject({
      close: 1,
      hit: false,
      words: 'Your curve: 1 of 2 points is close (within 10 points)',
    });
  });

  it('is judged by a factor on a logarithmic scale', () => {
    const truth = [
      [10, 2],
      [90, 20],
    ];
    const score = (low: number, high: number) =>
      scoreCurve(
        log,
        [
          [10, low],
          [90, high],
        ],
        truth,
      );
    expect(score(3, 30)).toMatchObject({ close: 2, hit: true });
    expect(score(1.3, 31)).toMatchObject({ close: 0, hit: false });
  });

  it('is not judged where the result says nothing of it', () => {
    const drawn = [
      [70, 50],
      [80, 50],
    ] as const;
    expect(scoreCurve(linear, drawn, was)).toBeNull();
    expect(scoreCurve(linear, drawn, null)).toBeNull();
    const broken: Draws = {
      ...linear,
      truth: () => {
        throw new Error('of another kind');
      },
    };
    expect(scoreCurve(broken, drawn, was)).toBeNull();
  });

  it('says its rule', () => {
    expect(ruleWords(linear)).toBe(
      'A point is close within 10 points. The curve is right where three of four points are close.',
    );
    expect(ruleWords(log)).toContain('within 1.5 times either way');
  });
});
