import { clockMs, clockPattern, dayMs, fullYear, zonePattern } from './clock.ts';
import { momentIn, zoneOf } from './zones.ts';

/** First letters of the months in English, German, French, Spanish, Italian and Portuguese. */
const months: [RegExp, number][] = [
  [/^(jan|ene|gen)/, 1],
  [/^(feb|fév|fev)/, 2],
  [/^(mar|mär|mrz)/, 3],
  [/^(apr|avr|abr)/, 4],
  [/^(may|mai|mag)/, 5],
  [/^(jun|juin|giu)/, 6],
  [/^(jul|juil|lug)/, 7],
  [/^(aug|aoû|aou|ago)/, 8],
  [/^(sep|set)/, 9],
  [/^(oct|okt|ott|out)/, 10],
  [/^nov/, 11],
  [/^(dec|dez|déc|dic)/, 12],
];
const month = (word: string) => months.find(([name]) => name.test(word.toLowerCase()))?.[1] ?? 0;

const weekday = String.raw`(?:\p{L}{2,10}\.?,?\s+)?`;
const time = String.raw`(?:[ T,:]+(?:at\s+)?${clockPattern})?(?:\s*${zonePattern})?`;
const dayFirst = new RegExp(
  String.raw`^${weekday}(\d{1,2})(?:st|nd|rd|th|\.)?[ \-/.]*(\p{L}{3,10})\.?[ \-/,.]*(\d{4}|\d{2})${time}$`,
  'iu',
);
const monthFirst = new RegExp(
  String.raw`^${weekday}(\p{L}{3,10})\.?[ \-/]*(\d{1,2})(?:st|nd|rd|th)?[ \-/,]+(\d{4})${time}$`,
  'iu',
);
/** As C's ctime and some logs write it: the year last. */
const yearLast = new RegExp(
  String.raw`^\p{L}{3}\s+(\p{L}{3})\s+(\d{1,2})\s+${clockPattern}(?:\s+${zonePattern})?\s+(\d{4})$`,
  'iu',
);
const yearFirst = new RegExp(
  String.raw`^(\d{4})[ \-/](\p{L}{3,10})\.?[ \-/](\d{1,2})${time}$`,
  'iu',
);

/** A month alone, as `Dec-2015`. */
const monthOnly = /^(\p{L}{3,10})\.?[ \-/](\d{4})$/u;

export interface NamedTime {
  at: number;
  zoned: boolean;
  timed: boolean;
  ahead: number;
}

type Clock = [
  string | undefined,
  string | undefined,
  string | undefined,
  string | undefined,
  string | undefined,
];

/** A time whose month is a word. Null for anything else. */
export function namedTime(cell: string): NamedTime | null {
  if (cell.length < 8 || cell.length > 60 || !/\p{L}{3}/u.test(cell)) return null;
  let found = dayFirst.exec(cell);
  if (found) return made(found[3]!, found[2]!, found[1]!, found.slice(4, 9) as Clock, found[9]);
  found = monthFirst.exec(cell);
  if (found) return made(found[3]!, found[1]!, found[2]!, found.slice(4, 9) as Clock, found[9]);
  found = yearLast.exec(cell);
  if (found) return made(found[9]!, found[1]!, found[2]!, found.slice(3, 8) as Clock, found[8]);
  found = yearFirst.exec(cell);
  if (found) return made(found[1]!, found[2]!, found[3]!, found.slice(4, 9) as Clock, found[9]);
  found = monthOnly.exec(cell);
  return found && made(found[2]!, found[1]!, '1', noClock, undefined);
}

const noClock: Clock = [undefined, undefined, undefined, undefined, undefined];

function made(
  year: string,
  word: string,
  day: string,
  [hours, minutes, seconds, fraction, half]: Clock,
  zoneText: string | undefined,
): NamedTime | null {
  const clock = hours ? clockMs(hours, minutes!, seconds, fraction, half) : 0;
  const local = dayMs(fullYear(year), month(word), +day) + clock;
  const zone = zoneText ? zoneOf(zoneText) : null;
  if (Number.isNaN(local) || (zoneText && !zone)) return null;
  const at = zone ? momentIn(zone, local) : local;
  return { at, zoned: zone !== null, timed: hours !== undefined, ahead: local - at };
}
