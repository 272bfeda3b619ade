import type { Ask, Column } from '../../../data/column.ts';
import { columnNamed } from '../../../data/open-table.ts';
import { namesNoDay } from '../../../data/times/formats.ts';
import { leftTimes } from '../left-times.ts';
import {
  clockOf,
  isHour,
  isStep,
  onlyLabel,
  onlyOwner,
  onlyTime,
  type AskFor,
} from './main-roles.ts';
import type { TableAnswers, TableRoles, TimeUse } from '../table-mapping.ts';
import { datedBy, namesLabel, plainName } from './table-names.ts';
import { askZones, incomparable, timeUse } from '../table-times.ts';
import { leftNotes } from './left-notes.ts';

/** An id that is written in figures, and is more than the number of its row. */
export const hasFigures = ({ kind, decimal, whole, countsRows }: Column): boolean =>
  kind === 'id' && decimal !== null && whole && !countsRows;

/** Hours and minutes without a date: a time of day, or a length of time such as 0:16 and 104:59. Either is a quantity. */
export const isSpan = ({ kind, time }: Column): boolean =>
  kind === 'time' && time !== null && namesNoDay(time.scale);
/** What can only be a length of time says how long, and never when. */
const isLength = ({ kind, time }: Column) => kind === 'time' && time?.scale === 'span';

const isFeature = (column: Column) =>
  column.filled > 0 &&
  (['number', 'two-valued', 'category'].includes(column.kind) || isSpan(column));

/** Row numbers make each row another, so copies of rows would not be found. A table that holds nothing else is scored on them. */
const scored = (features: readonly Column[]): readonly Column[] => {
  const others = features.filter(({ countsRows }) => !countsRows);
  return others.length > 0 ? others : features;
};

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
  // A zone for a column that is not there would be given for nothing.
  for (const name of Object.keys(answers.zones ?? {})) find(name);
  const ask: AskFor = (role, candidates, more = {}) =>
    void asks.push({ role, column: null, candidates: candidates.map(({ name }) => name), ...more });

  const written = writtenColumns(columns, answers.written ?? {}, find);
  const dates = new Set([...written.values()].filter((column) => column !== null));
  const free = (fits: (column: Column) => boolean) =>
    columns.filter((column) => fits(column) && !dates.has(column));

  const given = find(answers.time);
  const time = given ?? onlyTime(free, ask);
  const clock =
    answers.clock !== undefined ? find(answers.clock) : clockOf(columns, free, time, ask);
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
    : scored(others.filter(isFeature));
  const dating = new Set(used.map(({ name }) => written.get(name)));
  const idle = [...dates].filter((column) => column.kind === 'time' && !dating.has(column));
  const left = chosen
    ? []
    : [...others, ...idle].filter((column) => !used.includes(column) && column.filled > 0);
  notes.push(...leftNotes(left, owner));
  for (const column of used.filter(isSpan))
    notes.push(
      isLength(column)
        ? `“${column.name}” is scored as a length of time.`
        : `“${column.name}” is scored as a number of minutes, be it a time of day or a length of time.`,
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
    .map((column) => ({ column, times: timeOf && leftTimes(column, timeOf, answers) }))
    .filter(({ column, times }) => column.missing > 0 || times !== null || hasFigures(column));
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
      isLength(column) ||
      !(column.kind === 'time' || (isStep(column) && !/zeit$/.test(plainName(column.name)))) ||
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
