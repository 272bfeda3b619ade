import { z } from 'zod';
import type { Service } from '../../../labs/latency/queueing/service.ts';
import {
  estimate,
  isStable,
  replicate,
  type Estimate,
  type Setup,
  type Tally,
} from '../../../labs/latency/queueing/simulate.ts';
import { seededRandom } from '../../../labs/math/random.ts';
import type { Difference } from './compare.ts';
import type { ReferenceCase } from './kind.ts';

/** A case either passes or fails, always: the simulator's luck is fixed. */
export const simulationSeed = 20_190_124;
const replications = 20;
const requests = 500_000;
const warmup = 0.05;

type Pick = (tally: Tally) => number | null;
const spread = { mean: 'mean', p50: 'p50', p95: 'p95', p99: 'p99' } as const;

function outside(
  path: string,
  expected: number,
  got: Estimate,
  low: number,
  high: number,
): Difference[] {
  // The last bits of a mean of twenty equal numbers are noise; allow for them.
  const slack = 1e-12 * Math.max(1, Math.abs(expected));
  const fits = got.mean !== null && got.mean >= low - slack && got.mean <= high + slack;
  return fits ? [] : [{ path: `${path} (allowed ${low} to ${high})`, expected, got: got.mean }];
}

/**
 * Percentiles of one queue against exact ones: the mean over 20 replications of 500,000 requests, the first 5 % dropped, within
 * 3 % or 4 of its own standard errors. A percentile of the wait that sits on the atom at 0 (exactly that share does not wait) jumps
 * with the smallest change, so it is left out.
 */
export function comparePercentiles(
  reference: ReferenceCase,
  queue: { rate: number; service: Service; probWait: number | null },
): Difference[] {
  const block = z
    .object({ p50: z.number().nullish(), p95: z.number().nullish(), p99: z.number().nullish() })
    .optional();
  const expected = z.object({ wait: block, sojourn: block }).parse(reference.expected);
  if (!expected.wait && !expected.sojourn) return [];
  const setup: Setup = { servers: 1, places: Infinity, maxBatch: 1, maxWait: 0 };
  const stable = isStable(setup, queue.service, queue.rate);
  const tallies = stable
    ? replicate(
        setup,
        queue.service,
        { rate: queue.rate, requests, warmup, limit: Infinity },
        replications,
        seededRandom(simulationSeed),
      )
    : [];
  const shares = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;
  return (['wait', 'sojourn'] as const).flatMap((which) =>
    (['p50', 'p95', 'p99'] as const).flatMap((name) => {
      const value = expected[which]?.[name];
      if (value === undefined) return [];
      if (
        which === 'wait' &&
        queue.probWait !== null &&
        Math.abs(queue.probWait - (1 - shares[name])) < 1e-9
      )
        return [];
      const got = estimate(tallies, (tally) => tally[which][name]);
      if (value === null)
        return got.mean === null
          ? []
          : [{ path: `${which}.${name}`, expected: null, got: got.mean }];
      const reach = Math.max(0.03 * Math.abs(value), 4 * (got.standardError ?? 0));
      return outside(`${which}.${name}`, value, got, value - reach, value + reach);
    }),
  );
}

/** What the reference calls the simulator's numbers. */
const picks: Record<string, (tally: Tally) => number | null> = {
  utilization: (tally) => tally.utilization,
  throughput: (tally) => tally.throughput,
  mean_batch: (tally) => tally.meanBatch,
  goodput_slo: (tally) => tally.goodput,
  mean_wait: (tally) => tally.wait.mean,
  mean_sojourn: (tally) => tally.sojourn.mean,
  ...Object.fromEntries(
    (['wait', 'sojourn'] as const).flatMap((which) =>
      Object.values(spread)
        .filter((name) => name !== 'mean')
        .map((name): [string, Pick] => [`${which}_${name}`, (tally) => tally[which][name]]),
    ),
  ),
};

/** Means of a reference simulation: ours must lie in its 95 % interval widened by 3 of our standard errors, at least by 1 %. */
export function compareIntervals(
  reference: ReferenceCase,
  queue: { setup: Setup; rate: number; service: Service },
): Difference[] {
  const number = z.object({ mean: z.number(), ci95: z.tuple([z.number(), z.number()]).nullish() });
  const expected = z
    .object({
      simulated: z.record(z.string(), number),
      goodput_slo_seconds: z.number().nullish(),
      utilization: z.number().optional(),
    })
    .parse(reference.expected);
  const slo =
    expected.goodput_slo_seconds ??
    z.object({ goodput_slo_seconds: z.number().nullish() }).parse(reference.inputs)
      .goodput_slo_seconds ??
    Infinity;
  const stream = { rate: queue.rate, requests, warmup, limit: slo };
  const tallies = isStable(queue.setup, queue.service, queue.rate)
    ? replicate(queue.setup, queue.service, stream, replications, seededRandom(simulationSeed))
    : [];
  if (Object.keys(expected.simulated).length === 0)
    return [{ path: 'expected.simulated', expected: 'at least one number', got: 'none' }];
  return Object.entries(expected.simulated).flatMap(([name, { mean, ci95 }]) => {
    const pick = picks[name];
    if (!pick) return [{ path: `simulated.${name}`, expected: mean, got: undefined }];
    const got = estimate(tallies, pick);
    const [low, high] = ci95 ?? [mean, mean];
    const reach = Math.max(3 * (got.standardError ?? 0), 0.01 * Math.abs(mean));
    return outside(`simulated.${name}`, mean, got, low - reach, high + reach);
  });
}
