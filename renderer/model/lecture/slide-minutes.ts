import { z } from 'zod';
import type { Shared } from '../../host/use-shared.ts';
import { formatFixed } from '../../kit/number/format.ts';
import { readTyped } from '../../kit/number/number-language.ts';
import type { TypedNumber } from '../../kit/number/typed-number.ts';

/** More than this on one slide is a slip of the hand, in seconds. */
const longest = 120 * 60;

/** How long slides are to take, in whole seconds, by their id. */
const seconds = z.record(z.string().max(80), z.number().int().min(0).max(longest));
export type SlideSeconds = z.infer<typeof seconds>;

const slideMinutes = z.object({
  /** What the presenter typed. Slides that are not in it share the rest of the lecture. */
  own: seconds,
  /** What the last change took away, for its undo; null where there is nothing to undo. */
  before: seconds.nullable(),
});
type SlideMinutes = z.infer<typeof slideMinutes>;

/** The presenter's own minutes for slides. They stay from class to class. */
export const sharedSlideMinutes: Shared<SlideMinutes> = {
  key: 'lecture/minutes',
  schema: slideMinutes,
  fallback: { own: {}, before: null },
  keep: true,
};

/** Gives slides other times: `null` takes a slide's own time away. One undo brings back what was before all of them. */
export function withSeconds(
  { own }: SlideMinutes,
  changes: Readonly<Record<string, number | null>>,
): SlideMinutes {
  const next = Object.entries({ ...own, ...changes }).filter(([, value]) => value !== null);
  return { own: Object.fromEntries(next) as SlideSeconds, before: own };
}

/** All slides share the lecture as its parts say again. */
export const withoutOwn = ({ own }: SlideMinutes): SlideMinutes => ({ own: {}, before: own });

export const undone = ({ own, before }: SlideMinutes): SlideMinutes => ({
  own: before ?? own,
  before: null,
});

/** Reads the minutes of a slide, in seconds: "2", "2.5 min", "2:30", from 0 to 120 minutes. */
export function readSlideMinutes(text: string): TypedNumber {
  const clock = /^\s*(\d{1,3}):([0-5]\d)\s*(?:min)?\s*$/i.exec(text);
  const minutes = readTyped(text.replace(/\s*min\s*$/i, ''));
  const typed = clock ? Number(clock[1]) * 60 + Number(clock[2]) : minutes && minutes * 60;
  const value = typed === null ? NaN : Math.round(typed);
  return value >= 0 && value <= longest
    ? { ok: true, value }
    : { ok: false, what: `Minutes, such as 2:30 or ${formatFixed(2.5)}`, nearest: null };
}
