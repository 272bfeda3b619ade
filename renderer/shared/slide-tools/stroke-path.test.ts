import { describe, expect, it } from 'vitest';
import { reducePoints } from './ink.ts';
import { strokePath } from './stroke-path.ts';

/** Every number of a path, as points. */
function pointsOf(path: string): [number, number][] {
  const numbers = path.match(/-?\d+(\.\d+)?/g)!.map(Number);
  return Array.from({ length: numbers.length >> 1 }, (_, i) => [
    numbers[2 * i]!,
    numbers[2 * i + 1]!,
  ]);
}

describe('the outline of a stroke', () => {
  it('stays within the pen’s width of what the hand drew: a circle is round, from few points', () => {
    const circle = Array.from({ length: 400 }, (_, i) => [
      640 + 200 * Math.cos(i / 63),
      360 + 200 * Math.sin(i / 63),
    ]).flat();
    const away = pointsOf(strokePath(reducePoints(circle), true)).map(([x, y]) =>
      Math.abs(Math.hypot(x - 640, y - 360) - 200),
    );
    expect(Math.max(...away)).toBeLessThan(5.5);
  });

  it('keeps a corner where the hand made one', () => {
    const outline = pointsOf(strokePath([100, 100, 300, 300, 500, 100], true));
    expect(Math.max(...outline.map(([, y]) => y))).toBeGreaterThan(300);
    // The straight legs are straight: at x = 200 the line is at y = 200.
    const near = outline.filter(([x]) => Math.abs(x - 200) < 4);
    expect(near.length).toBeGreaterThan(0);
    for (const [x, y] of near) expect(Math.abs(y - x)).toBeLessThan(7);
  });

  it('draws a dot for a tap, and nothing twice at one point', () => {
    expect(strokePath([50, 60], true)).toMatch(/^M/);
    expect(strokePath([50, 60, 50, 60], true)).not.toContain('NaN');
  });
});
