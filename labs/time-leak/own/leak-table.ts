import type { TimeScale } from '../../data/times/formats.ts';

/** When the values of a feature were written, or why that can't be set against the rows' own times. */
export type Written =
  | { column: string; at: Float64Array; dateOnly: boolean; refused: null }
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

/** The mapped columns of a learner's table, its rows in order of time. */
export interface LeakTable {
  rows: number;
  /** Milliseconds since 1970, or the plain numbers of the column. */
  time: Float64Array;
  timeName: string;
  timeScale: TimeScale;
  /** Whether rows carry a day and no time of day. */
  dateOnly: boolean;
  label: Uint8Array;
  /** What counts as 0 and as 1. */
  labelWords: [string, string];
  labelName: string;
  /** Whose row it is, as a number; null where rows belong to nobody. */
  entity: Int32Array | null;
  /** Where `entity` is null: a column that looked like an owner and occurs once in each row. */
  entityName: string | null;
  features: FeatureColumn[];
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
  const columns = [...features.map(({ values }) => values), ...written];
  const order = Uint32Array.from({ length: table.rows }, (_, i) => i);
  order.sort((a, b) => {
    if (time[a] !== time[b]) return time[a]! - time[b]!;
    if (label[a] !== label[b]) return label[a]! - label[b]!;
    for (const column of columns) {
      const [x, y] = [column[a]!, column[b]!];
      if (x === y) continue;
      const emptyFirst = Number(Number.isNaN(y)) - Number(Number.isNaN(x));
      if (Number.isNaN(x) || Number.isNaN(y)) {
        if (emptyFirst !== 0) return emptyFirst;
        continue;
      }
      return x - y;
    }
    return entity ? entity[a]! - entity[b]! : 0;
  });
  const numbers = (from: Float64Array) => Float64Array.from(order, (i) => from[i]!);
  return {
    ...table,
    time: numbers(time),
    label: Uint8Array.from(order, (i) => label[i]!),
    entity: entity && Int32Array.from(order, (i) => entity[i]!),
    rowNumbers: Uint32Array.from(order, (i) => table.rowNumbers[i]!),
    features: features.map((feature) => ({
      ...feature,
      values: numbers(feature.values),
      written:
        feature.written?.refused === null
          ? { ...feature.written, at: numbers(feature.written.at) }
          : feature.written,
    })),
  };
}
