import type { Random } from '../../math/random.ts';
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
export function measuredService(fit: { alphaMs: number; betaMs: number }, timed: readonly TimedBatch[], largest = 64): Service {
  const known = timed.filter((entry) => entry.timesMs.length > 0).sort((a, b) => a.batch - b.batch);
  if (known.length === 0) throw new RangeError('A measured service time needs at least one timed call.');
  const pools: Float64Array[] = [new Float64Array()];
  const means: number[] = [0];
  for (let size = 1; size <= largest; size++) {
    const nearest = known.reduce((best, entry) => (Math.abs(Math.log(entry.batch / size)) < Math.abs(Math.log(best.batch / size)) ? entry : best));
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
