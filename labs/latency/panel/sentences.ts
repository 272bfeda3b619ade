import { formatDuration, formatFixed } from '../../../renderer/kit/number/format.ts';
import type { ModelName } from '../names.ts';
import type { LatencyResult, ModelRow, SimulationRow } from '../result.ts';

import { inWords } from '../../kit/compare.ts';
import { medianOf, ratioOf, sizeCost, times, timesAs } from './compared.ts';

const single = (model: ModelRow) => model.measured.find((row) => row.batch === 1)?.p50Ms ?? null;

/** What the timings say, in one sentence; a question before there are any. */
export function measureTitle(models: readonly ModelRow[], running: boolean): string {
  const timed = models.flatMap((model) => {
    const p50 = medianOf(model);
    return p50 ? [{ name: model.name, p50 }] : [];
  });
  if (timed.length === 0)
    return running ? 'The models learn; timing comes next' : 'How long does one answer take?';
  const soFar = running ? ', so far' : '';
  if (timed.length === 1)
    return `The ${timed[0]!.name} model answers in ${formatDuration(timed[0]!.p50.value, 2)}${soFar}`;
  const { smaller, larger, comparison } = sizeCost(models)!;
  return (
    inWords(comparison, {
      less: `The ${larger} model takes less time than the ${smaller} one`,
      equal: `The ${larger} model takes about as long as the ${smaller} one`,
      more: `The ${larger} model takes ${times(comparison.by)} as long as the ${smaller} one`,
      unclear: `Whether the ${larger} model takes longer than the ${smaller} one can’t be told from these calls`,
    }) + soFar
  );
}

/** What the batches say: how much less a request costs in the largest batch of the selected model. */
export function batchTitle(models: readonly ModelRow[]): string {
  const gains = models.flatMap((model) => {
    const rows = [...model.measured].sort((a, b) => a.batch - b.batch);
    const [one, most] = [rows[0], rows.at(-1)];
    return one && most && most.batch > one.batch && one.p50Ms > 0
      ? [{ name: model.name, batch: most.batch, one: one.p50Ms, most: most.p50Ms }]
      : [];
  });
  const slowest = gains.at(-1);
  if (!slowest) return 'What does a larger batch cost?';
  const { name, batch, one, most } = slowest;
  const long = timesAs({ value: most }, { value: one }, { as: 'as long as', than: 'one request' });
  return `A batch of ${batch} takes the ${name} model ${long}`;
}

/** Where each model's p99 reaches the limit, in requests a second. */
export interface Reach {
  model: ModelName;
  perSecond: number;
  /** True where the curve stays under the limit as far as it was simulated: it carries this much at least. */
  atLeast: boolean;
}

export interface QueueFacts {
  result: LatencyResult;
  selected: ModelName;
  limitMs: number;
  arrivalsPerSecond: number;
  reaches: readonly Reach[];
  running: boolean;
  stopped: boolean;
}

/** What the queue says at these settings, in one sentence; a question before there is anything. */
export function queueTitle({
  result,
  selected,
  limitMs,
  arrivalsPerSecond,
  reaches,
  running,
  stopped,
}: QueueFacts): string {
  if (result.simulation.length === 0 && stopped)
    return 'The run was stopped before the queues were simulated';
  if (result.simulation.length === 0)
    return running
      ? 'The queues are simulated once the timings are in'
      : 'How much traffic does each model carry?';
  const chosen = chosenRow(result.simulation, selected);
  if (chosen && !chosen.stable)
    return `${formatFixed(arrivalsPerSecond, 0)} a second: the ${selected} model can’t keep up, and its queue has no end`;
  const known = reaches.filter((reach) => reach.perSecond > 0);
  if (known.length >= 2) {
    const most = known.reduce((a, b) => (b.perSecond > a.perSecond ? b : a));
    const least = known.reduce((a, b) => (b.perSecond < a.perSecond ? b : a));
    const comparison = ratioOf({ value: most.perSecond }, { value: least.perSecond });
    // Where the weaker one may carry more than was simulated, their ratio says nothing.
    if (comparison.relation === 'more' && !least.atLeast)
      return inWords(comparison, {
        less: '',
        equal: '',
        more:
          `Within ${formatFixed(limitMs)} ms, ${most.model} carries ` +
          `${most.atLeast ? 'at least ' : ''}${times(comparison.by)} the load of ${least.model}`,
        unclear: '',
      });
  }
  if (chosen?.p99Ms != null)
    return `At ${formatFixed(arrivalsPerSecond, 0)} a second, ${selected} answers 99 % within ${formatDuration(chosen.p99Ms, 2)}`;
  return 'How much traffic does each model carry?';
}

/** The simulated row at the learner's own settings. */
export function chosenRow(rows: readonly SimulationRow[], model: ModelName): SimulationRow | null {
  return rows.find((row) => row.chosen && row.model === model) ?? null;
}

/** "one replica, no batching", "3 replicas, batches up to 8, waiting up to 2 ms, 50 queue places". */
export function setupWords(setting: {
  replicas: number;
  maxBatch: number;
  maxWaitMs: number;
  queueCapacity: number;
  slowShare?: number;
  slowFactor?: number;
}): string {
  const parts = [setting.replicas === 1 ? 'one replica' : `${setting.replicas} replicas`];
  parts.push(setting.maxBatch === 1 ? 'no batching' : `batches up to ${setting.maxBatch}`);
  if (setting.maxBatch > 1 && setting.maxWaitMs > 0)
    parts.push(`waiting up to ${formatFixed(setting.maxWaitMs)} ms`);
  if (setting.queueCapacity > 0)
    parts.push(
      setting.queueCapacity === 1
        ? 'one queue place'
        : `${formatFixed(setting.queueCapacity)} queue places`,
    );
  if (setting.slowShare && setting.slowFactor && setting.slowFactor > 1)
    parts.push(
      `assumed: ${formatFixed(setting.slowShare)} % of calls take ${formatFixed(setting.slowFactor)} × as long`,
    );
  return parts.join(', ');
}

/** Where a prediction stands on the queue figure: a time on the vertical axis, a rate on the horizontal one, else nowhere. */
export function placePrediction(
  prediction: { value: number | string; unit: string } | null,
  arrivalsPerSecond: number,
): { x?: number; y?: number } | null {
  if (!prediction || typeof prediction.value !== 'number' || !Number.isFinite(prediction.value))
    return null;
  const unit = prediction.unit.trim().toLowerCase();
  if (unit === 'ms' || unit.startsWith('ms '))
    return prediction.value > 0 ? { x: arrivalsPerSecond, y: prediction.value } : null;
  if (unit.startsWith('/s') || unit.includes('a second') || unit.includes('per second'))
    return { x: prediction.value };
  return null;
}

/** Where a prediction stands on the axis of times: ms as they are, a multiple of the small model's median once that is known. */
export function placeOnTimes(
  prediction: { value: number | string; unit: string } | null,
  models: readonly ModelRow[],
): number | null {
  if (
    !prediction ||
    typeof prediction.value !== 'number' ||
    !(prediction.value > 0) ||
    !Number.isFinite(prediction.value)
  )
    return null;
  if (prediction.unit === 'ms') return prediction.value;
  const small = models.find((model) => model.name === 'small');
  const base = small ? single(small) : null;
  return prediction.unit === '×' && base !== null ? prediction.value * base : null;
}

/** What the learner said: "you said 240 /s". */
export function saidWords(prediction: { value: number | string; unit: string }): string {
  const value =
    typeof prediction.value === 'number' ? formatFixed(prediction.value) : prediction.value;
  return `you said ${value}${prediction.unit ? ` ${prediction.unit}` : ''}`;
}

/**
 * Said beside a p99 without an interval: the queue is too near saturation for the longest run. Empty where there is one, before the whole
 * answer is in, and with fewer than two replications' numbers.
 */
export const untoldWords = (
  row: { stable: boolean; p99Ms: number | null; ci95: { p99Ms: unknown } } | null,
  draft: boolean,
): string =>
  row?.stable && row.p99Ms !== null && row.ci95.p99Ms === null && !draft
    ? 'too near saturation: this p99 can’t be told'
    : '';

/** Where a simulated figure's numbers come from: the run itself, or its timings under another setting. */
export const sourceWords = (run: { number: number } | null, live: boolean): string =>
  live ? `live, from the timings of run ${run?.number ?? ''}` : 'band: 95 % interval';
