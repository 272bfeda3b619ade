import { world, type Events } from './data.ts';
import type { Folds } from './splits.ts';

/** A row of the run that is small enough to look at. */
export interface SampleRow {
  /** Which line of the picture: 0, 1, 2 … */
  lane: number;
  user: number;
  day: number;
  label: 0 | 1;
  /** When its label was known. */
  available: number;
  tickets: number;
  /** Whether the random split trains on it; at the cut, the day decides. */
  randomTrain: boolean;
}

const lanes = 6;
const fewest = 5;
const most = 7;

/**
 * A few users whose rows can be told apart on a line: five to seven events, at least one before the
 * cut and two after it, those first whose events stand furthest apart; and where there is one, a
 * user with a label that came in only after the next event. Chosen to be read, not by how well a
 * model does on them; the rows are the run's own.
 */
export function pickSample(events: Events, folds: Folds): SampleRow[] {
  const own = new Map<number, number[]>();
  for (let i = 0; i < events.rows; i++)
    own.set(events.user[i]!, [...(own.get(events.user[i]!) ?? []), i]);
  const nearest = (rows: number[]) =>
    Math.min(...rows.slice(1).map((row, i) => events.day[row]! - events.day[rows[i]!]!));
  const after = (rows: number[]) => rows.filter((row) => events.day[row]! >= world.cutDay).length;
  const mixed = (rows: number[]) => new Set(rows.map((row) => events.label[row])).size === 2;
  /** By how many days a label of an earlier event came in after a test row: a back-filled value. */
  const lateness = (rows: number[]) =>
    Math.max(
      0,
      ...rows.flatMap((row, i) =>
        events.day[row]! < world.cutDay
          ? []
          : rows
              .slice(0, i)
              .map((before) => Math.min(events.available[before]!, world.days) - events.day[row]!),
      ),
    );
  const candidates = [...own.values()]
    .filter(
      (rows) =>
        rows.length >= fewest &&
        rows.length <= most &&
        after(rows) >= 2 &&
        after(rows) < rows.length &&
        mixed(rows),
    )
    .map((rows) => ({ rows, apart: nearest(rows) }))
    .sort((a, b) => b.apart - a.apart || a.rows[0]! - b.rows[0]!);
  const late = candidates.reduce<{ days: number; one: (typeof candidates)[number] | null }>(
    (best, one) =>
      lateness(one.rows) > best.days && one.apart >= 2.5 ? { days: lateness(one.rows), one } : best,
    { days: 1, one: null },
  ).one;
  const clearest = candidates.slice(0, lanes);
  const readable = (
    late && !clearest.includes(late) ? [...clearest.slice(0, lanes - 1), late] : clearest
  ).sort((a, b) => events.user[a.rows[0]!]! - events.user[b.rows[0]!]!);
  const trained = new Set(folds.random.train);
  return readable.flatMap(({ rows }, lane) =>
    rows.map((row): SampleRow => ({
      lane,
      user: events.user[row]!,
      day: events.day[row]!,
      label: events.label[row] as 0 | 1,
      available: events.available[row]!,
      tickets: events.tickets[row]!,
      randomTrain: trained.has(row),
    })),
  );
}
