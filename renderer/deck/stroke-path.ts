import { getStroke } from 'perfect-freehand';

/** Width of the pen in pixels of the 1280 by 720 slide. */
const size = 7;

/** The outline of a stroke as an SVG path. `points` are x and y in turn; `done` is false while the pen is still down. */
export function strokePath(points: readonly number[], done: boolean): string {
  const outline = getStroke(closer(points), { size, thinning: 0, smoothing: 0.4, streamline: 0, last: done });
  const [first, ...rest] = outline;
  if (!first) return '';
  // Each corner of the outline becomes the middle of a curve: the line is round where the hand was.
  const middle = (a: readonly number[], b: readonly number[]) => `${round((a[0]! + b[0]!) / 2)} ${round((a[1]! + b[1]!) / 2)}`;
  const curves = rest.map((point, index) => `Q${round(point[0]!)} ${round(point[1]!)} ${middle(point, rest[index + 1] ?? first)}`);
  return `M${round(first[0]!)} ${round(first[1]!)}${curves.join('')}Z`;
}

/** Points no further apart than half the pen's width: over the long pieces that a reduced line is made of, the outline would cut its corners. */
function closer(points: readonly number[]): [number, number][] {
  const pairs: [number, number][] = [[points[0]!, points[1]!]];
  for (let i = 2; i + 1 < points.length; i += 2) {
    const [x, y] = pairs.at(-1)!;
    const [dx, dy] = [points[i]! - x, points[i + 1]! - y];
    const pieces = Math.max(1, Math.ceil(Math.hypot(dx, dy) / (size / 2)));
    for (let piece = 1; piece <= pieces; piece += 1) pairs.push([x + (dx * piece) / pieces, y + (dy * piece) / pieces]);
  }
  return pairs;
}

const round = (value: number) => Math.round(value * 10) / 10;
