import { z } from 'zod';
import type { Shared } from '../../host/use-shared.ts';
import { formatFixed } from '../../kit/number/format.ts';
import { readTyped } from '../../kit/number/number-language.ts';
import type { TypedNumber } from '../../kit/number/typed-number.ts';

/** More than this on one slide is a slip of the hand, in seconds. */
const longest = 120 * 60;

/** So many changes are undone, one after another, besides the last. */
const undos = 30;

/** How long slides are to take, in whole seconds, by their id. */
const seconds = z.record(z.string().max(80), z.number().int().min(0).max(longest));
export type SlideSeconds = z.infer<typeof seconds>;

const slideMinutes = z.object({
  /** What the presenter typed. Slides that are not in it share the rest of the lecture. */
  own: seconds,
  /** What the last change took away, for its undo; null where there is nothing to undo. */
  before: seconds.nullable(),
  /** What stood before that, the newest last. A file of an older Lectern has none. */
  earlier: z.array(seconds).max(undos).default([]),
});
type SlideMinutes = z.infer<typeof slideMinutes>;

/** The presenter's own minutes for slides. They stay from class to class. */
export const sharedSlideMinutes: Shared<SlideMinutes> = {
  key: 'lecture/minutes',
  schema: slideMinutes,
  fallback: { own: {}, before: null, earlier: [] },
  keep: true,
};

/** Gives slides other times: `null` takes a slide's own time away. One undo brings back what was before all of them. */
export function withSeconds(
  minutes: SlideMinutes,
  changes: Readonly<Record<string, number | null>>,
): SlideMinutes {
  const next = Object.entries({ ...minutes.own, ...changes }).filter(([, value]) => value !== null);
  return changedTo(minutes, Object.fromEntries(next) as SlideSeconds);
}

/** All slides share the lecture as its parts say again. */
export const withoutOwn = (minutes: SlideMinutes): SlideMinutes => changedTo(minutes, {});

const changedTo = ({ own, before, earlier }: SlideMinutes, next: SlideSeconds): SlideMinutes => ({
  own: next,
  before: own,
  earlier: before === null ? earlier : [...earlier, before].slice(-undos),
});

export const canUndo = ({ before }: SlideMinutes): boolean => before !== null;

/** The last change is taken back; once more, the one before it. */
export const undone = ({ own, before, earlier }: SlideMinutes): SlideMinutes => ({
  own: before ?? own,
  before: earlier.at(-1) ?? null,
  earlier: earlier.slice(0, -1),
});

/** "4,5" in any language of numbers: no slide has minutes enough for a comma between thousands. */
const decimalComma = /^(\s*\d{1,3}),(\d{1,2}\s*)$/;

/** Reads the minutes of a slide, in seconds: "2", "2.5 min", "2,5", "2:30", from 0 to 120 minutes. */
export function readSlideMinutes(text: string): TypedNumber {
  const clock = /^\s*(\d{1,3}):([0-5]\d)\s*(?:min)?\s*$/i.exec(text);
  const minutes = readTyped(text.replace(/\s*min\s*$/i, '').replace(decimalComma, '$1.$2'));
  const typed = clock ? Number(clock[1]) * 60 + Number(clock[2]) : minutes && minutes * 60;
  const value = typed === null ? NaN : Math.round(typed);
  return value >= 0 && value <= longest
    ? { ok: true, value }
    : { ok: false, what: `Minutes, such as 2:30 or ${formatFixed(2.5)}`, nearest: null };
}
