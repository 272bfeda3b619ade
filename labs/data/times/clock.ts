/** A time of day within a pattern: hours, minutes, seconds and their fraction, a.m. or p.m. Five groups. */
export const clockPattern = String.raw`(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,:](\d{1,9}))?)?\s*([ap]\.?\s?m\.?(?![a-z]))?`;
/** A zone within a pattern; one group. */
export const zonePattern = String.raw`(Z|UTC?|GMT|E[SD]T|C[SD]T|M[SD]T|P[SD]T|AK[SD]T|HST|CES?T|EES?T|WES?T|MSK|[JK]ST|HKT|SGT|SAST|AE[SD]T|NZ[SD]T|(?:GMT|UTC)?[+\-−]\d{1,2}(?::?\d{2}(?::\d{2})?)?|[A-Z][A-Za-z]+/[A-Za-z_/+\-\d]+)(?:\s?[([][A-Za-z_/ ]+[)\]]|\s(?:UTC|GMT))?`;

const minutesLast = /(?:^|[ T,])\d{1,2}[:.]\d{2}(?![\d:.]|,\d)/i;
/** Whether the clock of a time shows hours and minutes and no seconds, as in 10:30. */
export const endsInMinutes = (cell: string): boolean => minutesLast.test(cell);

const hour = 3_600_000;
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Milliseconds of a time of day; NaN for one that no clock shows. `24:00` is the end of a day, `:60` a leap second. */
export function clockMs(
  hours: string,
  minutes: string,
  seconds: string | undefined,
  fraction: string | undefined,
  half: string | undefined,
): number {
  let h = +hours;
  const [m, s] = [+minutes, +(seconds ?? 0)];
  if (half) {
    if (h < 1 || h > 12) return NaN;
    h = (h % 12) + (half[0]!.toLowerCase() === 'p' ? 12 : 0);
  }
  const end = h === 24 && m === 0 && s === 0;
  if (!(h < 24 || end) || m > 59 || s > 60) return NaN;
  return h * hour + m * 60_000 + s * 1000 + (fraction ? Number(`0.${fraction}`) * 1000 : 0);
}

/** Milliseconds since 1970 of a day's beginning; NaN for a day that does not exist. */
export function dayMs(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > monthDays[month - 1]! || year < 1) return NaN;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2 && day === 29 && !leap) return NaN;
  return year < 100
    ? new Date(0).setUTCFullYear(year, month - 1, day)
    : Date.UTC(year, month - 1, day);
}

/**
 * A year of two digits: 69 to 99 are of the last century and 00 to 29 of this one. NaN for 30 to 68: spreadsheets take those for the last
 * century and POSIX for this one, so nobody can tell.
 */
export const fullYear = (text: string): number => {
  if (text.length > 2) return +text;
  const year = +text;
  if (year < 30) return 2000 + year;
  return year < 69 ? NaN : 1900 + year;
};
