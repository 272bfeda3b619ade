import {
  formatDuration,
  formatFixed,
  formatSignificant,
} from '../../../../renderer/kit/number/format.ts';
import { gainOf, lineOf, type BatchReach } from '../../reach.ts';
import type { ModelName } from '../../names.ts';
import type { FrontierRow, SimulationRow } from '../../result.ts';
import { compare, inWords } from '../../../kit/compare.ts';
import { ratioOf, times } from '../compared.ts';

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
    const comparison = ratioOf({ value: gain.times }, { value: 1 });
    return inWords(comparison, {
      less: 'Batches carry less traffic inside this limit',
      equal: 'Batches carry the same traffic inside this limit',
      more: `Batching: ${gain.atLeast ? 'at least ' : ''}${times(gain.times)} the traffic inside the limit`,
      unclear: '',
    });
  }
  if (chosen && !chosen.stable)
    return (
      `${formatFixed(chosen.arrivalsPerSecond, 0)} a second: ` +
      (chosen.maxBatch === 1 ? 'one by one' : `with batches of up to ${chosen.maxBatch}`) +
      ' the queue has no end'
    );
  if (reaches.length === 0) return 'No line keeps this limit, not even at low load';
  if (reaches.some((reach) => reach.maxBatch === 1 && reach.atLeast))
    return 'One by one, this limit holds as far as simulated: set another to see batches pay';
  return 'How much more traffic do batches carry?';
}

/** The one insight, for the chart's empty space; null where the numbers don't bear it. */
export function batchInsight(
  rows: readonly FrontierRow[],
  model: ModelName,
  reaches: readonly BatchReach[],
): { title: string; text: string[] } | null {
  const gain = gainOf(reaches);
  if (!gain) return null;
  const comparison = ratioOf({ value: gain.times }, { value: 1 });
  if (comparison.relation !== 'more') return null;
  const same = sameUpTo(rows, model);
  const carried = `${gain.atLeast ? 'at least ' : ''}${times(gain.times)} the traffic`;
  return {
    title: `With the replicas and the limit as they were: ${inWords(comparison, { less: '', equal: '', more: carried, unclear: '' })}.`,
    text:
      same === null
        ? []
        : [
            'Until load needs it, the maximum does not matter:',
            `up to ${formatSignificant(same, 1)} a second, 16 and 64 are one line.`,
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

/** Part 2's row of the same model at the same setting; null where there is none. */
export const sameInPart2 = (
  simulation: readonly SimulationRow[],
  chosen: FrontierRow | null,
): SimulationRow | null =>
  simulation.find(
    (row) =>
      chosen !== null &&
      row.chosen &&
      row.queueCapacity === 0 &&
      (['model', 'replicas', 'maxBatch', 'maxWaitMs', 'arrivalsPerSecond'] as const).every(
        (name) => row[name] === chosen[name],
      ),
  ) ?? null;

/**
 * Which calls say how long one may be held up. Part 2 draws those of one size alone: on a busy
 * computer the two then differ at one and the same setting, and that is said beside the number.
 */
export function heldUpWords(chosen: FrontierRow | null, alone: SimulationRow | null): string {
  if (!chosen) return '';
  const here = 'held-up calls of all batch sizes count here';
  const there = `${here}; by one size alone (part 2)`;
  if (!chosen.stable) return alone?.stable ? `${there} the queue has an end` : '';
  if (chosen.p99Ms === null || alone === null) return here;
  if (!alone.stable) return `${there} the queue has no end`;
  if (alone.p99Ms === null) return here;
  const comparison = compare(
    { value: alone.p99Ms, interval: alone.ci95.p99Ms },
    { value: chosen.p99Ms, interval: chosen.ci95.p99Ms },
    { scale: 'ratio', margin: 0.1 },
  );
  const p99 = `p99 is ${formatDuration(alone.p99Ms, 2)}`;
  return inWords(comparison, {
    less: `${there} ${p99}`,
    equal: here,
    more: `${there} ${p99}`,
    unclear: here,
  });
}

/** What the wait did to the mean, judged by the intervals: only a difference that they bear out is called one. */
export function waitWords(chosen: FrontierRow | null, noWait: FrontierRow | null): string {
  if (!chosen?.stable || chosen.meanMs === null) return '';
  if (chosen.maxBatch === 1) return 'one by one, there is nothing to wait for';
  if (!noWait || noWait.meanMs === null)
    return 'no wait: a batch starts as soon as a replica is free';
  const comparison = compare(
    { value: chosen.meanMs, interval: chosen.ci95.meanMs },
    { value: noWait.meanMs, interval: noWait.ci95.meanMs },
  );
  const by = formatDuration(comparison.by, 2);
  const none = 'the wait makes no difference that these simulations can tell';
  // Without intervals nothing is borne out.
  if (!chosen.ci95.meanMs || !noWait.ci95.meanMs) return none;
  return inWords(comparison, {
    less: `the wait takes ${by} off the mean`,
    equal: none,
    more: `the wait adds ${by} to the mean`,
    unclear: none,
  });
}
