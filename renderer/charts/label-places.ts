import { figureScale } from './figure-scale.ts';

export interface LabelWish {
  id: string;
  /** Left edge and wished middle, px. */
  x: number;
  y: number;
  width: number;
}

/**
 * Moves labels up and down until none covers another, keeping their order from top to bottom, inside `top` and `bottom`.
 * Labels that are not above one another stay where they are. Returns the middle of each, px.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  top: number,
  bottom: number,
  height = 17 * figureScale(),
): Record<string, number> {
  const placed: (LabelWish & { at: number })[] = [];
  const sorted = [...wishes].sort((a, b) => a.y - b.y || a.id.localeCompare(b.id));
  for (const wish of sorted) {
    let at = clamp(wish.y, top, bottom);
    for (const other of placed)
      if (overlapping(wish, other) && at < other.at + height) at = other.at + height;
    placed.push({ ...wish, at });
  }
  // What was pushed past the bottom comes back up and pushes the others.
  for (let i = placed.length - 1; i >= 0; i -= 1) {
    const label = placed[i]!;
    label.at = Math.min(label.at, bottom);
    for (const below of placed.slice(i + 1))
      if (overlapping(label, below) && label.at > below.at - height) label.at = below.at - height;
  }
  return Object.fromEntries(placed.map(({ id, at }) => [id, at]));
}

const overlapping = (a: Pick<Box, 'x' | 'width'>, b: Pick<Box, 'x' | 'width'>) =>
  a.x < b.x + b.width && b.x < a.x + a.width;
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** About how wide a label is, px: near enough to keep room for it without measuring. */
export function labelWidth(text: string, size = 13): number {
  return Math.ceil(text.length * size * figureScale() * 0.6);
}

/** The right margin that keeps every label beside its line's end inside the picture. `at`: the end's place along the axis, 0 to 1. */
export function rightMargin(
  ends: readonly { at: number; width: number }[],
  width: number,
  left: number,
  least = 16,
): number {
  let margin = least;
  for (const end of ends)
    if (end.at > 0.05)
      margin = Math.max(margin, width - left - (width - left - end.width - 12) / end.at);
  return Math.min(margin, width * 0.4);
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The first of these boxes that is inside `within` and touches none of `taken`; null where none is. */
export function firstFree(wishes: readonly Box[], taken: readonly Box[], within: Box): Box | null {
  const inside = (box: Box) =>
    box.x >= within.x &&
    box.y >= within.y &&
    box.x + box.width <= within.x + within.width &&
    box.y + box.height <= within.y + within.height;
  return wishes.find((box) => inside(box) && !taken.some((other) => touching(box, other))) ?? null;
}

const touching = (a: Box, b: Box) =>
  overlapping(a, b) && a.y < b.y + b.height && b.y < a.y + a.height;

interface BesidePoint {
  /** The point that is named, and the room to keep to it. */
  x: number;
  gap: number;
  /** Of the label. */
  width: number;
  /** Stretches of the line that the label must not cover. */
  taken: readonly (readonly [from: number, to: number])[];
  left: number;
  right: number;
  /** On which side it stands where both are free; left out: the right. */
  side?: 'left' | 'right';
}

/**
 * Where the label of a point on a horizontal line stands so that it covers none of `taken`, px: on its own side of the point, on the
 * other, else in the nearest place that is free.
 */
export function besidePoint({ x, gap, width, taken, left, right, side }: BesidePoint): {
  x: number;
  anchor: 'start' | 'end';
} {
  const after = taken.map(([, to]) => to + 6).filter((start) => start >= x + gap);
  const before = taken
    .map(([from]) => from - 6 - width)
    .filter((start) => start + width <= x - gap);
  const line = (from: number): Box => ({ x: from, y: 0, width, height: 1 });
  const starts = [x + gap, x - gap - width];
  if (side === 'left') starts.reverse();
  const away = (start: number) => (start > x ? start - x : x - start - width);
  const beyond = [...after, ...before].sort((a, b) => away(a) - away(b));
  const free = firstFree(
    [...starts, ...beyond].map(line),
    taken.map(([from, to]) => ({ x: from, y: 0, width: to - from, height: 1 })),
    { x: left, y: 0, width: right - left, height: 1 },
  );
  const at = free?.x ?? (x + gap + width <= right ? x + gap : x - gap - width);
  return at < x ? { x: at + width, anchor: 'end' } : { x: at, anchor: 'start' };
}
