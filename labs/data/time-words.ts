import type { TimeReading } from './column.ts';
import type { ColumnTally } from './column-tally.ts';
import type { Placed, TimeTally } from './tallies.ts';
import { nameWords, saysId, saysTime } from './names.ts';
import { shown } from './problem.ts';
import type { Grain } from './times/grain.ts';
import {
  formatWords,
  formatsIn,
  namesNoDay,
  type TimeFormat,
  type TimeScale,
} from './times/formats.ts';
import { timeShape } from './times/parse.ts';
import { zoneOf } from './times/zones.ts';
import { bitCount, centuryOpen, hasShortYear } from './times/two-digit-year.ts';

const dates = new Set<TimeFormat>([
  'iso',
  'day-month-year',
  'month-day-year',
  'year-month-day',
  'named',
  'compact',
]);
const counted = new Set<TimeFormat>(['epoch-s', 'epoch-ms', 'epoch-us', 'epoch-ns', 'excel']);

/** Beside these a 0 is no blank: a number of days, and the beginning of a day. */
const besideZero = new Set<TimeFormat>(['excel', 'time-of-day']);

export interface TimeFound {
  reading: TimeReading;
  /** Where cells, or figures and name together, say that they are times. */
  sure: boolean;
  /** Cells of 0 that stand for no time, as systems write it that count seconds. */
  zeros: Placed[];
}

/** How all cells of a column can be read as times. Null where they can't. */
export function readingOf(name: string, tally: ColumnTally, readable: number): TimeFound | null {
  const { times } = tally;
  const { zeros } = times;
  const fitting = zeros.reduce((sum, { count }) => sum + count, times.cells);
  if (times.cells === 0 || fitting !== readable || times.common <= 0) return null;
  let formats = formatsIn(times.common);
  // A time of day is a length of time as well; a 0 is only the latter.
  if (formats.includes('span') && zeros.length > 0) formats = ['span'];
  else if (formats.length > 1) formats = formats.filter((format) => format !== 'span');
  const words = nameWords(name);
  const clockName = words.some((word) => /^(time|zeit|uhrzeit|hora|heure|clock|ora)$/.test(word));
  if (formats.includes('time-of-day') && clockName) formats = ['time-of-day'];
  else if (formats.length > 1) formats = formats.filter((format) => format !== 'time-of-day');
  formats = withoutTurnedYears(formats, times);
  // Twelve figures may be a day with its time, and then it is.
  if (formats[0] === 'compact') formats = ['compact'];
  const first = formats[0]!;
  if (zeros.length > 0 && besideZero.has(first)) return null;
  const digitsAlone = tally.numbers.cells === readable;
  const sure =
    counted.has(first) || (digitsAlone && first === 'compact')
      ? saysTime(name) || (first === 'compact' && !saysId(name) && times.cells > 2)
      : true;
  const scale = scaleOf(first, times.zoned, times.cells);
  const dateOnly =
    !namesNoDay(scale) &&
    (times.dateOnly === times.cells ||
      (times.dateOnly === 0 && times.notMidnight === 0 && times.cells > 2 && tally.distinct > 1));
  const grain = dateOnly ? grainOf(times, tally.distinct) : minuteOrMoment(scale, tally);
  return {
    reading: { formats, scale, dateOnly, grain },
    sure,
    zeros: scale === 'span' ? [] : zeros,
  };
}

/**
 * Where a year of two digits could stand first or last, as in 24-01-05, the end that hardly varies is the year. Where both vary alike
 * all orders are left, and somebody has to say.
 */
function withoutTurnedYears(formats: TimeFormat[], { shortEnds }: TimeTally): TimeFormat[] {
  if (!formats.includes('year-month-day') || formats.length < 2) return formats;
  const [first, last] = shortEnds.map(bitCount) as [number, number];
  if (3 * last <= first) return formats.filter((format) => format !== 'year-month-day');
  return 3 * first <= last ? ['year-month-day'] : formats;
}

/** Times that all end in minutes, as 10:30, leave the second open: what is of the same minute may be older or newer. */
const minuteOrMoment = (scale: TimeScale, { times, distinct }: ColumnTally): Grain =>
  scale !== 'span' && times.notMinute === 0 && times.cells > 2 && distinct > 1
    ? 'minute'
    : 'moment';

/** Days that all are the first of a month name the month, those that all are New Year's Day the year. */
function grainOf({ cells, notFirst, notJanuary }: TimeTally, distinct: number): Grain {
  if (notFirst > 0 || cells < 3 || distinct < 2) return 'day';
  return notJanuary > 0 ? 'month' : 'year';
}

function scaleOf(format: TimeFormat, zoned: number, cells: number): TimeScale {
  if (format === 'time-of-day' || format === 'span') return format;
  if (format === 'excel') return 'local';
  if (!dates.has(format)) return 'instant';
  if (zoned === 0) return 'local';
  return zoned === cells ? 'instant' : 'mixed';
}

const scaleWords: Record<TimeScale, string> = {
  instant: 'with a time zone',
  local: 'without a time zone',
  mixed: 'some with a time zone and some without',
  plain: '',
  'time-of-day': '',
  span: '',
};

/** Why a column is read as times, with a cell of its own. */
export function timeWhy(reading: TimeReading, example: string): string {
  if (reading.scale === 'span')
    return `Lengths of time, in hours and minutes, such as ${shown(example)}`;
  const written = reading.formats.map((format) => formatWords[format]).join(', or ');
  const zone = counted.has(reading.formats[0]!) ? '' : scaleWords[reading.scale];
  return `Times, written as ${written}${zone && !reading.dateOnly ? `, ${zone}` : ''}, such as ${shown(example)}`;
}

/** What is said of how a column's times were read. */
export function timeNotes(reading: TimeReading, tally: ColumnTally): string[] {
  const { times } = tally;
  const notes: string[] = [];
  if (reading.formats.length > 1)
    notes.push(
      reading.formats.includes('year-month-day')
        ? 'Whether the day, the month or the year comes first, the cells do not tell: all fit more than one order.'
        : 'Whether the day or the month comes first, the cells do not tell: all fit both.',
    );
  if (!namesNoDay(reading.scale) && tally.firstCells.some(hasShortYear))
    notes.push(
      'Of years of two digits 00 to 29 are read as 2000 to 2029, and 69 to 99 as 1969 to 1999.',
    );
  if (reading.scale === 'mixed' && times.unzoned)
    notes.push(
      `Some cells name no time zone; the first is ${shown(times.unzoned.cell)} in row ${times.unzoned.row.toLocaleString('en-US')}.`,
    );
  if (reading.dateOnly && times.dateOnly === 0)
    notes.push('All cells are at 00:00, so they are read as days.');
  if (reading.grain === 'month')
    notes.push('All cells are the first of a month, so they are read as months.');
  if (reading.grain === 'year')
    notes.push('All cells are the first day of a year, so they are read as years.');
  if (!reading.dateOnly && times.dateOnly > 0 && !namesNoDay(reading.scale))
    notes.push(
      `${times.dateOnly.toLocaleString('en-US')} cells have a day only; they count as its beginning.`,
    );
  return notes;
}

/** Why dates are no times: their years have two digits that may be of either century. Null where none are. */
export function centuryNote({ times }: ColumnTally): string | null {
  const stray = times.strays.find(({ cell }) => centuryOpen(cell));
  return stray
    ? `${shown(stray.cell)} in row ${stray.row.toLocaleString('en-US')} has a year of two digits that may be of either century. ` +
        'So it is read as words. Write the years with four digits.'
    : null;
}

const zoneAtEnd = /^(.*\d:\d\d.*?)\s*[([]?((?![AP]M$)[A-Z]{2,5})[)\]]?$/;

/** Why times are none: the zone behind them is that of several places, as BST and IST are, or is not known here. Null where none are. */
export function zoneNote({ times }: ColumnTally): string | null {
  for (const { cell, row } of times.strays) {
    const [, time = '', zone = ''] = zoneAtEnd.exec(cell) ?? [];
    if (zone === '' || zoneOf(zone) !== null || timeShape(time) === 0) continue;
    return (
      `${shown(cell)} in row ${row.toLocaleString('en-US')} ends with “${zone}”, and that does not name one zone. ` +
      'So it is read as words. Write how far the clock is ahead of UTC instead, such as +01:00.'
    );
  }
  return null;
}

/** Why figures that are times are read as none: some may count seconds, and others milliseconds. Null where all are of one unit. */
export function unitsNote(
  name: string,
  { times, numbers }: ColumnTally,
  readable: number,
): string | null {
  const { clash, cells } = times;
  if (!saysTime(name) || !clash || cells !== readable || numbers.cells !== readable) return null;
  return (
    `Its figures are times in more than one unit: ${shown(clash.cell)} in row ${clash.row.toLocaleString('en-US')} is not written as those ` +
    'before it. So they are read as no times, and they do not stand in order of time. Write all of them in one unit.'
  );
}

/** Why a number may be no exact time although its name says that it is one; null elsewhere. */
export function exponentNote(name: string, { firstCells }: ColumnTally): string | null {
  const cell = firstCells.find((one) => /\de[+-]?\d+$/i.test(one));
  return cell !== undefined && saysTime(name)
    ? `${shown(cell)} is written with an exponent, which rounds a time: it is read as a number.`
    : null;
}
