import type { Random } from '../../math/random.ts';
import { createPool, type PooledPercentiles } from './pooled.ts';
import { memoryOf, runLength, variability } from './run-length.ts';
import type { Service } from './service.ts';
import {
  capacity,
  estimate,
  isStable,
  simulateOnce,
  workspace,
  type Estimate,
  type Setup,
  type Tally,
} from './simulate.ts';

/** One queue under Poisson arrivals, and how much is spent on it. */
export interface Point {
  setup: Setup;
  service: Service;
  /** Arrivals a unit of time. */
  rate: number;
  /** Sojourns up to this count towards goodput. */
  limit: number;
  replications: number;
  /** Requests of a replication: usually, at most near saturation, and where that is too short as well. */
  length: { usual: number; most: number; hopeless?: number };
}

/** What the replications of one point say together. Everything is null where the queue is not stable. */
export interface PointEstimate {
  stable: boolean;
  /** The mean sojourn. */
  sojourn: Estimate;
  /** Of the sojourn. No interval where the run is too short for one this near saturation. */
  percentiles: PooledPercentiles;
  of: (pick: (tally: Tally) => number | null) => number | null;
}

/** Share of the first requests that is not counted. */
const warmup = 0.1;

/** How long each replication of a stable point is, and how many of its first requests are not counted. */
export function planOf(
  { setup, service, rate, replications, length }: Omit<Point, 'limit'>,
  pilot: Random,
): ReturnType<typeof runLength> & { warmupRequests: number } {
  const load = rate / capacity(setup, service);
  const spread = variability(service, setup.maxBatch, pilot);
  const plan = runLength(memoryOf(setup, load, spread), replications, length);
  return { ...plan, warmupRequests: Math.floor(warmup * plan.requests) };
}

/**
 * Simulates a point, yielding after each replication the part of it that is done, 0 to 1. `streamOf(k)` gives replication k its random
 * numbers. Near saturation a replication is as long as its percentiles need; farther on there is no interval.
 */
export function* simulatePoint(
  { setup, service, rate, limit, replications, length }: Point,
  streamOf: (replication: number) => Random,
): Generator<number, PointEstimate, void> {
  const tallies: Tally[] = [];
  if (!isStable(setup, service, rate)) return summed(tallies, null, false);
  const { requests, pieces, told } = planOf(
    { setup, service, rate, replications, length },
    streamOf(0).fork('pilot'),
  );
  const room = workspace(requests);
  const pool = createPool(requests, replications, pieces);
  const stream = { rate, requests, warmup, limit };
  for (let k = 0; k < replications; k++) {
    tallies.push(simulateOnce(setup, service, stream, streamOf(k), room, pool.add));
    yield (k + 1) / replications;
  }
  return summed(tallies, pool.percentiles(), told);
}

function summed(
  tallies: readonly Tally[],
  percentiles: PooledPercentiles | null,
  told: boolean,
): PointEstimate {
  const mean = estimate(tallies, (tally) => tally.sojourn.mean);
  const none = { p50: null, p95: null, p99: null, ci95: null };
  return {
    stable: tallies.length > 0,
    sojourn: told ? mean : { ...mean, ci95: null },
    percentiles: told ? (percentiles ?? none) : { ...(percentiles ?? none), ci95: null },
    of: (pick) => estimate(tallies, pick).mean,
  };
}
