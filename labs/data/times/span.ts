/** Hours and minutes, of any number of hours: 0:16, 104:59, 41:45:15; with days before them, as 4 days 08:59:00. */
const pattern =
  /^(-?)(?:(\d{1,6}) ?d(?:ays?)?,? \+?)?(\d{1,6}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?$/i;

const [minute, hour] = [60_000, 3_600_000];

/**
 * A length of time in milliseconds; NaN for anything else. A time of day is one too. Beside others a 0 alone is one without its mark: see
 * `readingOf`. The minus of “-1 days +22:30:00” is that of its days alone.
 */
export function spanMs(cell: string): number {
  if (isZero(cell)) return 0;
  const found = pattern.exec(cell);
  if (!found) return NaN;
  const [, sign, days, hours, minutes, seconds, fraction] = found;
  if (+minutes! > 59 || +(seconds ?? 0) > 59) return NaN;
  const part = fraction ? Number(`0.${fraction}`) * 1000 : 0;
  const clock = +hours! * hour + +minutes! * minute + +(seconds ?? 0) * 1000 + part;
  if (days === undefined) return sign ? -clock : clock;
  return (sign ? -1 : 1) * +days * 24 * hour + clock;
}

/** Whether a cell is a bare 0: no time at all, beside times; none of it, beside lengths of time. */
export const isZero = (cell: string): boolean => cell === '0' || cell === '0.0';
