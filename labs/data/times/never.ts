const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const dayOf = (at: number) => Math.floor(at / dayMs) * dayMs;
/** How far clocks are from UTC at most, either way: the day that a file names may be a neighbour of the one in UTC. */
const furthest = 14 * hourMs;

/** No table holds what happens so late. */
const tooLate = Date.UTC(2200, 0, 1);
/** Days that systems begin or end with, and write where there is none. */
const ends = new Set(
  [
    ...['0001-01-01', '1601-01-01', '1753-01-01', '1800-01-01', '1899-12-30', '1899-12-31'],
    ...['1900-01-01', '2099-12-31', '2100-01-01', '2199-12-31', '9999-12-31'],
  ].map((day) => Date.parse(day)),
);

/** The day that computers count from: what they make of a time of 0. */
const first = 0;
/** From here on a column knows nothing of 1970, and its one day in 1970 is a 0. */
const longAfter = Date.UTC(1980, 0, 1);

const daysOf = (at: number) => [at, at + furthest, at - furthest].map(dayOf);

/**
 * Whether 1970-01-01 among these times is a 0 that was shown as a day: all others are of another
 * age. A birth in 1970 stands beside others.
 */
export const isLongAfterFirst = (times: Float64Array): boolean =>
  times.every((at) => Number.isNaN(at) || at >= longAfter || daysOf(at).includes(first));
/** Whether any of these times is far from 1970. */
export const hasLater = (times: Float64Array): boolean => times.some((at) => at >= longAfter);

/**
 * The day that a time stands on where that is one that systems write for “never” or “not known”: 9999-12-31, 2099-12-31, 1900-01-01,
 * 0001-01-01, on the clock of any zone; 1970-01-01 only beside much later ones. Null of any other time.
 */
export function neverDay(at: number, firstToo: boolean): string | null {
  const named = daysOf(at).find((day) => ends.has(day) || (firstToo && day === first));
  const day = named ?? (at >= tooLate ? dayOf(at) : null);
  return day === null ? null : new Date(day).toISOString().slice(0, -14);
}
