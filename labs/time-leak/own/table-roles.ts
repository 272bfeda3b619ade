import type { Ask, Column } from '../../data/column.ts';
import { saysId, saysOwner } from '../../data/names.ts';
import { columnNamed } from '../../data/open-table.ts';
import { areAmounts } from '../../data/two-values.ts';
import type { TableAnswers, TableRoles, TimeUse } from './table-mapping.ts';
import {
  datedBy,
  namesCalendar,
  namesHour,
  namesLabel,
  namesOtherTime,
  namesRowTime,
  namesStep,
  plainName,
} from './table-names.ts';
import { askZones, incomparable, quietUse, timeUse } from './table-times.ts';

const isTime = ({ kind, time }: Column) =>
  kind === 'time' && time !== null && time.scale !== 'time-of-day';
const isClock = ({ kind, time }: Column) => kind === 'time' && time?.scale === 'time-of-day';
/** The hour of a day, beside a column of days: a number, so it is a feature too. */
const isHour = ({ name, kind, whole, range }: Column) =>
  kind === 'number' && whole && namesHour(name) && range!.low.value >= 0 && range!.high.value <= 24;
const isStep = (column: Column) =>
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
const isFeature = ({ kind, filled }: Column) =>
  filled > 0 && (kind === 'number' || kind === 'two-valued' || kind === 'category');

/**
 * Takes a role for a column where its name and its values say so and no other column's do; asks for the rest, the likeliest first.
 */
export function tableRoles(columns: readonly Column[], answers: TableAnswers = {}): TableRoles {
  const asks: Ask[] = [];
  const unknown: string[] = [];
  const notes: string[] = [];
  const find = (name: string | null | undefined): Column | null => {
    if (name === null || name === undefined) return null;
    const column = columnNamed(columns, name);
    if (!column) unknown.push(name);
    return column;
  };
  const ask = (role: string, candidates: readonly Column[], why?: string) =>
    asks.push({
      ...{ role, column: null, candidates: candidates.map(({ name }) => name) },
      ...(why !== undefined && { why }),
    });

  const written = writtenColumns(columns, answers.written ?? {}, find);
  const dates = new Set([...written.values()].filter((column) => column !== null));
  const free = (fits: (column: Column) => boolean) =>
    columns.filter((column) => fits(column) && !dates.has(column));

  const given = find(answers.time);
  const time = given ?? onlyTime(free, ask);
  const clocks = free((column) => isClock(column) || isHour(column));
  const clock = answers.clock !== undefined ? find(answers.clock) : clockOf(time, clocks);
  const label = find(answers.label) ?? onlyLabel(free, time, ask);
  let owner = find(answers.owner);
  let once: string | null = null;
  if (answers.owner === undefined) ({ owner, once } = onlyOwner(free, time, label, ask));

  const use = (column: Column, withClock: Column | null): TimeUse | null =>
    timeUse(column, withClock, answers, asks);
  const timeOf = time && use(time, clock);
  const chosen = answers.features?.map(find).filter((column) => column !== null);
  const others = columns.filter(
    (column) =>
      column !== time &&
      (column !== clock || isHour(column)) &&
      column !== label &&
      column !== owner &&
      !dates.has(column),
  );
  const used = chosen
    ? chosen.filter((column) => others.includes(column))
    : others.filter(isFeature);
  const left = chosen ? [] : others.filter((column) => !used.includes(column) && column.filled > 0);
  if (left.length > 0)
    notes.push(
      `Not scored, as their cells hardly repeat or are times: ${left.map(({ name }) => `“${name}”`).join(', ')}.`,
    );
  const features = used.map((column) => {
    const own = written.get(column.name) ?? null;
    const nothing = { column, written: null, refused: null, writtenName: own?.name ?? null };
    if (!own || !time) return nothing;
    const refused = incomparable(time, own);
    if (refused) return { ...nothing, refused };
    const writtenUse = use(own, null);
    return writtenUse ? { ...nothing, written: writtenUse } : nothing;
  });
  if (timeOf) askZones(timeOf, features, answers, asks);
  if (features.length === 0 && time && label) ask('feature', others);
  const leftUses = left
    .map((column) => ({ column, use: timeOf && quietUse(column, timeOf, answers) }))
    .filter(({ column, use }) => column.missing > 0 || use !== null);
  return {
    roles: {
      ...(time && { time: time.name }),
      ...(clock && { timeOfDay: clock.name }),
      ...(label && { label: label.name }),
      ...(owner && { owner: owner.name }),
      ...(dates.size > 0 && {
        written: Object.fromEntries(
          [...written].flatMap(([name, column]) => (column ? [[name, column.name]] : [])),
        ),
      }),
    },
    asks,
    unknown,
    notes,
    used: used.map(({ name }) => name),
    mapping:
      asks.length === 0 && unknown.length === 0 && timeOf && label
        ? { time: timeOf, label, owner, once, features, left: leftUses }
        : null,
  };
}

/** Which column dates which feature: as said, else by their names. */
function writtenColumns(
  columns: readonly Column[],
  said: Readonly<Record<string, string | null>>,
  find: (name: string | null) => Column | null,
): Map<string, Column | null> {
  const pairs = new Map<string, Column | null>();
  for (const [feature, column] of Object.entries(said)) {
    const known = find(feature);
    if (known) pairs.set(known.name, find(column));
  }
  for (const column of columns) {
    const bare = datedBy(column.name);
    if (
      bare === null ||
      !(column.kind === 'time' || isStep(column)) ||
      [...pairs.values()].includes(column)
    )
      continue;
    const feature = columns.find(
      (one) => one !== column && plainName(one.name) === bare && !namesLabel(one.name),
    );
    if (feature && !pairs.has(feature.name)) pairs.set(feature.name, column);
  }
  return pairs;
}

/** A row happened at some time: a column that is blank in more than a quarter of them says something else. */
const nearlyWhole = ({ filled, missing }: Column) => filled >= 0.75 * (filled + missing);

type Free = (fits: (column: Column) => boolean) => Column[];
type AskFor = (role: string, candidates: readonly Column[], why?: string) => void;

function onlyTime(free: Free, ask: AskFor): Column | null {
  const times = free(isTime);
  const named = times.filter(({ name }) => namesRowTime(name));
  const steps = free(
    (column) =>
      isStep(column) &&
      namesStep(column.name) &&
      !isHalf(
        column,
        free(() => true),
      ),
  );
  const likely = named.filter(({ name }) => !namesOtherTime(name));
  if (named.length === 1 && likely.length === 1 && nearlyWhole(named[0]!)) return named[0]!;
  if (named.length === 0 && times.length === 0 && steps.length === 1) return steps[0]!;
  const unnamed = free((column) => isUnnamed(column) && column.kind === 'number' && column.whole);
  const fitting = unique([...likely, ...named, ...times, ...steps, ...unnamed]);
  // What is called a time and can't be read as one: why is said beside the column.
  const called = free(
    ({ name, kind, decimal }) => namesRowTime(name) && kind !== 'time' && decimal === null,
  );
  const candidates = fitting.length > 0 ? fitting : called;
  if (candidates.length === 0) ask('time', [], 'No column looks like the time of a row.');
  else ask('time', candidates);
  return null;
}

function onlyLabel(free: Free, time: Column | null, ask: AskFor): Column | null {
  const twos = free(
    (column) => isLabel(column) && column !== time && !saysId(column.name) && !areAmounts(column),
  );
  const named = twos.filter(({ name }) => namesLabel(name));
  if (named.length === 1) return named[0]!;
  // The last column of a table is the likelier label, and a yes and a no likelier than two words.
  const pairs = twos
    .filter(({ kind }) => kind === 'two-valued')
    .reverse()
    .sort((a, b) => Number(b.two!.told) - Number(a.two!.told));
  // Without two values anywhere, what is named so: why it can't be a label is then said.
  const others = free((column) => column !== time && namesLabel(column.name));
  const candidates = unique(twos.length > 0 ? [...named, ...pairs] : others);
  ask('label', candidates, candidates.length > 0 ? undefined : 'No column has two values.');
  return null;
}

function onlyOwner(
  free: Free,
  time: Column | null,
  label: Column | null,
  ask: AskFor,
): { owner: Column | null; once: string | null } {
  const named = free(
    (column) =>
      saysOwner(column.name) && column !== time && column !== label && column.kind !== 'time',
  );
  const back = named.filter(comesBack);
  if (back.length === 1) return { owner: back[0]!, once: null };
  if (back.length > 1) ask('owner', back);
  return { owner: null, once: back.length === 0 ? (named[0]?.name ?? null) : null };
}

/** Days and times of day in two columns are one time. */
function clockOf(time: Column | null, clocks: readonly Column[]): Column | null {
  if (!time?.time?.dateOnly || clocks.length !== 1) return null;
  return clocks[0]!;
}

const unique = (columns: readonly Column[]): Column[] => [...new Set(columns)];
