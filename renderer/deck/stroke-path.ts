import { getStroke } from 'perfect-freehand';

/** Width of the pen in pixels of the 1280 by 720 slide. */
const size = 7;

/** The outline of a stroke as an SVG path. `points` are x and y in turn; `done` is false while the pen is still down. */
export function strokePath(points: readonly number[], done: boolean): string {
  const pairs: [number, number][] = [];
  for (let i = 0; i + 1 < points.length; i += 2) pairs.push([points[i]!, points[i + 1]!]);
  const outline = getStroke(pairs, { size, thinning: 0, smoothing: 0.5, streamline: 0.2, last: done });
  const [first, ...rest] = outline;
  if (!first) return '';
  // Each corner of the outline becomes the middle of a curve: the line is round where the hand was.
  const middle = (a: readonly number[], b: readonly number[]) => `${round((a[0]! + b[0]!) / 2)} ${round((a[1]! + b[1]!) / 2)}`;
  const curves = rest.map((point, index) => `Q${round(point[0]!)} ${round(point[1]!)} ${middle(point, rest[index + 1] ?? first)}`);
  return `M${round(first[0]!)} ${round(first[1]!)}${curves.join('')}Z`;
}

const round = (value: number) => Math.round(value * 10) / 10;
