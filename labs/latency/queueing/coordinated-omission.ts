import { mean, percentile } from '../../math/statistics.ts';

/** Latencies of one way of measuring. Percentiles are nearest rank; null where there were no requests. */
export interface LoadTest {
  latencies: number[];
  mean: number | null;
  p50: number | null;
  p95: number | null;
  p99: number | null;
}

const describe = (latencies: number[]): LoadTest => ({
  latencies,
  mean: mean(latencies),
  p50: percentile(latencies, 0.5),
  p95: percentile(latencies, 0.95),
  p99: percentile(latencies, 0.99),
});

/**
 * A load test over one connection: the tester meant to send request i at `intended[i]`, but sends only when the last answer is back.
 * `naive` counts from the moment it did send, which leaves out the very requests that a stall held up (coordinated omission);
 * `corrected` counts from the moment it meant to (Tene, "How NOT to Measure Latency"). Times in one unit.
 * Throws a RangeError for lists of different length, intended times that fall, or a negative service time.
 */
export function coordinatedOmission(
  intended: readonly number[],
  service: readonly number[],
): { naive: LoadTest; corrected: LoadTest } {
  if (intended.length !== service.length)
    throw new RangeError(
      `Every intended start needs a service time: got ${intended.length} and ${service.length}.`,
    );
  const naive: number[] = [];
  const corrected: number[] = [];
  let free = -Infinity;
  for (let i = 0; i < intended.length; i++) {
    const meant = intended[i]!;
    const time = service[i]!;
    if (!Number.isFinite(meant) || (i > 0 && meant < intended[i - 1]!))
      throw new RangeError(`Intended starts must be numbers that do not fall; see number ${i}.`);
    if (!(time >= 0 && Number.isFinite(time)))
      throw new RangeError(`Service times are numbers of at least 0; number ${i} is ${time}.`);
    free = Math.max(free, meant) + time;
    naive.push(time);
    corrected.push(free - meant);
  }
  return { naive: describe(naive), corrected: describe(corrected) };
}
