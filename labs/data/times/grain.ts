/** What the times of a column name: a moment, or a whole minute, hour, day, month or year. */
export type Grain = 'moment' | 'minute' | 'hour' | 'day' | 'month' | 'year';

const minute = 60_000;
const hour = 60 * minute;
const dayLength = 24 * hour;
/** A day's beginning anywhere lies on that day in UTC, or less than this before it. */
const furthestAhead = 14 * hour;

/** The first moment after the minute, hour, day, month or year that begins at `at`; for a moment itself. Milliseconds since 1970. */
export function endOf(at: number, grain: Grain): number {
  if (grain === 'moment') return at;
  if (grain === 'minute') return at + minute;
  if (grain === 'hour') return at + hour;
  if (grain === 'day') return at + dayLength;
  // Where a zone was told, `at` is some hours off the beginning in UTC, and so is the end.
  const date = new Date(at + furthestAhead);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const length =
    grain === 'month'
      ? Date.UTC(year, month + 1) - Date.UTC(year, month)
      : Date.UTC(year + 1, 0) - Date.UTC(year, 0);
  return at + length;
}
