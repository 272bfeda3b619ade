import type { Events } from './data.ts';
import {
  allLabels,
  knownLabels,
  labelsByAvailability,
  labelsByEventTime,
  otherLabels,
  smoothedRate,
  type Tally,
} from './label-rates.ts';
import type { FeatureSet, Join } from './names.ts';

/** Columns of every feature table, as `product.ts` says them to a reader. A set that lacks one holds 0 in it throughout, so that it tells nothing. */
export const columns = ['basket', 'discount', 'purchase rate', 'no history', 'tickets'] as const;
export const width = columns.length;

/** A feature table: row-major, `rows` × `width`. */
export interface Table {
  rows: number;
  x: Float32Array;
}

/** The label counts that a set's rate is made of, as the offline table has them. */
export function offlineLabels(events: Events, features: FeatureSet): Tally {
  if (features === 'own-label-mean') return allLabels(events);
  if (features === 'own-row-removed') return otherLabels(events);
  return knownLabels(events);
}

/** The feature table that a model is trained on and tested with offline. */
export function offlineTable(events: Events, features: FeatureSet): Table {
  return table(events, offlineLabels(events, features), features === 'post-event');
}

/** The same features as they were at serving time: only labels known by then, and no ticket, as none had been opened yet. */
export function liveTable(events: Events): Table {
  return table(events, knownLabels(events), false);
}

/** Label counts of the user as each join finds them. */
export function joinedLabels(events: Events, join: Join): Tally {
  if (join === 'latest') return allLabels(events);
  return join === 'event-time' ? labelsByEventTime(events) : labelsByAvailability(events);
}

/** The honest feature table, its rate found by this join. */
export const joinedTable = (events: Events, join: Join): Table =>
  table(events, joinedLabels(events, join), false);

/** "No history" is a column of its own: a rate of 0 would say that nobody ever did, which is something else. */
function table(events: Events, { sum, count }: Tally, withTickets: boolean): Table {
  const x = new Float32Array(events.rows * width);
  for (let i = 0; i < events.rows; i++) {
    const at = i * width;
    x[at] = events.basket[i]!;
    x[at + 1] = events.discount[i]!;
    x[at + 2] = smoothedRate(sum[i]!, count[i]!);
    x[at + 3] = count[i] === 0 ? 1 : 0;
    x[at + 4] = withTickets ? events.tickets[i]! : 0;
  }
  return { rows: events.rows, x };
}

/** How many values the features of some rows are made of, and how many of them nobody had at that time. */
export interface Sources {
  rows: number;
  values: number;
  /** Values that were not known yet. */
  newer: number;
  /** Rows that use at least one of those. */
  rowsTouched: number;
}

/** Counts the values behind a rate (and, for tickets, one more a row) that were newer than the row, over the rows named. */
export function countSources(
  used: Tally,
  known: Tally,
  rows: ArrayLike<number>,
  withTickets = false,
): Sources {
  const found: Sources = { rows: rows.length, values: 0, newer: 0, rowsTouched: 0 };
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k]!;
    const newer = used.count[i]! - known.count[i]! + (withTickets ? 1 : 0);
    found.values += used.count[i]! + (withTickets ? 1 : 0);
    found.newer += newer;
    if (newer > 0) found.rowsTouched += 1;
  }
  return found;
}
