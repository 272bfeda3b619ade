import { z } from 'zod';
import type { Shared } from '../../../../renderer/host/use-shared.ts';

const minute = 60_000;
export const plannedMs = 8 * minute;
/** More than this nobody waits. */
export const longestMs = 99 * minute;

/** A countdown as all windows share it. Running, it holds the wall-clock time of its end, so that a computer that slept shows the truth. */
const countdownSchema = z.object({
  /** Milliseconds since 1970; null while it stands. */
  endsAt: z.number().nullable(),
  /** What is left while it stands, in milliseconds. */
  leftMs: z.number().min(0).max(longestMs),
  /** Whether it was started since it was set: while it stands, it is then paused. */
  begun: z.boolean().default(false),
  sound: z.boolean(),
});
export type Countdown = z.infer<typeof countdownSchema>;

export const freshCountdown: Countdown = {
  endsAt: null,
  leftMs: plannedMs,
  begun: false,
  sound: true,
};

export const sharedCountdown: Shared<Countdown> = {
  key: 'breakout/countdown',
  schema: countdownSchema,
  fallback: freshCountdown,
  keep: true,
};

/** Milliseconds left at `now`. Never below 0, never more than the longest: a clock set back must not add an hour. */
export function leftAt(countdown: Countdown, now: number): number {
  const left = countdown.endsAt === null ? countdown.leftMs : countdown.endsAt - now;
  return Math.min(longestMs, Math.max(0, left));
}

export const isRunning = (countdown: Countdown, now: number): boolean =>
  countdown.endsAt !== null && leftAt(countdown, now) > 0;

/** Whether it was started and waits with time left. */
export const isPaused = ({ begun, endsAt, leftMs }: Countdown): boolean =>
  begun && endsAt === null && leftMs > 0;

/** Runs on, or starts anew where nothing is left. */
export function started(countdown: Countdown, now: number): Countdown {
  const left = leftAt(countdown, now);
  return {
    ...countdown,
    endsAt: now + (left > 0 ? left : plannedMs),
    leftMs: left > 0 ? left : plannedMs,
    begun: true,
  };
}

export function paused(countdown: Countdown, now: number): Countdown {
  return { ...countdown, endsAt: null, leftMs: leftAt(countdown, now) };
}

/** A minute more; where time was up it runs on for that minute. */
export function withMinute(countdown: Countdown, now: number): Countdown {
  const left = Math.min(longestMs, leftAt(countdown, now) + minute);
  return countdown.endsAt === null
    ? { ...countdown, leftMs: left }
    : { ...countdown, endsAt: now + left, leftMs: left };
}

export function resetCountdown(countdown: Countdown): Countdown {
  return { ...freshCountdown, sound: countdown.sound };
}

/** "7:05": whole seconds, rounded up, so that 0:00 stands for the end alone. */
export function clockWords(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/**
 * What is worth saying aloud when the time left falls from one value to the next: each minute, half
 * a minute, the end. Null where nothing is.
 */
export function saidOnTheWay(beforeMs: number, leftMs: number): string | null {
  if (leftMs >= beforeMs) return null;
  if (leftMs <= 0) return 'Time is up.';
  if (beforeMs > 30_000 && leftMs <= 30_000) return '30 seconds left.';
  const whole = Math.ceil(leftMs / minute);
  if (Math.ceil(beforeMs / minute) === whole || leftMs < 30_000) return null;
  return whole === 1 ? '1 minute left.' : `${whole} minutes left.`;
}
