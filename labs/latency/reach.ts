import { frontierLoads } from './names.ts';

/** What is read of a row of the frontier. */
export interface LinePoint {
  kind: string;
  model: string;
  maxBatch: number;
  /** Requests answered a second; null where the queue is unstable. */
  throughput: number | null;
  p99Ms: number | null;
}
type Known<Row> = Row & { throughput: number; p99Ms: number };

/** How many requests a second a set-up answers with its 99th percentile within the limit. */
export interface BatchReach {
  maxBatch: number;
  perSecond: number;
  /** True where the line stays within the limit and ends before its last point: it carries this much at least. */
  atLeast: boolean;
}

/** The points of one line that have numbers, in the order of what they answer. */
export function lineOf<Row extends LinePoint>(
  rows: readonly Row[],
  model: Row['model'],
  maxBatch: number,
): Known<Row>[] {
  return rows
    .filter(
      (row): row is Known<Row> =>
        row.kind === 'line' &&
        row.model === model &&
        row.maxBatch === maxBatch &&
        row.throughput !== null &&
        row.p99Ms !== null,
    )
    .sort((a, b) => a.throughput - b.throughput);
}

/**
 * Where a line first rises through the limit, on the straight piece that a log axis draws; its last point where it never does. Null for
 * a line without points or over the limit from end to end.
 *
 * A whole line that never does is known to within 2 %: its last point is at 98 % of what the set-up can answer at all, and beyond that
 * the queue has no end. So this is no lower bound, and whatever shows, compares or grades it takes it as what it is.
 */
export function reachOf<Row extends LinePoint>(
  rows: readonly Row[],
  model: Row['model'],
  maxBatch: number,
  limitMs: number,
): BatchReach | null {
  const line = lineOf(rows, model, maxBatch);
  const within = line.findIndex((row) => row.p99Ms <= limitMs);
  if (within < 0) return null;
  const over = line.findIndex((row, place) => place > within && row.p99Ms > limitMs);
  if (over < 0)
    return {
      maxBatch,
      perSecond: Math.max(...line.map((row) => row.throughput)),
      atLeast: line.length < frontierLoads.length,
    };
  const [a, b] = [line[over - 1]!, line[over]!];
  const part = Math.log(limitMs / a.p99Ms) / Math.log(b.p99Ms / a.p99Ms);
  return {
    maxBatch,
    perSecond: a.throughput + part * (b.throughput - a.throughput),
    atLeast: false,
  };
}

/** How many times as much traffic fits within the limit with batches of up to 64 as one by one; null where either is unknown. */
export function gainOf(reaches: readonly BatchReach[]): { times: number; atLeast: boolean } | null {
  const one = reaches.find((reach) => reach.maxBatch === 1);
  const most = reaches.find((reach) => reach.maxBatch === 64);
  // Where one by one may carry more than was simulated, the ratio says nothing.
  return one && most && !one.atLeast && one.perSecond > 0
    ? { times: most.perSecond / one.perSecond, atLeast: most.atLeast }
    : null;
}
