/** A point of a line: x and y; a null y breaks the line. */
export type XY = readonly [x: number, y: number | null];

export interface Series {
  id: string;
  /** Stands at the line's end. */
  name: string;
  points: readonly XY[];
  /** Which colour and dash: 1 to 6 in order, 0 for a baseline. */
  index: number;
  /** What stands in the picture instead of the name; '' for a piece of a line that is named elsewhere. */
  label?: string;
  /**
   * 'context' is what is not looked at now; 'closed-form' is a formula drawn as a ghost;
   * 'extrapolated' is a line beyond what its source measured.
   */
  role: 'series' | 'context' | 'closed-form' | 'extrapolated';
  /** Spread: x, low, high. */
  band?: readonly (readonly [x: number, low: number, high: number])[];
  /** A dot at the end: more is to come. */
  growing?: boolean;
}

/** What is drawn of a series, and what the deck of labels below leaves room for. */
export const maxPoints = 300;

/**
 * At most `limit` points, with first and last kept and in each stretch the lowest and the highest, so that no peak is lost.
 * Points whose x is no number are left out.
 */
export function decimate(points: readonly XY[], limit = maxPoints): XY[] {
  const good = points.filter(([x]) => Number.isFinite(x));
  if (good.length <= limit) return [...good];
  const inner = good.slice(1, -1);
  const stretches = Math.max(1, Math.floor((limit - 2) / 2));
  const kept: XY[] = [good[0]!];
  for (let s = 0; s < stretches; s += 1) {
    const from = Math.floor((s * inner.length) / stretches);
    const to = Math.floor(((s + 1) * inner.length) / stretches);
    let low = from;
    let high = from;
    for (let i = from; i < to; i += 1) {
      if ((inner[i]![1] ?? Infinity) < (inner[low]![1] ?? Infinity)) low = i;
      if ((inner[i]![1] ?? -Infinity) > (inner[high]![1] ?? -Infinity)) high = i;
    }
    for (const i of low === high ? [low] : [Math.min(low, high), Math.max(low, high)])
      if (i < to) kept.push(inner[i]!);
  }
  kept.push(good.at(-1)!);
  return kept;
}

export interface Reading {
  y: number;
  /** False where the line has a point right there. */
  between: boolean;
}

/** The line's height at x: a point's own, or between two points on the straight line that the chart draws. Null outside the line. */
export function readAt(
  points: readonly XY[],
  x: number,
  xLog = false,
  yLog = false,
): Reading | null {
  for (let i = 0; i < points.length; i += 1) {
    const [x1, y1] = points[i]!;
    if (x1 === x) return y1 === null ? null : { y: y1, between: false };
    if (i === 0) continue;
    const [x0, y0] = points[i - 1]!;
    if (x0 >= x || x1 <= x || y0 === null || y1 === null) continue;
    const part = (bend(x, xLog) - bend(x0, xLog)) / (bend(x1, xLog) - bend(x0, xLog));
    const y = bend(y0, yLog) + part * (bend(y1, yLog) - bend(y0, yLog));
    return { y: yLog ? Math.exp(y) : y, between: true };
  }
  return null;
}

/** Every x at which any series has a point, in order: the places where the chart can be read off. */
export function readingPlaces(
  series: readonly Series[],
  domain: readonly [number, number],
): number[] {
  const all = new Set<number>();
  for (const { points, role } of series) {
    if (role === 'context') continue;
    for (const [x, y] of points) if (y !== null && x >= domain[0] && x <= domain[1]) all.add(x);
  }
  return [...all].sort((a, b) => a - b);
}

/** The place next to x. Null where there is none. */
export function nearest(places: readonly number[], x: number): number | null {
  let best: number | null = null;
  for (const place of places)
    if (best === null || Math.abs(place - x) < Math.abs(best - x)) best = place;
  return best;
}

/** The part of a line up to `xMax`, cut on the straight piece that the chart draws. */
export function cutAt(points: readonly XY[], xMax: number, xLog = false, yLog = false): XY[] {
  const inside = points.filter(([x]) => x <= xMax);
  const edge = inside.length < points.length ? readAt(points, xMax, xLog, yLog) : null;
  return edge?.between ? [...inside, [xMax, edge.y]] : inside;
}

/** Where a line leaves the picture or ends; null where nothing of it is inside. */
export function lineEnd(
  points: readonly XY[],
  yMax: number,
  yLog = false,
): { x: number; y: number } | null {
  let end: { x: number; y: number } | null = null;
  for (const [x, y] of points) {
    if (y === null) continue;
    if (y > yMax) {
      if (end === null) return null;
      const part = (bend(yMax, yLog) - bend(end.y, yLog)) / (bend(y, yLog) - bend(end.y, yLog));
      return { x: end.x + part * (x - end.x), y: yMax };
    }
    end = { x, y };
  }
  return end;
}

/** The first x at which a rising line reaches the level; null where it never does. */
export function crossing(points: readonly XY[], level: number, yLog = false): number | null {
  for (let i = 1; i < points.length; i += 1) {
    const [x0, y0] = points[i - 1]!;
    const [x1, y1] = points[i]!;
    if (y0 === null || y1 === null || y0 > level || y1 < level || y0 === y1) continue;
    return (
      x0 + ((bend(level, yLog) - bend(y0, yLog)) / (bend(y1, yLog) - bend(y0, yLog))) * (x1 - x0)
    );
  }
  return null;
}

const bend = (value: number, log: boolean) =>
  log ? Math.log(Math.max(value, Number.MIN_VALUE)) : value;
