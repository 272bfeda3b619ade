import { isPartOfDay, type Ask, type Column } from '../../../data/column.ts';
import { fewPerRows } from '../../../data/column-kind.ts';
import { namesNoDay } from '../../../data/times/formats.ts';
import { saysId, saysOwner, saysThing } from '../../../data/names.ts';
import { differentWords, shown } from '../../../data/problem.ts';
import { areAmounts, areSchoolClasses } from '../../../data/two-values.ts';
import { show } from '../finding.ts';
import {
  namesCalendar,
  namesClock,
  namesHour,
  namesHourOfDay,
  namesLabel,
  namesLength,
  namesOtherTime,
  namesPeriod,
  namesRowTime,
  namesStep,
  namesTheTime,
} from './table-names.ts';

// Which columns are the time, its time of day, the label and the owner: taken where names and values say so, else asked.

const isTime = ({ kind, time }: Column) =>
  kind === 'time' && time !== null && !namesNoDay(time.scale);
const isClock = ({ kind, time }: Column) => kind === 'time' && time?.scale === 'time-of-day';
/** The hour of a day, beside a column of days: a number, so it is a feature too. */
export const isHour = ({ name, kind, whole, range }: Column) =>
  kind === 'number' && whole && namesHour(name) && range!.low.value >= 0 && range!.high.value <= 24;
/** Days as a spreadsheet counts them: a time of day beside them is a part of a day. */
const isSheetDay = (column: Column | null) => column?.time?.formats[0] === 'excel';
/** Hours of all the day are hardly a number of hours. */
const isSureClock = (column: Column) =>
  isClock(column) || isPartOfDay(column)
    ? namesClock(column.name)
    : namesHourOfDay(column.name) ||
      (column.distinct >= 20 && column.range!.low.value <= 1 && column.range!.high.value >= 22);
export const isStep = (column: Column) =>
  column.kind === 'number' || (column.kind === 'id' && column.decimal !== null && column.whole);
/**
 * Half a date, such as the day of a month beside a column with the month: it comes round again, and does not tell when a row happened.
 * Alone, days from 0 to 29 count on.
 */
const isHalf = ({ name, range, distinct, filled }: Column, columns: readonly Column[]) => {
  const part = namesCalendar(name);
  if (part === null || range === null) return false;
  const beside = columns.some((one) => (namesCalendar(one.name)?.place ?? -1) > part.place);
  return beside && range.low.value >= 0 && range.high.value <= part.most && 2 * distinct <= filled;
};
/** A column that got its name from its place: its numbers may be anything. */
const isUnnamed = ({ name }: Column) => /^column \d+$/.test(name);
const isLabel = (column: Column) =>
  column.two !== null && (column.kind === 'two-valued' || column.kind === 'number');
/** An owner has to come back. */
const comesBack = ({ kind, distinct, filled }: Column) =>
  kind !== 'time' && distinct > 1 && distinct < filled;
/** In so many rows two owners are hardly all: two values say what a row is like. */
const fewestOfTwo = 10;
const hasTwo = ({ kind, distinct, filled }: Column) =>
  filled >= fewestOfTwo && (kind === 'two-valued' || distinct <= 2);
const isTwofold = (column: Column) => hasTwo(column) && !saysId(column.name);
/** So few owners with so many rows each are more likely brands or states, unless they are called ids: see `fewPerRows`. */
const isFew = (column: Column) =>
  saysId(column.name) ? hasTwo(column) : fewPerRows(column.distinct, column.filled);
/** What is called the time of the row and can't be read as one. A few words, such as lunch and dinner, are not meant so. */
const isUnread = ({ name, kind, decimal, filled, distinct, unitsDiffer }: Column) =>
  (unitsDiffer === true && namesRowTime(name) && !namesOtherTime(name)) ||
  (kind !== 'time' && filled > 0 && distinct > 10 && namesTheTime(name, decimal === null));
/** Months and visits are when a row happened where no other column holds times. */
const saysPeriod = ({ name }: Column) => namesPeriod(name);
/** What is called a label, and may be one; `class` may be that of a school. */
const isCalledLabel = (column: Column) => namesLabel(column.name) && !areSchoolClasses(column);
/** What is called a label, and has more than two values. */
const isManyValued = (column: Column) =>
  isCalledLabel(column) &&
  column.kind === 'category' &&
  column.two === null &&
  column.distinct > 1 &&
  column.distinct <= 10;
/** What is called a label, and has one value. */
const isOneValued = (column: Column) =>
  isCalledLabel(column) && column.kind !== 'time' && column.two === null && column.distinct === 1;
/** The answer that no column has a role. */
const none = 'none';

/** A row happened at some time: a column that is blank in more than a quarter of them says something else. */
const nearlyWhole = ({ filled, missing }: Column) => filled >= 0.75 * (filled + missing);

type Free = (fits: (column: Column) => boolean) => Column[];
export type AskFor = (
  role: string,
  candidates: readonly Column[],
  more?: Pick<Ask, 'why' | 'none'>,
) => void;

export function onlyTime(free: Free, ask: AskFor): Column | null {
  const times = free(isTime);
  const clear = times.filter(({ name }) => namesRowTime(name));
  const named = clear.length > 0 || times.length > 1 ? clear : times.filter(saysPeriod);
  const all = free(() => true);
  const steps = free((column) => isStep(column) && namesStep(column.name) && !isHalf(column, all));
  const likely = named.filter(({ name }) => !namesOtherTime(name));
  // Plain numbers that grow are a time as well, unless another column holds times.
  const unread = free(
    (column) =>
      isUnread(column) &&
      (times.length > 0 || column.unitsDiffer === true || !steps.includes(column)) &&
      !(isPartOfDay(column) && times.some(isSheetDay)),
  );
  if (unread.length === 0) {
    if (named.length === 1 && likely.length === 1 && nearlyWhole(named[0]!)) return named[0]!;
    const alone = named.length === 0 && times.length === 0 && steps.length === 1;
    if (alone && !namesLength(steps[0]!.name)) return steps[0]!;
  }
  const unnamed = free((column) => isUnnamed(column) && column.kind === 'number' && column.whole);
  const fitting = unique([...likely, ...named, ...times, ...steps, ...unnamed]);
  if (unread.length > 0 && fitting.length > 0) {
    const why = `“${unread[0]!.name}” is called a time, but its cells could not be read as times.`;
    ask('time', unique([...fitting, ...unread]), { why });
    return null;
  }
  // What is called a time and can't be read as one: why is said beside the column.
  const called = free(
    ({ name, kind, decimal }) => namesRowTime(name) && kind !== 'time' && decimal === null,
  );
  const candidates = fitting.length > 0 ? fitting : unique([...called, ...unread]);
  if (candidates.length === 0) ask('time', [], { why: 'No column looks like the time of a row.' });
  else ask('time', candidates);
  return null;
}

export function onlyLabel(free: Free, time: Column | null, ask: AskFor): Column | null {
  const twos = free(
    (column) =>
      isLabel(column) &&
      column !== time &&
      !saysId(column.name) &&
      !areAmounts(column) &&
      !areSchoolClasses(column),
  );
  const named = twos.filter(({ name }) => namesLabel(name));
  if (named.length === 1) return named[0]!;
  const ones = named.length === 0 ? free((column) => column !== time && isOneValued(column)) : [];
  // That there is nothing to predict is said where its cells are read.
  if (twos.length === 0 && ones.length === 1) return ones[0]!;
  // The last column of a table is the likelier label, and a yes and a no likelier than two words.
  const pairs = twos
    .filter(({ kind }) => kind === 'two-valued')
    .reverse()
    .sort((a, b) => Number(b.two!.told) - Number(a.two!.told));
  // Without two values anywhere, what is named so: why it can't be a label is then said.
  const others = free((column) => column !== time && isCalledLabel(column));
  const [many] = named.length === 0 ? free(isManyValued) : [];
  // What has three values would be refused as a label: it is not offered.
  const candidates = unique(
    twos.length > 0 ? [...named, ...pairs] : others.filter((column) => !isManyValued(column)),
  );
  const why = [
    ...(many ? [manyWords(many)] : []),
    ...ones.slice(0, 1).map(oneWords),
    ...(candidates.length === 0 ? ['No column has two values.'] : []),
  ];
  ask('label', candidates, why.length > 0 ? { why: why.join(' ') } : {});
  return null;
}

const manyWords = ({ name, distinct }: Column): string =>
  `“${name}” is called a label, but has ${differentWords(distinct)} different values, and a label has two.`;

const oneWords = ({ name, examples, filled }: Column): string =>
  `“${name}” is called a label, but holds ${shown(examples[0]!)} in all ${show(filled)} rows that have a value, and a label has two.`;

export function onlyOwner(
  free: Free,
  time: Column | null,
  label: Column | null,
  ask: AskFor,
): { owner: Column | null; once: string | null } {
  const all = free(
    (column) =>
      saysOwner(column.name) &&
      column !== time &&
      column !== label &&
      column.kind !== 'time' &&
      !isMeasured(column),
  );
  const isSure = (column: Column) => comesBack(column) && !isTwofold(column) && !isFew(column);
  // Who drives a car, or works at a machine, is the likelier owner.
  const people = all.filter(({ name }) => !saysThing(name));
  const named = people.some(isSure) ? people : all;
  const back = named.filter((column) => comesBack(column) && !isTwofold(column));
  const sure = back.filter(isSure);
  const [only] = sure.length > 0 ? sure : back;
  if (sure.length === 1) return { owner: only!, once: null };
  if (sure.length > 1) ask('owner', sure);
  else if (only) ask('owner', back, { why: fewWords(only), none });
  const once = named.find(({ distinct, filled }) => distinct > 1 && distinct >= filled);
  return { owner: null, once: back.length === 0 ? (once?.name ?? null) : null };
}

/** Numbers with a fraction name nobody: a pupil's width, what was paid by card. */
const isMeasured = ({ kind, whole }: Column) => kind === 'number' && !whole;

const fewWords = ({ name, distinct, filled }: Column): string =>
  `“${name}” has ${differentWords(distinct)} different values in ${show(filled)} rows: it may say what a row is like, and not whose it is.`;

/**
 * Days and times of day in two columns are one time; an hour beside a time of day says less of the same. A number of hours is none, nor is
 * a length of time or the time at which something ended: where their names leave that open and other times are compared with the rows', it
 * is asked. It always is where two are called times of day: no time of day is thrown away in silence.
 */
export function clockOf(
  columns: readonly Column[],
  free: Free,
  time: Column | null,
  ask: AskFor,
): Column | null {
  if (!time?.time?.dateOnly) return null;
  const isPart = (column: Column) =>
    isSheetDay(time) && isPartOfDay(column) && namesClock(column.name);
  const clocks = free((column) => isClock(column) || isHour(column) || isPart(column));
  const called = clocks.filter(isSureClock);
  const sure = called.some(isClock) ? called.filter(isClock) : called;
  if (sure.length === 1) return sure[0]!;
  const compared = columns.some((column) => column !== time && isTime(column));
  if (sure.length > 1 || (clocks.length > 0 && compared)) {
    const [first, second] = sure.length > 1 ? sure : clocks;
    const which =
      sure.length > 1 ? `Both “${first!.name}” and “${second!.name}”` : `“${first!.name}”`;
    const why = `“${time.name}” holds days. ${which} may be their time of day, or something else.`;
    ask('clock', unique([...sure, ...clocks]), { why, none });
  }
  return null;
}

const unique = (columns: readonly Column[]): Column[] => [...new Set(columns)];
