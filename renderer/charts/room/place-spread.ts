import { spreadOf, type Spread } from '../../../main/contract/room-spread.ts';

/** What a room said, in the unit that it was asked in, and what came out. */
export interface RoomSpread {
  /** How many answers. */
  count: number;
  /** All of them, or evenly spaced ones where they are many. */
  marks: readonly number[];
  /** Null before anything came out. */
  was: { value: number; words: string } | null;
}

/** Where an answer stands on an axis of the figure; null where it has no place there. */
export type PlaceOf = (answer: number) => number | null;

/** An axis in the question's own unit. */
export const asSaid: PlaceOf = (answer) => answer;

export interface PlacedSpread extends Spread {
  was: { at: number; words: string } | null;
}

/**
 * A room's answers on a figure's own axis, with the quartiles of what stands there: for a straight
 * axis those of what was said. Null where one of them has no place.
 */
export function placeSpread(
  { count, marks, was }: RoomSpread,
  place: PlaceOf,
): PlacedSpread | null {
  const placed = marks.map(place);
  if (!placed.every((at): at is number => at !== null && Number.isFinite(at))) return null;
  const spread = spreadOf(placed);
  const at = was && place(was.value);
  return spread && { ...spread, count, was: was && at !== null ? { at, words: was.words } : null };
}
