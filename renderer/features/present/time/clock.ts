import { z } from 'zod';
import {
  maxPassages,
  presented,
  slideClock,
  slideTimes,
  timesAt,
} from '../../../../main/contract/slide-times.ts';
import type { Shared } from '../../../host/use-shared.ts';

const stand = { startedAt: z.number().nullable(), spentMs: z.number().min(0) };

/** The lecture's clock. Times are wall-clock milliseconds, so that a computer that slept shows the right one. */
const clock = z.object({
  /** When it was last set going; null while it stands. */
  ...stand,
  ...slideClock.shape,
  /** How long slides took before the clock was reset, the oldest passage first: this class's rehearsals. */
  passages: z.array(slideTimes).max(maxPassages).default([]),
  /** What Reset took away, for its undo; `kept`: whether it became a passage. A Lectern before this one kept no slides. */
  before: z
    .object({
      ...stand,
      ...slideClock.shape,
      arrived: slideClock.shape.arrived.default(null),
      kept: z.boolean().default(false),
    })
    .nullable(),
});
export type Clock = z.infer<typeof clock>;

export const newClock: Clock = {
  startedAt: null,
  spentMs: 0,
  arrived: null,
  slides: {},
  passages: [],
  before: null,
};
export const sharedClock: Shared<Clock> = {
  key: 'lecture/clock',
  schema: clock,
  fallback: newClock,
  keep: true,
};

/** How long the lecture has been going, pauses left out. Never negative. */
export function elapsedMs(
  { startedAt, spentMs }: Pick<Clock, 'startedAt' | 'spentMs'>,
  now: number,
): number {
  return spentMs + (startedAt === null ? 0 : Math.max(0, now - startedAt));
}

/** Whether it was ever set going since it stood at zero. */
export const hasBegun = (clock: Clock): boolean => clock.startedAt !== null || clock.spentMs > 0;

export function start(clock: Clock, now: number): Clock {
  return clock.startedAt === null ? { ...clock, startedAt: now } : clock;
}

export function pause(clock: Clock, now: number): Clock {
  return { ...clock, startedAt: null, spentMs: elapsedMs(clock, now) };
}

/**
 * Back to zero and standing. How long its slides took is kept as a passage. `undoReset` brings back
 * what it said, as if it had never been reset.
 */
export function reset(clock: Clock, now: number): Clock {
  const { startedAt, spentMs, arrived, slides, passages } = clock;
  const passage = presented(timesAt(clock, elapsedMs(clock, now)));
  const kept = Object.keys(passage).length > 0;
  return {
    ...newClock,
    arrived: arrived && { ...arrived, atMs: 0 },
    passages: kept ? [...passages, passage].slice(-maxPassages) : passages,
    before: { startedAt, spentMs, arrived, slides, kept },
  };
}

export function undoReset(clock: Clock, now: number): Clock {
  if (!clock.before) return clock;
  const { kept, ...before } = clock.before;
  const passages = kept ? clock.passages.slice(0, -1) : clock.passages;
  const back: Clock = { ...before, passages, before: null };
  return clock.arrived ? arrive(back, clock.arrived.slide, now) : back;
}

/** Notes that a slide came on, and how long the one before it was. The same slide again changes nothing. */
export function arrive(clock: Clock, slide: string, now: number): Clock {
  if (clock.arrived?.slide === slide) return clock;
  const atMs = elapsedMs(clock, now);
  return { ...clock, slides: timesAt(clock, atMs), arrived: { slide, atMs } };
}

/**
 * A wall clock that never goes back: where the computer's own clock is set back, no time has passed. One that jumps ahead can't be
 * told from a computer that slept, and is believed.
 */
export function steadyNow(read: () => number): () => number {
  let last = read();
  let added = 0;
  return () => {
    const now = read();
    if (now < last) added += last - now;
    last = now;
    return now + added;
  };
}

/** 29:42, from an hour on 1:02:03. */
export function clockWords(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${two(minutes)}:${two(seconds % 60)}`;
}

/** 29:42, and 99:00: minutes as they are typed, however many. */
export function minuteWords(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** The time of day, 24 hours: 10:49. */
export function timeOfDay(ms: number): string {
  const date = new Date(ms);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}
