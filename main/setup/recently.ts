const day = 24 * 3_600_000;

/**
 * Whether a moment (milliseconds since 1970) lies within the last day. One in the future does not: it was written while the clock
 * was wrong, or the clock is wrong now, and what it forbids must not be forbidden for years.
 */
export function withinLastDay(at: number, now: number = Date.now()): boolean {
  return at <= now && now - at < day;
}
