import { endOf, type Grain } from '../../data/times/grain.ts';
import type { FeatureColumn, LeakTable, Written } from './leak-table.ts';

/** Which values of a feature are newer than their row, and for which that can't be told. */
export interface Newer {
  /** Values that say when they were written. */
  dated: number;
  /** Rows whose value was surely written after them. */
  newer: number[];
  /** Rows of the same day as their value, where one of the two carries a day and no time of day. */
  unsure: number;
  /** Values without a time at which they were written. */
  undated: number;
}

/** Compares when values were written with their rows. Null where the feature has no such times, or none that can be compared. */
export function newerValues(table: LeakTable, feature: FeatureColumn): Newer | null {
  const { written } = feature;
  if (!written || written.refused !== null) return null;
  const found: Newer = { dated: 0, newer: [], unsure: 0, undated: 0 };
  for (let i = 0; i < table.rows; i++) {
    const at = written.at[i]!;
    if (Number.isNaN(feature.values[i]!)) continue;
    if (Number.isNaN(at)) {
      found.undated += 1;
      continue;
    }
    found.dated += 1;
    const verdict = verdictOf(table, written, i);
    if (verdict === 'newer') found.newer.push(i);
    if (verdict === 'unsure') found.unsure += 1;
  }
  return found;
}

/** Whether the value in one row was written after it. What hangs on an hour that a clock showed twice can't be told. */
export function verdictOf(
  { time, timeSlack, grain }: LeakTable,
  written: Extract<Written, { refused: null }>,
  row: number,
): Verdict {
  const [early, at] = [time[row]!, written.at[row]!];
  const late = early + (timeSlack?.[row] ?? 0);
  const sure = compare(late, grain, at, written.grain);
  if (sure !== 'known' || (timeSlack === null && written.slack === null)) return sure;
  const lastWritten = at + (written.slack?.[row] ?? 0);
  return compare(early, grain, lastWritten, written.grain) === 'known' ? 'known' : 'unsure';
}

type Verdict = 'newer' | 'known' | 'unsure';

/** Whether a value was written after its row. A day, month or year alone is all of its moments; two of one kind are compared as they are. */
export function compare(
  row: number,
  rowGrain: Grain,
  written: number,
  writtenGrain: Grain,
): Verdict {
  if (rowGrain === writtenGrain) return written > row ? 'newer' : 'known';
  const [rowEnd, writtenEnd] = [endOf(row, rowGrain), endOf(written, writtenGrain)];
  if (rowEnd - row > writtenEnd - written) {
    if (written >= rowEnd) return 'newer';
    // At its first moment it was there whenever the row was.
    const isMoment = writtenGrain === 'moment' || writtenGrain === 'minute';
    return writtenEnd <= row || (written <= row && isMoment) ? 'known' : 'unsure';
  }
  if (written > row) return 'newer';
  return writtenEnd > row ? 'unsure' : 'known';
}
