import { z } from 'zod';
import type { SharedValues } from '../../contract/shared-state.ts';
import {
  maxPassages,
  presented,
  slideClock,
  slideTimes,
  timesAt,
  type SlideTimes,
} from '../../contract/slide-times.ts';

/** The lecture’s clock as far as it times slides; the rest of it is the renderer’s own. */
const clock = slideClock.extend({
  spentMs: z.number().min(0),
  passages: z.array(slideTimes).default([]),
});

/**
 * How long each slide took in a class that is put away, once for each passage through the lecture,
 * the oldest first. Slides that were passed over are left out, and passages of nothing else.
 * @param values the class's, at rest: its clock stands
 */
export function passagesOf(values: SharedValues): SlideTimes[] {
  const read = clock.safeParse(values['lecture/clock']);
  if (!read.success) return [];
  const { passages, spentMs } = read.data;
  return [...passages.slice(-maxPassages), timesAt(read.data, spentMs)]
    .map(presented)
    .filter((times) => Object.keys(times).length > 0);
}
