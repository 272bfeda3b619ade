import { getStroke } from 'perfect-freehand';

/** Width of the pen in pixels of the 1280 by 720 slide. */
const size = 7;

/** The outline of a stroke as an SVG path. `points` are x and y in turn; `done` is false while the pen is still down. */
export function strokePath(points: readonly number[], done: boolean): string {
  const outline = getStroke(closer(points), {
    size,
    thinning: 0,
    smoothing: 0.4,
    streamline: 0,
    last: done,
  });
  const [first, ...rest] = outline;
  if (!first) return '';
  // Each corner of the outline becomes the middle of a curve: the line is round where the hand was.
  const middle = (a: readonly number[], b: readonly number[]) =>
    `${round((a[0]! + b[0]!) / 2)} ${round((a[1]! + b[1]!) / 2)}`;
  const curves = rest.map(
    (point, index) =>
      `Q${round(point[0]!)} ${round(point[1]!)} ${middle(point, rest[index + 1] ?? first)}`,
  );
  return `M${round(first[0]!)} ${round(first[1]!)}${curves.join('')}Z`;
}

/** Turns sharper than this are corners and stay corners: the cosine of 55 degrees. */
const corner = 0.57;

/**
 * The points that a reduced line leaves out, put back on a smooth curve (a cubic Hermite spline through the points), no further apart
 * than half the pen's width. At a corner the curve leaves straight.
 */
function closer(p: readonly number[]): [number, number][] {
  const at = (i: number) => [p[2 * i]!, p[2 * i + 1]!] as const;
  const count = p.length >> 1;
  const pairs: [number, number][] = [[p[0]!, p[1]!]];
  for (let i = 0; i + 1 < count; i += 1) {
    const [[x, y], [nextX, nextY]] = [at(i), at(i + 1)];
    const [dx, dy] = [nextX - x, nextY - y];
    const long = Math.hypot(dx, dy);
    if (long === 0) continue;
    const [leaves, arrives] = [tangent(p, i), tangent(p, i + 1)].map((unit) =>
      unit ? [unit[0] * long, unit[1] * long] : [dx, dy],
    ) as [[number, number], [number, number]];
    const pieces = Math.max(1, Math.ceil(long / (size / 2)));
    for (let piece = 1; piece <= pieces; piece += 1) {
      const t = piece / pieces;
      const [rest, back] = [1 - t, t * t * (t - 1)];
      const on = (from: number, to: number, out: number, into: number) =>
        (1 + 2 * t) * rest * rest * from +
        t * rest * rest * out +
        t * t * (3 - 2 * t) * to +
        back * into;
      pairs.push([on(x, nextX, leaves[0], arrives[0]), on(y, nextY, leaves[1], arrives[1])]);
    }
  }
  return pairs;
}

/** The direction of the curve in a point, of length 1; null at an end and at a corner. */
function tangent(p: readonly number[], i: number): [number, number] | null {
  if (i === 0 || 2 * i + 2 >= p.length) return null;
  const [x, y] = [p[2 * i]!, p[2 * i + 1]!];
  const [ax, ay, bx, by] = [
    x - p[2 * i - 2]!,
    y - p[2 * i - 1]!,
    p[2 * i + 2]! - x,
    p[2 * i + 3]! - y,
  ];
  const [a, b] = [Math.hypot(ax, ay), Math.hypot(bx, by)];
  if (a === 0 || b === 0 || (ax * bx + ay * by) / (a * b) < corner) return null;
  const [tx, ty] = [ax / a + bx / b, ay / a + by / b];
  const long = Math.hypot(tx, ty);
  return [tx / long, ty / long];
}

const round = (value: number) => Math.round(value * 10) / 10;
