import type { Random } from '../../math/random.ts';
import { percentile } from '../../math/statistics.ts';
import { lognormalOf } from './closed-forms.ts';

/** How long a replica takes for a batch. */
export interface Service {
  /** Mean time of a batch of `size` requests; decides whether a set-up is stable. */
  mean(size: number): number;
  /** One drawn time. Called once for each batch: allocates nothing. */
  sample(size: number, random: Random): number;
}

/** Always fixed + perItem·size. */
export function constantService(fixed: number, perItem: number): Service {
  const time = (size: number) => fixed + perItem * size;
  return { mean: time, sample: time };
}

/** Exponential with this mean, whatever the size. */
export function exponentialService(mean: number): Service {
  return { mean: () => mean, sample: (_size, random) => mean * random.exponential() };
}

/** Lognormal with this mean and coefficient of variation, whatever the size. */
export function lognormalService(mean: number, cv: number): Service {
  const { mu, sigma } = lognormalOf(mean, cv);
  return { mean: () => mean, sample: (_size, random) => Math.exp(mu + sigma * random.normal()) };
}

/**
 * A share of the calls takes `factor` times as long, each by its own draw: an assumption to play with, on top of any service.
 * With a share of 0 it is `service` itself, draw for draw.
 */
export function withSlowCalls(service: Service, share: number, factor: number): Service {
  if (share === 0 || factor === 1) return service;
  return {
    mean: (size) => service.mean(size) * (1 + share * (factor - 1)),
    sample: (size, random) =>
      service.sample(size, random) * (random.uniform() < share ? factor : 1),
  };
}

/** Times that were measured for batches of one size. */
export interface TimedBatch {
  batch: number;
  timesMs: readonly number[];
}

/**
 * The fitted line plus a residual drawn from the calls that were timed at the nearest measured batch size. At a measured size this
 * draws the measured times themselves, spread and slow calls included; between two sizes the line fills in. Never below a tenth
 * of the fastest timed call of that size: a residual must not make a time vanish.
 * Throws a RangeError where nothing was measured.
 */
export function measuredService(
  fit: { alphaMs: number; betaMs: number },
  timed: readonly TimedBatch[],
  largest = 64,
): Service {
  const known = timed.filter((entry) => entry.timesMs.length > 0).sort((a, b) => a.batch - b.batch);
  if (known.length === 0)
    throw new RangeError('A measured service time needs at least one timed call.');
  const pools: Float64Array[] = [new Float64Array()];
  const means: number[] = [0];
  for (let size = 1; size <= largest; size++) {
    const nearest = known.reduce((best, entry) =>
      Math.abs(Math.log(entry.batch / size)) < Math.abs(Math.log(best.batch / size)) ? entry : best,
    );
    const shift = fit.betaMs * (size - nearest.batch);
    const least = Math.min(...nearest.timesMs) / 10;
    const pool = Float64Array.from(nearest.timesMs, (time) => Math.max(least, time + shift));
    pools.push(pool);
    means.push(pool.reduce((sum, time) => sum + time, 0) / pool.length);
  }
  return {
    mean: (size) => means[size]!,
    sample: (size, random) => {
      const pool = pools[size]!;
      return pool[(random.uniform() * pool.length) | 0]!;
    },
  };
}

/** How far each timed call was from the median of its size, ms. Throws a RangeError where nothing was measured. */
function straysOf(timed: readonly TimedBatch[]): number[] {
  const strays = timed.flatMap(({ timesMs }) => {
    const middle = percentile(timesMs, 0.5) ?? 0;
    return timesMs.map((time) => time - middle);
  });
  if (strays.length === 0)
    throw new RangeError('A measured service time needs at least one timed call.');
  return strays;
}

/** The 99th percentile of `pooledService` for one request, ms. Throws a RangeError where nothing was measured. */
export function pooledP99(
  { alphaMs, betaMs }: { alphaMs: number; betaMs: number },
  timed: readonly TimedBatch[],
): number {
  const line = alphaMs + betaMs;
  const times = straysOf(timed).map((stray) => Math.max(line / 10, line + stray));
  return percentile(times, 0.99)!;
}

/**
 * The fitted line plus how far any timed call, of whatever batch size, was from the median of its size. To compare batch sizes: a call
 * that the computer held up at one size is no property of that size, since the sizes took turns, and all of them share it here.
 * Never below a tenth of the fitted time. Throws a RangeError where nothing was measured.
 */
export function pooledService(
  fit: { alphaMs: number; betaMs: number },
  timed: readonly TimedBatch[],
  largest = 64,
): Service {
  const residuals = straysOf(timed);
  const lines = Float64Array.from(
    { length: largest + 1 },
    (_, size) => fit.alphaMs + fit.betaMs * size,
  );
  const pool = Float64Array.from(residuals);
  const time = (size: number, place: number) =>
    Math.max(lines[size]! / 10, lines[size]! + pool[place]!);
  const means = lines.map(
    (_line, size) =>
      residuals.reduce((sum, _residual, place) => sum + time(size, place), 0) / pool.length,
  );
  return {
    mean: (size) => means[size]!,
    sample: (size, random) => time(size, (random.uniform() * pool.length) | 0),
  };
}
