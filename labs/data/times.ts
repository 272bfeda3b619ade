/** How a column writes its times. */
export type TimeFormat =
  'iso-zone' | 'iso' | 'epoch-s' | 'epoch-ms' | 'day-month-year' | 'month-day-year' | 'number';

export const formatWords: Record<TimeFormat, string> = {
  'iso-zone': '2024-03-01T09:30:00Z, with a time zone',
  iso: '2024-03-01 09:30, without a time zone',
  'epoch-s': 'seconds since 1970',
  'epoch-ms': 'milliseconds since 1970',
  'day-month-year': 'day/month/year',
  'month-day-year': 'month/day/year',
  number: 'a plain number that grows with time',
};

const isoPattern =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|z|UTC|[+-]\d{2}:?\d{2})?$/;
const slashPattern =
  /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const numberPattern = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads a time as milliseconds since 1970 (UTC where it names no zone), a plain number as itself.
 * NaN where the cell is not in this format.
 */
export function parseTime(cell: string, format: TimeFormat): number {
  const text = cell.trim();
  switch (format) {
    case 'number':
      return numberPattern.test(text) ? Number(text) : NaN;
    case 'epoch-s':
      return isEpoch(text, 1e8, 1e11) ? Number(text) * 1000 : NaN;
    case 'epoch-ms':
      return isEpoch(text, 1e11, 1e14) ? Number(text) : NaN;
    case 'iso':
    case 'iso-zone': {
      const quick = usualIso(text, format);
      if (quick !== null) return quick;
      const found = isoPattern.exec(text);
      if (!found || (found[8] !== undefined) !== (format === 'iso-zone')) return NaN;
      return (
        moment(
          +found[1]!,
          +found[2]!,
          +found[3]!,
          +(found[4] ?? 0),
          +(found[5] ?? 0),
          +(found[6] ?? 0),
          found[7] ? Number(`0.${found[7]}`) * 1000 : 0,
        ) -
        zoneMinutes(found[8]) * 60_000
      );
    }
    default: {
      const found = slashPattern.exec(text);
      if (!found) return NaN;
      const [first, second] = [+found[1]!, +found[2]!];
      const [day, month] = format === 'day-month-year' ? [first, second] : [second, first];
      return moment(
        +found[3]!,
        month,
        day,
        +(found[4] ?? 0),
        +(found[5] ?? 0),
        +(found[6] ?? 0),
        0,
      );
    }
  }
}

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The usual layouts, read without a regular expression: a million rows have two million of them.
 * Null for anything else, which the pattern then judges.
 */
function usualIso(text: string, format: TimeFormat): number | null {
  const zoned = text.charCodeAt(text.length - 1) === 90;
  const length = zoned ? text.length - 1 : text.length;
  if (
    zoned !== (format === 'iso-zone') ||
    (length !== 10 && length !== 16 && length !== 19 && length !== 23) ||
    (zoned && length === 10)
  )
    return null;
  const digits = (from: number, count: number): number => {
    let value = 0;
    for (let i = from; i < from + count; i++) {
      const digit = text.charCodeAt(i) - 48;
      if (!(digit >= 0 && digit <= 9)) return NaN;
      value = value * 10 + digit;
    }
    return value;
  };
  const is = (at: number, code: number) => text.charCodeAt(at) === code;
  const [dash, colon] = [45, 58];
  if (!is(4, dash) || !is(7, dash)) return null;
  const [year, month, day] = [digits(0, 4), digits(5, 2), digits(8, 2)];
  let [hour, minute, second, ms] = [0, 0, 0, 0];
  if (length > 10) {
    if (!(is(10, 84) || is(10, 32)) || !is(13, colon)) return null;
    hour = digits(11, 2);
    minute = digits(14, 2);
    if (length > 16) {
      if (!is(16, colon)) return null;
      second = digits(17, 2);
      if (length === 23) {
        if (!is(19, 46)) return null;
        ms = digits(20, 3);
      }
    }
  }
  const sound =
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= monthDays[month - 1]! &&
    (month !== 2 || day < 29) &&
    hour < 24 &&
    minute < 60 &&
    second < 60 &&
    ms >= 0 &&
    year >= 1000;
  return sound ? Date.UTC(year, month - 1, day, hour, minute, second, ms) : null;
}

const isEpoch = (text: string, low: number, high: number) =>
  /^\d+(\.\d+)?$/.test(text) && Number(text) >= low && Number(text) < high;

/** Milliseconds since 1970; NaN for a day or an hour that does not exist. */
function moment(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  ms: number,
): number {
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(at);
  const exists =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    hour < 25 &&
    minute < 60 &&
    second < 61;
  return exists ? at + ms : NaN;
}

function zoneMinutes(zone: string | undefined): number {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  return found ? (found[1] === '-' ? -1 : 1) * (+found[2]! * 60 + +found[3]!) : 0;
}

/**
 * The formats that every one of these cells fits, the likelier first; empty cells say nothing. More
 * than one of day/month/year and month/day/year means that the cells do not tell: then somebody has
 * to. None means that the cells are no times, or not all written alike.
 */
export function fittingFormats(cells: readonly string[]): TimeFormat[] {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0) return [];
  const order: TimeFormat[] = [
    'iso-zone',
    'iso',
    'epoch-ms',
    'epoch-s',
    'day-month-year',
    'month-day-year',
    'number',
  ];
  const fitting = order.filter((format) =>
    filled.every((cell) => !Number.isNaN(parseTime(cell, format))),
  );
  // What can be seconds since 1970 is no plain number, unless it has to be one.
  return fitting.length > 1 && fitting.at(-1) === 'number' ? fitting.slice(0, -1) : fitting;
}
