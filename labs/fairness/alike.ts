import type { Interval } from '../math/intervals/rate.ts';

/** A gap within this, either way, is called none. */
const alikeWithin = 0.03;

/** The largest gap that an interval holds, whichever group it favours. */
export const farthest = ([low, high]: Interval): number => Math.max(-low, high);

/**
 * Whether the intervals of the largest gap in selection and of its ratio leave no room for a gap that matters: under 3 in 100 either way,
 * and a ratio that keeps the four-fifths rule. Equal shares of few people are not called alike.
 */
export const areAlike = (gap: Interval | null, ratio: Interval | null): boolean =>
  gap !== null && ratio !== null && farthest(gap) <= alikeWithin && ratio[0] >= 0.8;
