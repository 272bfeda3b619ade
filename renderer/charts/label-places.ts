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

const overlapping = (a: LabelWish, b: LabelWish) => a.x < b.x + b.width && b.x < a.x + a.width;
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
