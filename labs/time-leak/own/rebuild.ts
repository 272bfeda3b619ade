import { asofJoin } from '../../math/asof.ts';
import type { FeatureColumn, LeakTable } from './leak-table.ts';
import { verdictOf, type Newer } from './newer.ts';

/** A feature as it would have been as of each row. */
export interface Rebuilt {
  /** NaN where nothing was known. */
  values: Float64Array;
  /** 1 where it can be told: the value itself was known, or the owner has an earlier one. */
  known: Uint8Array;
}

/** Whether somebody's rows come back: else there is nothing to rebuild from. */
export function ownersReturn(table: LeakTable): boolean {
  const { entity } = table;
  if (!entity) return false;
  const seen = new Set<number>();
  for (const one of entity) {
    if (seen.has(one)) return true;
    seen.add(one);
  }
  return false;
}

/**
 * With a column that says when values were written: the newest value of the owner that was written by then, the row's own among them.
 * A value without such a time was not written yet, as far as anybody can tell: it counts as not known.
 * Without: the value of the owner's row before. Null where rows have no owners that come back.
 */
export function rebuild(table: LeakTable, feature: FeatureColumn): Rebuilt | null {
  if (!ownersReturn(table)) return null;
  const { written } = feature;
  if (written && written.refused !== null) return null;
  const key = table.entity!;
  const known = new Uint8Array(table.rows);
  if (!written) return fromRowBefore(feature.values, rowBefore(table));
  const newest = newestWritten(table, written.at, key);
  const values = new Float64Array(table.rows);
  for (let i = 0; i < values.length; i++) {
    const isKnown = !Number.isNaN(written.at[i]!) && verdictOf(table, written, i) !== 'newer';
    const row = isKnown ? i : newest[i]!;
    values[i] = row < 0 ? NaN : feature.values[row]!;
    if (row >= 0) known[i] = 1;
  }
  return { values, known };
}

/**
 * What is surely newer than its row, rebuilt; all else as it stands. A row whose value has no time of writing is left out: it may have been
 * there. So what a score loses by this is shown by the newer values alone.
 */
export function onlyNewer(
  { values, written }: FeatureColumn,
  rebuilt: Rebuilt,
  { newer }: Newer,
): Rebuilt {
  const only = { values: values.slice(), known: new Uint8Array(values.length).fill(1) };
  if (written?.refused === null)
    for (let i = 0; i < values.length; i++)
      if (!Number.isNaN(values[i]!) && Number.isNaN(written.at[i]!)) only.known[i] = 0;
  for (const row of newer) {
    only.values[row] = rebuilt.values[row]!;
    only.known[row] = rebuilt.known[row]!;
  }
  return only;
}

/** Values as they stand in the owner's row before: known where there is one. */
export function fromRowBefore(values: Float64Array, before: Int32Array): Rebuilt {
  const known = new Uint8Array(before.length);
  const then = new Float64Array(before.length);
  for (let i = 0; i < before.length; i++) {
    const row = before[i]!;
    then[i] = row < 0 ? NaN : values[row]!;
    if (row >= 0) known[i] = 1;
  }
  return { values: then, known };
}

const kept = new WeakMap<LeakTable, Int32Array>();

/** For each row the place of its owner's row before, −1 where there is none. The same for every feature, so it is kept for the table. */
export function rowBefore(table: LeakTable): Int32Array {
  const known = kept.get(table);
  if (known) return known;
  const sides = { time: table.time, key: table.entity! };
  const before = asofJoin(sides, sides, { allowExact: false });
  kept.set(table, before);
  return before;
}

/**
 * For each row the place of the owner's value that was written last by then, −1 where there is none. Of values written at one moment that
 * of the latest row counts: rows stand in order of time, and the join takes the last.
 */
function newestWritten(table: LeakTable, at: Float64Array, key: Int32Array): Int32Array {
  return asofJoin({ time: table.time, key }, { time: at, key });
}
