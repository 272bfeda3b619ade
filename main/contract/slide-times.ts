import { z } from 'zod';

/** How long each slide was on in one passage through the lecture, in ms, by the slide's id. */
export const slideTimes = z.record(z.string().max(80), z.number().min(0));
export type SlideTimes = z.infer<typeof slideTimes>;

/** So many passages of one class are kept beside the one in progress. */
export const maxPassages = 5;

/** A slide that was on for less was passed over, not presented, in ms. */
const presentedMs = 5_000;

/** The part of the lecture's clock that times slides. */
export const slideClock = z.object({
  /** The slide that is on now and what the clock said when it came, in ms. */
  arrived: z.object({ slide: z.string().max(80), atMs: z.number().min(0) }).nullable(),
  /** The slides before it in this passage. A Lectern before this one kept none. */
  slides: slideTimes.default({}),
});
type SlideClock = z.infer<typeof slideClock>;

/** The times of a passage so far, the slide that is on now included. `elapsedMs` is what the clock says. */
export function timesAt({ arrived, slides }: SlideClock, elapsedMs: number): SlideTimes {
  if (!arrived) return slides;
  const here = Math.max(0, elapsedMs - arrived.atMs);
  return { ...slides, [arrived.slide]: (slides[arrived.slide] ?? 0) + here };
}

/** Only the slides that were presented, not those that were passed over. */
export const presented = (times: SlideTimes): SlideTimes =>
  Object.fromEntries(Object.entries(times).filter(([, ms]) => ms >= presentedMs));
