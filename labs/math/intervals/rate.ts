import { betaQuantile } from './beta.ts';
import { z95 } from './normal.ts';

/** A share of `n` rows. With weights `n` is the effective number of rows and need not be whole. */
export interface Rate {
  /** 0 to 1. */
  p: number;
  /** Above 0. */
  n: number;
}

export type Interval = [low: number, high: number];

/** Wilson's score interval, or the exact one of Clopper and Pearson. */
export type IntervalMethod = 'wilson' | 'exact';

/** Below so many rows a rate has the exact interval: Wilson's covers less than 93 % of the time for some rates then. */
export const fewForWilson = 40;

/** Score interval of a rate (Wilson 1927): the rates that a test at `z` standard errors does not reject. */
export function wilson({ p, n }: Rate, z = z95): Interval {
  const shrink = 1 + (z * z) / n;
  const centre = p + (z * z) / (2 * n);
  const reach = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  // At 0 and 1 the bound is the rate itself; the subtraction would leave the last bit.
  return [
    p <= 0 ? 0 : Math.max(0, (centre - reach) / shrink),
    p >= 1 ? 1 : Math.min(1, (centre + reach) / shrink),
  ];
}

/**
 * Exact 95 % interval (Clopper & Pearson 1934), by quantiles of the beta distribution; it covers at least 95 % whatever the rate is.
 * For weighted rows with the effective number, as Korn & Graubard 1998 have it.
 */
export function clopperPearson({ p, n }: Rate): Interval {
  const hits = p * n;
  return [
    p <= 0 ? 0 : betaQuantile(0.025, hits, n - hits + 1),
    p >= 1 ? 1 : betaQuantile(0.975, hits + 1, n - hits),
  ];
}

/** Which interval a rate of so many rows has. */
export const methodFor = (n: number): IntervalMethod => (n < fewForWilson ? 'exact' : 'wilson');

/** 95 % interval of a rate: exact below 40 rows in its own denominator, Wilson's from there on. Null where there is no row. */
export function rateInterval({
  p,
  n,
}: Rate): { interval: Interval; method: IntervalMethod } | null {
  if (!(n > 0)) return null;
  const method = methodFor(n);
  return { interval: method === 'exact' ? clopperPearson({ p, n }) : wilson({ p, n }), method };
}
