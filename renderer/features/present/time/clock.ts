import { z } from 'zod';
import type { Shared } from '../../../host/use-shared.ts';

const stand = { startedAt: z.number().nullable(), spentMs: z.number().min(0) };

/** The lecture's clock. Times are wall-clock milliseconds, so that a computer that slept shows the right one. */
const clock = z.object({
  /** When it was last set going; null while it stands. */
  ...stand,
  /** The slide that is on now and what the clock said when it came. */
  arrived: z.object({ slide: z.string().max(80), atMs: z.number().min(0) }).nullable(),
  /** What Reset took away, for its undo. */
  before: z.object(stand).nullable(),
});
export type Clock = z.infer<typeof clock>;

export const newClock: Clock = { startedAt: null, spentMs: 0, arrived: null, before: null };
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

/** Back to zero and standing. `undoReset` brings back what it said, as if it had never been reset. */
export function reset({ startedAt, spentMs, arrived }: Clock): Clock {
  return {
    ...newClock,
    arrived: arrived && { ...arrived, atMs: 0 },
    before: { startedAt, spentMs },
  };
}

export function undoReset(clock: Clock): Clock {
  return clock.before ? { ...clock, ...clock.before, before: null } : clock;
}

/** Notes that a slide came on. The same slide again changes nothing. */
export function arrive(clock: Clock, slide: string, now: number): Clock {
  return clock.arrived?.slide === slide
    ? clock
    : { ...clock, arrived: { slide, atMs: elapsedMs(clock, now) } };
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

/** The time of day, 24 hours: 10:49. */
export function timeOfDay(ms: number): string {
  const date = new Date(ms);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}
