import { byTime } from '../../math/asof.ts';
import { gather, places } from '../../math/places.ts';
import type { TimeScale } from '../../data/times/formats.ts';
import type { Grain } from '../../data/times/grain.ts';

/** When the values of a feature were written, or why that can't be set against the rows' own times. */
export type Written =
  | {
      column: string;
      at: Float64Array;
      /** By how much each may be later: a clock showed an hour twice, or a cell among times names a day alone. */
      slack: Float64Array | null;
      grain: Grain;
      refused: null;
    }
  | { column: string; refused: string; dated: number };

/** A feature as numbers. Words are numbered in the order of their letters. */
export interface FeatureColumn {
  name: string;
  kind: 'number' | 'words';
  /** NaN where the cell is missing. */
  values: Float64Array;
  words: string[];
  /** Null without such a column. */
  written: Written | null;
}

/** A column without a role: whether its cells are filled in, and its times where it holds any that can be compared with the rows'. */
export interface LeftColumn {
  name: string;
  filled: Uint8Array;
  /** The earliest that each may be, and the latest: more than one moment where order or zone are open. NaN where it is empty. */
  at: { early: Float64Array; late: Float64Array } | null;
  grain: Grain;
  /** Why its times can't be compared, or not surely, and what would settle it. */
  open: string | null;
  /** The figures of an id: a quantity of nothing, but they may be given by the label. Null for all else. */
  figures: Float64Array | null;
}

/** The mapped columns of a learner's table, its rows in order of time. */
export interface LeakTable {
  rows: number;
  /** Milliseconds since 1970, or the plain numbers of the column. */
  time: Float64Array;
  /** By how many milliseconds a row may be later than `time`: its clock showed that hour twice, or its cell names a day alone. Null where none may. */
  timeSlack: Float64Array | null;
  /** By how many milliseconds each row’s own clock is ahead of UTC, where its times name that: its day is the one there. */
  dayShift?: Float64Array | null;
  timeName: string;
  timeScale: TimeScale;
  /** Whether rows carry a moment, or a day, month or year and no more. */
  grain: Grain;
  label: Uint8Array;
  /** What counts as 0 and as 1. */
  labelWords: [string, string];
  labelName: string;
  /** Whose row it is, as a number; null where rows belong to nobody. */
  entity: Int32Array | null;
  /** The figures of the owner’s id, which may be given by the label too; null where it has none. */
  ownerFigures?: Float64Array | null;
  /** Where `entity` is null: a column that looked like an owner and occurs once in each row. */
  entityName: string | null;
  features: FeatureColumn[];
  /** Columns that are no features: what hardly repeats, and times. */
  left: LeftColumn[];
  /** Rows as a spreadsheet counts them. */
  rowNumbers: Uint32Array;
  /** Rows and columns that were left out, and why. */
  notices: string[];
}

/**
 * The same rows in order of time; rows of one moment in the order of what stands in them, so that the order of a file's rows never
 * matters.
 */
export function inOrder(table: LeakTable): LeakTable {
  const { time, label, features, entity } = table;
  const written = features.flatMap(({ written: own }) =>
    own && own.refused === null ? [own.at] : [],
  );
  const order = inOrderOfTime(time, [
    ...[label, ...features.map(({ values }) => values), ...written],
    ...(entity ? [entity] : []),
  ]);
  if (order === null) return table;
  return {
    ...table,
    time: gather(time, order),
    timeSlack: table.timeSlack && gather(table.timeSlack, order),
    label: gather(label, order),
    entity: entity && gather(entity, order),
    ownerFigures: table.ownerFigures ? gather(table.ownerFigures, order) : null,
    dayShift: table.dayShift ? gather(table.dayShift, order) : null,
    rowNumbers: gather(table.rowNumbers, order),
    features: features.map((feature) => ({
      ...feature,
      values: gather(feature.values, order),
      written:
        feature.written?.refused === null
          ? {
              ...feature.written,
              at: gather(feature.written.at, order),
              slack: feature.written.slack && gather(feature.written.slack, order),
            }
          : feature.written,
    })),
    left: table.left.map((column) => ({
      ...column,
      filled: gather(column.filled, order),
      figures: column.figures && gather(column.figures, order),
      at: column.at && {
        early: gather(column.at.early, order),
        late: gather(column.at.late, order),
      },
    })),
  };
}

/** Places in order of time, those of one moment by what stands in the columns, one after the other; null where they stand so already. */
function inOrderOfTime(
  time: Float64Array,
  columns: readonly ArrayLike<number>[],
): Uint32Array | null {
  const order = byTime(time) ?? places(0, time.length);
  const byContent = (a: number, b: number) => {
    for (const column of columns) {
      const [x, y] = [column[a]!, column[b]!];
      if (x < y) return -1;
      if (x > y) return 1;
      const emptyFirst = Number(Number.isNaN(y)) - Number(Number.isNaN(x));
      if (emptyFirst !== 0) return emptyFirst;
    }
    return a - b;
  };
  let from = 0;
  for (let to = 1; to <= order.length; to++) {
    if (to < order.length && time[order[to]!] === time[order[from]!]) continue;
    if (to - from > 1) order.subarray(from, to).sort(byContent);
    from = to;
  }
  return order.every((row, place) => row === place) ? null : order;
}
