import { describe, expect, it } from 'vitest';
import { maxSharedValue, sharedKey } from '../../../main/contract/shared-state.ts';
import {
  addStroke,
  clearInk,
  maxInk,
  noInk,
  reducePoints,
  sharedInk,
  storedInk,
  undoInk,
  type Ink,
  type Stroke,
} from './ink.ts';

const line = (x: number): Stroke => ({ colour: 'ink', points: [x, 0, x, 100] });
const drawn = (...strokes: Stroke[]) =>
  strokes.reduce<Ink>((ink, stroke) => addStroke(ink, stroke)!, noInk);

describe('ink', () => {
  it('takes strokes back one by one, newest first', () => {
    const two = drawn(line(1), line(2));
    expect(undoInk(two)).toEqual(drawn(line(1)));
    expect(undoInk(undoInk(two)!)).toEqual(noInk);
    expect(undoInk(noInk)).toBeNull();
  });

  it('clears, and undo brings all of it back until something new is drawn', () => {
    const two = drawn(line(1), line(2));
    const empty = clearInk(two);
    expect(empty.strokes).toEqual([]);
    expect(undoInk(empty)).toEqual(two);
    const anew = addStroke(empty, line(3))!;
    expect(undoInk(undoInk(anew)!)).toBeNull();
    expect(clearInk(noInk)).toEqual(noInk);
  });

  it('stores nothing for a slide without ink, and what it stores reads back', () => {
    const { schema, key } = sharedInk('latency-matters');
    expect(storedInk(noInk)).toBeNull();
    for (const ink of [drawn(line(5)), clearInk(drawn(line(5)))])
      expect(schema.parse(JSON.parse(JSON.stringify(storedInk(ink))))).toEqual(ink);
    expect(sharedKey.safeParse(key).success).toBe(true);
  });

  it('refuses more than a slide may hold, far below what the host takes', () => {
    const long: Stroke = {
      colour: 'blue',
      points: Array.from({ length: 4000 }, (_, i) => 1000 + (i % 300)),
    };
    let ink: Ink = noInk;
    let count = 0;
    for (let next = addStroke(ink, long); next; next = addStroke(ink, long))
      [ink, count] = [next, count + 1];
    expect(count).toBeGreaterThan(2);
    expect(JSON.stringify(ink).length).toBeLessThan(maxSharedValue * 0.6);
    expect(maxInk).toBeLessThan(maxSharedValue);
  });
});

describe('fewer points', () => {
  it('keeps the two ends of a straight line', () =>
    expect(reducePoints([0, 0, 10, 10.2, 20, 19.9, 30, 30])).toEqual([0, 0, 30, 30]));
  it('keeps a corner', () =>
    expect(reducePoints([0, 0, 50, 0, 100, 0, 100, 50, 100, 100])).toEqual([
      0, 0, 100, 0, 100, 100,
    ]));
  it('keeps a dot', () => {
    expect(reducePoints([10.4, 20.6])).toEqual([10, 21]);
    expect(reducePoints([10, 20, 10, 20])).toEqual([10, 20, 10, 20]);
  });
  it('draws a circle with under a fifth of its points, none of them a pixel and a half away', () => {
    const circle = Array.from({ length: 600 }, (_, i) => [
      640 + 200 * Math.cos(i / 95),
      360 + 200 * Math.sin(i / 95),
    ]).flat();
    const reduced = reducePoints(circle);
    expect(reduced.length).toBeLessThan(circle.length / 5);
    for (let i = 0; i < reduced.length; i += 2)
      expect(Math.abs(Math.hypot(reduced[i]! - 640, reduced[i + 1]! - 360) - 200)).toBeLessThan(
        1.5,
      );
  });
  it('stays on the slide, and whole numbers only', () =>
    expect(
      reducePoints([-500, 3.3, 2000, 9000]).every(
        (n) => Number.isInteger(n) && n >= -40 && n <= 1320,
      ),
    ).toBe(true));
});
