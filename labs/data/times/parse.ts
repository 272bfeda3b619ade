import { clockMs, clockPattern, dayMs, fullYear, zonePattern } from './clock.ts';
import { formatBit, timeFlag, type TimeFormat } from './formats.ts';
import { namedTime } from './named.ts';
import { spanMs } from './span.ts';
import { usualIso } from './usual-iso.ts';
import { momentIn, zoneOf } from './zones.ts';

const tail = String.raw`(?:(?:[ T,]+|T)${clockPattern}\s*(?:${zonePattern})?|(Z))?`;
const iso = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${tail}$`, 'i');
const isoMonth = /^(\d{4})[-/](\d{1,2})$/;
const slash = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${tail}$`, 'i');
const yearFirst = new RegExp(String.raw`^(\d{2})([-/.])(\d{1,2})\2(\d{1,2})${tail}$`, 'i');
const compact = new RegExp(
  String.raw`^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?\s*(?:${zonePattern})?)?$`,
  'i',
);
const clockOnly = new RegExp(String.raw`^${clockPattern}$`, 'i');
const plain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A time that was read: milliseconds since 1970, in UTC or as a clock showed it, or the plain number. */
export interface ReadTime {
  at: number;
  zoned: boolean;
  /** False where it is a day and nothing more. */
  timed: boolean;
  /** By how many milliseconds the clock that was read is ahead of UTC, where the cell names its zone. */
  ahead?: number;
}

/** Days of 1970 and 2100 as a spreadsheet counts them: whatever lies outside is more likely a number than a day. */
const excelFirst = 25_569;
const excelLast = 73_050;
const dayLength = 86_400_000;
/** Seconds of 1990 and 2100: what lies outside is no time of a table. */
const epochFirst = 631_152_000;
const epochLast = 4_102_444_800;
const epochUnits: Partial<Record<TimeFormat, number>> = {
  'epoch-s': 1,
  'epoch-ms': 1e3,
  'epoch-us': 1e6,
  'epoch-ns': 1e9,
};

/** Reads a trimmed cell in one format. Null where it is not in that format or names a day or an hour that does not exist. */
export function readTime(cell: string, format: TimeFormat): ReadTime | null {
  switch (format) {
    case 'number':
      return plain.test(cell) ? { at: Number(cell), zoned: false, timed: true } : null;
    case 'iso':
      return readIso(cell);
    case 'day-month-year':
    case 'month-day-year': {
      const found = slash.exec(cell);
      if (!found) return null;
      const [first, second] = [+found[1]!, +found[3]!];
      const [day, month] = format === 'day-month-year' ? [first, second] : [second, first];
      return finish(dayMs(fullYear(found[4]!), month, day), found.slice(5));
    }
    case 'year-month-day': {
      const found = yearFirst.exec(cell);
      return found && finish(dayMs(fullYear(found[1]!), +found[3]!, +found[4]!), found.slice(5));
    }
    case 'named':
      return namedTime(cell);
    case 'compact':
      return readCompact(cell);
    case 'time-of-day': {
      const found = clockOnly.exec(cell);
      // Hours and minutes with a point are a number.
      if (!found || (!found[3] && !found[5] && !cell.includes(':'))) return null;
      const at = clockMs(found[1]!, found[2]!, found[3], found[4], found[5]);
      return Number.isNaN(at) ? null : { at, zoned: false, timed: true };
    }
    case 'span': {
      const at = spanMs(cell);
      return Number.isNaN(at) ? null : { at, zoned: false, timed: true };
    }
    case 'excel': {
      const text = cell.replace(',', '.');
      const serial = plain.test(text) ? Number(text) : NaN;
      if (!(serial >= excelFirst && serial < excelLast)) return null;
      const at = Math.round((serial - excelFirst) * dayLength);
      return { at, zoned: false, timed: !Number.isInteger(serial) };
    }
    default: {
      const unit = epochUnits[format]!;
      const text = cell.replace(',', '.');
      const value = plain.test(text) ? Number(text) : NaN;
      if (!(value >= epochFirst * unit && value < epochLast * unit)) return null;
      return { at: (value / unit) * 1000, zoned: true, timed: true };
    }
  }
}

function readIso(cell: string): ReadTime | null {
  const quick = usualIso(cell);
  if (quick !== null)
    return { at: quick, zoned: cell.charCodeAt(cell.length - 1) === 90, timed: cell.length > 10 };
  const found = iso.exec(cell);
  if (found) return finish(dayMs(+found[1]!, +found[3]!, +found[4]!), found.slice(5));
  const month = isoMonth.exec(cell);
  return month && finish(dayMs(+month[1]!, +month[2]!, 1), []);
}

function readCompact(cell: string): ReadTime | null {
  const found = compact.exec(cell);
  if (!found || +found[1]! < 1900 || +found[1]! > 2100) return null;
  const [, year, month, day, hours, minutes, seconds, fraction, zone] = found;
  return finish(dayMs(+year!, +month!, +day!), [
    hours,
    minutes,
    seconds,
    fraction,
    undefined,
    zone,
  ]);
}

/** A day with its time of day and zone: hours, minutes, seconds, fraction, half of the day, zone, zone of a day alone. */
function finish(day: number, parts: (string | undefined)[]): ReadTime | null {
  const [hours, minutes, seconds, fraction, half, zoneText, dayZone] = parts;
  const local = hours ? day + clockMs(hours, minutes!, seconds, fraction, half) : day;
  if (Number.isNaN(local)) return null;
  const written = zoneText ?? dayZone;
  const zone = written ? zoneOf(written) : null;
  if (written && !zone) return null;
  const at = zone ? momentIn(zone, local) : local;
  return { at, zoned: zone !== null, timed: hours !== undefined, ahead: local - at };
}

const minus = 45;
const bySlash = ['day-month-year', 'month-day-year', 'year-month-day'] as const;
/** What figures may be, by how many stand before the point: nearly all numbers are none of these. */
const byLength: Record<number, readonly TimeFormat[]> = {
  5: ['excel'],
  8: ['compact'],
  9: ['epoch-s'],
  10: ['epoch-s'],
  12: ['compact', 'epoch-ms'],
  13: ['epoch-ms'],
  14: ['compact'],
  15: ['epoch-us'],
  16: ['epoch-us'],
  18: ['epoch-ns'],
  19: ['epoch-ns'],
};

/** The formats that a trimmed cell fits and what it tells of zone and time of day, as bits; 0 where it is no time. */
export function timeShape(cell: string): number {
  const quick = usualIso(cell);
  if (quick !== null) {
    const zone = cell.charCodeAt(cell.length - 1) === 90 ? timeFlag.zoned : timeFlag.unzoned;
    return formatBit.iso | zone | (cell.length > 10 ? timeFlag.timed : timeFlag.dateOnly);
  }
  const length = cell.length;
  if (length < 4 || length > 60) return 0;
  const first = cell.charCodeAt(0);
  const digit = first >= 48 && first <= 57;
  if (first === minus) return cell.includes(':') ? bitsOf(cell, ['span']) : 0;
  if (!digit) return first > 64 ? bitsOf(cell, ['named']) : 0;
  if (digitsOnly(cell)) {
    const point = cell.indexOf('.');
    const formats = byLength[point < 0 ? length : point];
    return (formats ? bitsOf(cell, formats) : 0) | dotted(cell);
  }
  // A part of a second, or of a spreadsheet’s day, after a decimal comma.
  if (/^(?:\d{5}|\d{9,19}),\d+$/.test(cell)) return bitsOf(cell, byLength[cell.indexOf(',')] ?? []);
  const fourth = cell.charCodeAt(4);
  if (fourth === 45 || fourth === 47 || fourth === 46) {
    const found = bitsOf(cell, ['iso']);
    if (found) return found;
  }
  if (/^\d{8}/.test(cell)) return bitsOf(cell, ['compact']);
  const slashes = bitsOf(cell, bySlash) | bitsOf(cell, ['time-of-day']);
  const spans = cell.includes(':') ? bitsOf(cell, ['span']) : 0;
  return slashes | spans || bitsOf(cell, ['named']);
}

/** Figures with two points may be a date or a time of day. */
const dotted = (cell: string): number =>
  cell.indexOf('.') === cell.lastIndexOf('.')
    ? 0
    : bitsOf(cell, [...bySlash, 'iso', 'time-of-day']);

function digitsOnly(cell: string): boolean {
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i);
    if ((code < 48 || code > 57) && code !== 46) return false;
  }
  return true;
}

function bitsOf(cell: string, formats: readonly TimeFormat[]): number {
  let bits = 0;
  for (const format of formats) {
    const read = readTime(cell, format);
    if (!read) continue;
    bits |= formatBit[format] | (read.zoned ? timeFlag.zoned : timeFlag.unzoned);
    bits |= read.timed ? timeFlag.timed : timeFlag.dateOnly;
  }
  return bits;
}
