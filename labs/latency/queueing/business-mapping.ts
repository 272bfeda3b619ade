/**
 * Published links between latency and business. Each is its own curve with its own range; they are never blended.
 */

/**
 * Booking.com (Bernardi et al., KDD 2019): about 30 % more latency went with about 0.5 % fewer conversions. Read here as a constant
 * elasticity, which is our own interpolation: believe it near +30 % only.
 */
export const bookingElasticity = Math.log(0.995) / Math.log(1.3);

/** Conversion relative to that at `baseline`, by the elasticity. Both latencies in one unit, above 0; a RangeError otherwise. */
export function bookingConversion(baseline: number, latency: number): number {
  if (!(baseline > 0 && Number.isFinite(baseline)))
    throw new RangeError(`The baseline latency must be above 0; got ${baseline}.`);
  if (!(latency > 0 && Number.isFinite(latency)))
    throw new RangeError(`A latency must be above 0; got ${latency}.`);
  return (latency / baseline) ** bookingElasticity;
}

/**
 * Akamai 2017, as the lecture has it: 7 % fewer conversions with 100 ms more, on phones. Read as an exponential, so much a second; an upper
 * bound: the same report's figures at two seconds are far milder.
 */
export const akamaiRate = -Math.log(1 - 0.07) / 0.1;
export const akamaiReading = 'upper bound';

/** Conversion relative to that without the delay, by the exponential. A RangeError below 0 s. */
export function akamaiConversion(delaySeconds: number): number {
  if (!(delaySeconds >= 0 && Number.isFinite(delaySeconds)))
    throw new RangeError(`A delay must be at least 0 s; got ${delaySeconds}.`);
  return Math.exp(-akamaiRate * delaySeconds);
}

/** Google/DoubleClick (2016): 53 % of mobile visits were left where the page took more than 3 seconds. */
export const googleThresholdSeconds = 3;
export const googleAbandonment = 0.53;

/** Chance that one visit is left, read as a step: nothing up to and including 3 s, 53 % above. */
export function googleAbandon(latencySeconds: number): number {
  if (!(latencySeconds >= 0))
    throw new RangeError(`A latency must be at least 0; got ${latencySeconds}.`);
  return latencySeconds > googleThresholdSeconds ? googleAbandonment : 0;
}

/**
 * Expected share of visits left, from the latencies of all visits: a step needs the whole
 * distribution, its mean says nothing. Null of none.
 */
export function googleAbandonRate(latenciesSeconds: readonly number[]): number | null {
  if (latenciesSeconds.length === 0) return null;
  return (
    latenciesSeconds.reduce((sum, latency) => sum + googleAbandon(latency), 0) /
    latenciesSeconds.length
  );
}
