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
 * A few users whose rows can be told apart on a line: five to seven events, at least one before the cut and two after it, those first whose
 * events stand furthest apart. Chosen for being readable, by nothing that a model sees; the rows are the run's own.
 */
export function pickSample(events: Events, folds: Folds): SampleRow[] {
  const own = new Map<number, number[]>();
  for (let i = 0; i < events.rows; i++) own.set(events.user[i]!, [...(own.get(events.user[i]!) ?? []), i]);
  const nearest = (rows: number[]) => Math.min(...rows.slice(1).map((row, i) => events.day[row]! - events.day[rows[i]!]!));
  const after = (rows: number[]) => rows.filter((row) => events.day[row]! >= world.cutDay).length;
  const mixed = (rows: number[]) => new Set(rows.map((row) => events.label[row])).size === 2;
  const readable = [...own.values()]
    .filter((rows) => rows.length >= fewest && rows.length <= most && after(rows) >= 2 && after(rows) < rows.length && mixed(rows))
    .map((rows) => ({ rows, apart: nearest(rows) }))
    .sort((a, b) => b.apart - a.apart || a.rows[0]! - b.rows[0]!)
    .slice(0, lanes)
    .sort((a, b) => events.user[a.rows[0]!]! - events.user[b.rows[0]!]!);
  const trained = new Set(folds.random.train);
  return readable.flatMap(({ rows }, lane) => rows.map((row): SampleRow => ({
    lane, user: events.user[row]!, day: events.day[row]!, label: events.label[row] as 0 | 1, available: events.available[row]!, tickets: events.tickets[row]!, randomTrain: trained.has(row),
  })));
}
