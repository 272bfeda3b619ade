import { asofJoin } from '../../math/asof.ts';
import type { FeatureColumn, LeakTable } from './leak-table.ts';
import { compare } from './newer.ts';

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
 * Without: the value of the owner's row before. Null where rows have no owners that come back.
 */
export function rebuild(table: LeakTable, feature: FeatureColumn): Rebuilt | null {
  if (!ownersReturn(table)) return null;
  const { written } = feature;
  if (written && written.refused !== null) return null;
  const key = table.entity!;
  const known = new Uint8Array(table.rows);
  if (!written) {
    const sides = { time: table.time, key };
    const before = asofJoin(sides, sides, { allowExact: false });
    const values = Float64Array.from(before, (row, i) => {
      if (row >= 0) known[i] = 1;
      return row < 0 ? NaN : feature.values[row]!;
    });
    return { values, known };
  }
  const newest = newestWritten(table, written.at, key);
  const values = Float64Array.from(feature.values, (own, i) => {
    const at = written.at[i]!;
    const verdict = compare(table.time[i]!, table.dateOnly, at, written.dateOnly);
    if (Number.isNaN(at) || verdict !== 'newer') {
      known[i] = 1;
      return own;
    }
    const row = newest[i]!;
    if (row >= 0) known[i] = 1;
    return row < 0 ? NaN : feature.values[row]!;
  });
  return { values, known };
}

/**
 * For each row the place of the owner's value that was written last by then, −1 where there is none. Of values written at one moment that
 * of the latest row counts: rows stand in order of time, and the join takes the last.
 */
function newestWritten(table: LeakTable, at: Float64Array, key: Int32Array): Int32Array {
  return asofJoin({ time: table.time, key }, { time: at, key });
}
