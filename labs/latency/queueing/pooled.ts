import { percentile, percentilesInPlace, tCritical95 } from '../../math/statistics.ts';

const shares = [0.5, 0.95, 0.99] as const;

/** Percentiles of a queue over all replications together, and how sure the last of them is. */
export interface PooledPercentiles {
  p50: number | null;
  p95: number | null;
  p99: number | null;
  ci95: [number, number] | null;
}

/** Gathers the sojourns of replications. */
export interface Pool {
  /** Takes the counted sojourns of one replication, in the order of their arrival. */
  add(sojourns: Float64Array): void;
  percentiles(): PooledPercentiles;
}

/**
 * Percentiles of the pooled sample (nearest rank): the mean of the replications' own percentiles leans low where these are short. The
 * interval of p99 is by replication: the logarithms of the p99 of each piece of a replication scatter about the pooled one's, Student's t.
 * In logarithms, because such percentiles are skewed to the right; about the pooled value, so that a lean counts as spread; and with the
 * degrees of freedom of the replications, because pieces of one know of each other.
 */
export function createPool(requests: number, replications: number, pieces: number): Pool {
  const all = new Float64Array(requests * replications);
  const own: number[] = [];
  let used = 0;
  return {
    add(sojourns) {
      all.set(sojourns, used);
      used += sojourns.length;
      for (let k = 0; k < pieces; k++) {
        const [from, to] = [k, k + 1].map((at) => Math.floor((at * sojourns.length) / pieces));
        const value = percentile(sojourns.subarray(from, to), 0.99);
        if (value !== null) own.push(value);
      }
    },
    percentiles() {
      const [p50, p95, p99] = percentilesInPlace(all.subarray(0, used), used, shares);
      return { p50: p50!, p95: p95!, p99: p99!, ci95: around(p99!, own, replications - 1) };
    },
  };
}

function around(
  centre: number | null,
  values: readonly number[],
  df: number,
): [number, number] | null {
  if (df < 1 || values.length < 2 || centre === null) return null;
  if (!(centre > 0) || values.some((value) => !(value > 0))) return null;
  const squares = values.reduce((sum, value) => sum + Math.log(value / centre) ** 2, 0);
  const variance = squares / (values.length - 1) / values.length;
  const reach = tCritical95(df) * Math.sqrt(variance);
  return [centre * Math.exp(-reach), centre * Math.exp(reach)];
}
