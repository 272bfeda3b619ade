import {
  formatDuration,
  formatFixed,
  formatSignificant,
} from '../../../../renderer/kit/number/format.ts';
import { gainOf, lineOf, type BatchReach } from '../../reach.ts';
import type { ModelName } from '../../names.ts';
import type { FrontierRow } from '../../result.ts';
import { times } from '../sentences.ts';

export const batchName = (maxBatch: number) =>
  maxBatch === 1 ? 'no batching' : `up to ${maxBatch}`;

export interface BatchFacts {
  reaches: readonly BatchReach[];
  chosen: FrontierRow | null;
  simulated: boolean;
  running: boolean;
  stopped: boolean;
  /** Whether a complete run is on screen that has no frontier. */
  old: boolean;
}

/** What the batches do, in one sentence; a question before there is anything. */
export function batchFrontierTitle({
  reaches,
  chosen,
  simulated,
  running,
  stopped,
  old,
}: BatchFacts): string {
  if (!simulated) {
    if (running) return 'Batches are simulated once the timings are in';
    if (stopped) return 'The run was stopped before batches were simulated';
    return old
      ? 'This run did not simulate batches: run once more'
      : 'How much more traffic do batches carry?';
  }
  const gain = gainOf(reaches);
  if (gain) {
    if (gain.times >= 1.05)
      return `Batching: ${gain.atLeast ? 'over ' : ''}${times(gain.times)} the traffic inside the same limit`;
    return 'Batches bring no more traffic inside this limit';
  }
  if (chosen && !chosen.stable)
    return (
      `${formatFixed(chosen.arrivalsPerSecond, 0)} a second is more than ` +
      (chosen.maxBatch === 1 ? 'one by one' : `batches of up to ${chosen.maxBatch}`) +
      ' can answer'
    );
  if (reaches.length === 0) return 'No line keeps this limit, not even at low load';
  if (reaches.some((reach) => reach.maxBatch === 1 && reach.atLeast))
    return 'One by one, this limit holds as far as simulated: lower it to see batches pay';
  return 'How much more traffic do batches carry?';
}

/** The one insight, for the chart's empty space; null where the numbers don't bear it. */
export function batchInsight(
  rows: readonly FrontierRow[],
  model: ModelName,
  reaches: readonly BatchReach[],
): { title: string; text: string[] } | null {
  const gain = gainOf(reaches);
  if (!gain || gain.times < 1.05) return null;
  const same = sameUpTo(rows, model);
  return {
    title: `Same replicas, same limit: ${gain.atLeast ? 'over ' : ''}${formatSignificant(gain.times, 2)} × the traffic.`,
    text:
      same === null
        ? []
        : [
            'A larger maximum costs nothing until load needs it:',
            `under ${formatSignificant(same, 1)} a second, 16 and 64 are one line.`,
          ],
  };
}

/** Up to which rate the line for 16 is where the line for 64 is, within a tenth; null where they part from the start. */
export function sameUpTo(rows: readonly FrontierRow[], model: ModelName): number | null {
  const of = (maxBatch: number) => lineOf(rows, model, maxBatch);
  const [few, many] = [of(16), of(64)];
  let same: number | null = null;
  for (const row of few) {
    const after = many.findIndex((other) => other.throughput >= row.throughput);
    if (after < 1) continue;
    const [a, b] = [many[after - 1]!, many[after]!];
    const part = (row.throughput - a.throughput) / (b.throughput - a.throughput);
    const there = a.p99Ms * (b.p99Ms / a.p99Ms) ** part;
    if (Math.abs(Math.log(there / row.p99Ms)) > 0.1) break;
    same = row.throughput;
  }
  return same;
}

/** What the wait did to the mean, judged by the intervals: only a difference that they bear out is called one. */
export function waitWords(chosen: FrontierRow | null, noWait: FrontierRow | null): string {
  if (!chosen?.stable || chosen.meanMs === null) return '';
  if (chosen.maxBatch === 1) return 'one by one, there is nothing to wait for';
  if (!noWait || noWait.meanMs === null)
    return 'no wait: a batch starts as soon as a replica is free';
  const change = chosen.meanMs - noWait.meanMs;
  const apart =
    chosen.ci95.meanMs !== null &&
    noWait.ci95.meanMs !== null &&
    (change > 0
      ? chosen.ci95.meanMs[0] > noWait.ci95.meanMs[1]
      : chosen.ci95.meanMs[1] < noWait.ci95.meanMs[0]);
  if (!apart) return 'the wait makes no difference that these simulations can tell';
  return change > 0
    ? `the wait adds ${formatDuration(change, 2)} to the mean`
    : `the wait takes ${formatDuration(-change, 2)} off the mean`;
}
