import { orderOpen } from '../../../data/column.ts';
import { shown } from '../../../data/problem.ts';
import { dateOrders, formatWords, type DateOrder } from '../../../data/times/formats.ts';
import type { TableAnswers, TableMapping, TimeUse } from '../table-mapping.ts';

/** Columns of times that are set against each other: the rows' own, when features were written, and others that can be read in one way. */
function timesOf({ time, features, left }: TableMapping): TimeUse[] {
  const others = left.flatMap(({ times }) => (times?.uses.length === 1 ? times.uses : []));
  const all = [time, ...features.flatMap(({ written }) => written ?? []), ...others];
  return all.filter(({ column }, at) => all.findIndex((one) => one.column === column) === at);
}

/** Whether the order of day, month and year had to be said. */
const wasOpen = ({ column }: TimeUse) =>
  column.kind === 'time' && column.time !== null && orderOpen(column.time);

/** What somebody had to say of how cells are read, or could have said otherwise: which label is 1, orders of dates and zones. */
export function readingWords(
  mapping: TableMapping,
  [zero, one]: readonly [string, string],
  { zones = {} }: TableAnswers,
): string[] {
  const isPlain = zero === '0' && one === '1';
  const times = timesOf(mapping).flatMap((use) => [
    ...(wasOpen(use) ? [`“${use.column.name}” is read as ${formatWords[use.format]}.`] : []),
    ...(use.zone ? [`The clock of “${use.column.name}” stood at ${zones[use.column.name]}.`] : []),
  ]);
  return [
    ...(isPlain
      ? []
      : [`In “${mapping.label.name}” ${shown(one)} counts as 1, ${shown(zero)} as 0.`]),
    ...times,
  ];
}

/** The same for scripts: which label counts as 1, and by a column's name what comes first in its dates and where its clock stood. */
export interface ReadingJson {
  positive: Record<string, string[]>;
  dates: Record<string, DateOrder>;
  zones: Record<string, string>;
}

export function readingJson(
  mapping: TableMapping,
  [, one]: readonly [string, string],
  { zones = {} }: TableAnswers,
): ReadingJson {
  const times = timesOf(mapping);
  const orders = Object.entries(dateOrders) as [DateOrder, string][];
  return {
    positive: { [mapping.label.name]: [one] },
    dates: Object.fromEntries(
      times
        .filter(wasOpen)
        .flatMap(({ column, format }) =>
          orders.filter(([, of]) => of === format).map(([order]) => [column.name, order]),
        ),
    ),
    zones: Object.fromEntries(
      times.filter(({ zone }) => zone).map(({ column: { name } }) => [name, zones[name]!]),
    ),
  };
}
