import type { FeatureColumn, LeakTable, Written } from './leak-table.ts';

const day = 86_400_000;

/** Which values of a feature are newer than their row, and for which that can't be told. */
export interface Newer {
  /** Values that say when they were written. */
  dated: number;
  /** Rows whose value was surely written after them. */
  newer: number[];
  /** Rows of the same day as their value, where one of the two carries a day and no time of day. */
  unsure: number;
}

/** Compares when values were written with their rows. Null where the feature has no such times, or none that can be compared. */
export function newerValues(table: LeakTable, feature: FeatureColumn): Newer | null {
  const { written } = feature;
  if (!written || written.refused !== null) return null;
  const found: Newer = { dated: 0, newer: [], unsure: 0 };
  for (let i = 0; i < table.rows; i++) {
    const at = written.at[i]!;
    if (Number.isNaN(at) || Number.isNaN(feature.values[i]!)) continue;
    found.dated += 1;
    const verdict = verdictOf(table, written, i);
    if (verdict === 'newer') found.newer.push(i);
    if (verdict === 'unsure') found.unsure += 1;
  }
  return found;
}

/** Whether the value in one row was written after it. What hangs on an hour that a clock showed twice can't be told. */
export function verdictOf(
  { time, timeSlack, dateOnly }: LeakTable,
  { at, slack, dateOnly: writtenIsDay }: Extract<Written, { refused: null }>,
  row: number,
): 'newer' | 'known' | 'unsure' {
  const [early, written] = [time[row]!, at[row]!];
  const late = early + (timeSlack?.[row] ?? 0);
  const sure = compare(late, dateOnly, written, writtenIsDay);
  if (sure !== 'known' || (timeSlack === null && slack === null)) return sure;
  const lastWritten = written + (slack?.[row] ?? 0);
  return compare(early, dateOnly, lastWritten, writtenIsDay) === 'known' ? 'known' : 'unsure';
}

/** Whether a value was written after its row; a day alone is all of its hours. */
export function compare(
  row: number,
  rowIsDay: boolean,
  written: number,
  writtenIsDay: boolean,
): 'newer' | 'known' | 'unsure' {
  if (rowIsDay === writtenIsDay) return written > row ? 'newer' : 'known';
  if (rowIsDay) {
    if (written >= row + day) return 'newer';
    // At the day's first moment it was there whatever the row's hour is.
    return written <= row ? 'known' : 'unsure';
  }
  if (written > row) return 'newer';
  return written + day > row && written < row ? 'unsure' : 'known';
}
