import { nonNegativeLine } from '../math/regression/regression.ts';
import { histogram, mean, percentilesInPlace } from '../math/statistics.ts';
import { batchSizes, type ModelName } from './names.ts';
import type { LatencyMeasured, ModelRow } from './result.ts';

type Timed = LatencyMeasured['service'][number];

/** Calls made before the timed ones: the first ones pay for memory and caches that later ones find ready. */
export const warmupCalls = 20;
const bins = 40;

/** Rounds to 0.1 µs: below what the clock resolves, and the same number after a trip through JSON. */
export const roundTime = (ms: number): number => Math.round(ms * 1e4) / 1e4;

/**
 * What the timed calls of one model say: percentiles for each batch size, the line s(b) = α + β·b, and a histogram for one row.
 * The line goes through the medians: whatever else the computer does now and then lengthens a few calls many times, and a line
 * through the means would describe that instead of the model.
 */
export function describeTimes(
  measured: LatencyMeasured,
  model: ModelName,
): Pick<ModelRow, 'service' | 'measured' | 'histogram' | 'medianIntervalMs'> {
  const timed = measured.service
    .filter((entry) => entry.model === model && entry.timesMs.length > 0)
    .sort((a, b) => a.batch - b.batch);
  const rows = timed.map(describeBatch);
  const line = nonNegativeLine(
    rows.map((row) => row.batch),
    rows.map((row) => row.p50Ms),
  );
  return {
    service: { alphaMs: line.intercept, betaMs: line.slope },
    measured: rows,
    histogram: histogramOf(timed[0]!.timesMs),
    medianIntervalMs: medianInterval(timed[0]!.timesMs),
  };
}

/**
 * A 95 % interval of the median by order statistics: of n values, those at the ranks n/2 ± 0.98·√n (Conover, Practical Nonparametric
 * Statistics, 3rd ed., 3.2). It asks nothing of how the times are spread: a few calls that were held up do not widen it.
 */
function medianInterval(times: readonly number[]): [number, number] {
  const sorted = Float64Array.from(times).sort();
  const n = sorted.length;
  const reach = 0.98 * Math.sqrt(n);
  const low = Math.max(0, Math.floor(n / 2 - reach));
  const high = Math.min(n - 1, Math.ceil(n / 2 + reach));
  return [sorted[low]!, sorted[high]!];
}

function describeBatch({ batch, timesMs }: Timed): ModelRow['measured'][number] {
  const meanMs = mean(timesMs)!;
  const [p50, p95, p99] = percentilesInPlace(
    Float64Array.from(timesMs),
    timesMs.length,
    [0.5, 0.95, 0.99],
  );
  return {
    batch,
    p50Ms: p50!,
    p95Ms: p95!,
    p99Ms: p99!,
    meanMs,
    itemsPerSecond: meanMs > 0 ? (1000 * batch) / meanMs : 0,
  };
}

/** Up to the 95th percentile in equal bins; the slow calls above go into the last bin, or they would squeeze all others into the first. */
function histogramOf(times: readonly number[]): ModelRow['histogram'] {
  const [fromMs, top] = percentilesInPlace(
    Float64Array.from(times),
    times.length,
    [1e-9, 0.95],
  ) as [number, number];
  const binMs = Math.max((top - fromMs) / (bins - 1), 1e-4);
  return { fromMs, binMs, counts: histogram(times, fromMs, binMs, bins) };
}

/**
 * Checks that measurements handed in cover every model and batch size. Throws an error that a person may read:
 * its `data` is what crosses to the screen.
 */
export function checkMeasured(measured: LatencyMeasured, models: readonly ModelName[]): void {
  for (const model of models) {
    for (const batch of batchSizes) {
      const entry = measured.service.find((e) => e.model === model && e.batch === batch);
      if (
        !entry ||
        entry.timesMs.length === 0 ||
        entry.timesMs.some((time) => !(time >= 0 && Number.isFinite(time)))
      ) {
        throw Object.assign(new Error(`no usable times for ${model}, batch ${batch}`), {
          data: {
            code: 'bad-card',
            what: `The measurements given hold no usable times for the ${model} model with ${batch} row${batch === 1 ? '' : 's'} a call.`,
            safe: 'The run they came from is unchanged.',
            next: 'Choose a run that finished, or run without its measurements.',
          },
        });
      }
    }
  }
}
