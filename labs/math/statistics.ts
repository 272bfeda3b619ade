/** Numbers of a sample. Everything that is undefined (no values, one value for a spread) is null, never NaN. */

type Numbers = ArrayLike<number>;

/** Arithmetic mean; null of nothing. */
export function mean(values: Numbers): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Sample variance (divided by n − 1), in two passes; null for fewer than two values. */
export function variance(values: Numbers): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - centre) ** 2;
  return sum / (values.length - 1);
}

/** The standard error of the mean; null for fewer than two values. */
export function standardError(values: Numbers): number | null {
  const spread = variance(values);
  return spread === null ? null : Math.sqrt(spread / values.length);
}

function medianOfThree(a: number, b: number, c: number): number {
  if (a < b) {
    if (b < c) return b;
    return a < c ? c : a;
  }
  if (a < c) return a;
  return b < c ? c : b;
}

/**
 * Moves the value of rank `k` (from 0) of `values[from … to]` to place k, smaller ones before it, larger ones after it, and
 * returns it. Hoare's quickselect with the median of three: linear time on average, in place, no allocation.
 */
export function quickselect(
  values: Float64Array,
  k: number,
  from = 0,
  to = values.length - 1,
): number {
  let low = from;
  let high = to;
  while (high > low) {
    const a = values[low]!;
    const b = values[(low + high) >> 1]!;
    const c = values[high]!;
    const pivot = medianOfThree(a, b, c);
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) {
        const kept = values[i]!;
        values[i] = values[j]!;
        values[j] = kept;
        i++;
        j--;
      }
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k]!;
}

/**
 * Place (from 0) of the nearest-rank percentile `p` in (0, 1] among n sorted values: ceil(p·n),
 * guarded against 0.07·100 = 7.000…01.
 */
export function nearestRank(p: number, n: number): number {
  return Math.min(n - 1, Math.max(0, Math.ceil(p * n - 1e-9) - 1));
}

/**
 * Nearest-rank percentiles of the first `n` values. `ps` must ascend. Reorders `values`; allocates only the answer.
 * Each search starts where the last one ended, so that p50, p95 and p99 together cost little more than p50.
 */
export function percentilesInPlace(
  values: Float64Array,
  n: number,
  ps: readonly number[],
): (number | null)[] {
  let from = 0;
  return ps.map((p) => {
    if (n === 0) return null;
    const k = nearestRank(p, n);
    const value = quickselect(values, k, Math.min(from, k), n - 1);
    from = k;
    return value;
  });
}

/** Nearest-rank percentile of a sample that is left as it is; null of nothing. */
export function percentile(values: Numbers, p: number): number | null {
  return percentilesInPlace(Float64Array.from(values), values.length, [p])[0]!;
}

/** Percentile with linear interpolation between ranks (type 7 of Hyndman & Fan 1996, numpy's default); null of nothing. */
export function percentileType7(values: Numbers, p: number): number | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const place = p * (sorted.length - 1);
  const low = Math.floor(place);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (place - low) * (sorted[high]! - sorted[low]!);
}

/** P(|T| ≤ t) of Student's t with a whole number of degrees of freedom (Abramowitz & Stegun 26.7.3 and 26.7.4). */
function studentWithin(t: number, df: number): number {
  const angle = Math.atan(t / Math.sqrt(df));
  const cos2 = Math.cos(angle) ** 2;
  const even = df % 2 === 0;
  let term = even ? 1 : Math.cos(angle);
  let sum = df === 1 ? 0 : term;
  for (let k = even ? 1 : 2; k <= df - 3; k += 2) {
    term *= (k / (k + 1)) * cos2;
    sum += term;
  }
  return even ? Math.sin(angle) * sum : (2 / Math.PI) * (angle + Math.sin(angle) * sum);
}

const criticalValues = new Map<number, number>();

/** The value that Student's t with `df` degrees of freedom (a whole number ≥ 1) stays within with probability .95. */
export function tCritical95(df: number): number {
  if (!Number.isInteger(df) || df < 1)
    throw new RangeError(`Degrees of freedom are a whole number of at least 1; got ${df}.`);
  const known = criticalValues.get(df);
  if (known !== undefined) return known;
  let low = 1.9;
  let high = 13;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (studentWithin(middle, df) < 0.95) low = middle;
    else high = middle;
  }
  criticalValues.set(df, high);
  return high;
}

/** 95 % interval of the mean of independent values (Student's t); null for fewer than two. */
export function interval95(values: Numbers): [number, number] | null {
  const centre = mean(values);
  const error = standardError(values);
  if (centre === null || error === null) return null;
  const reach = tCritical95(values.length - 1) * error;
  return [centre - reach, centre + reach];
}

/** Counts in equal bins from `from`, each `width` wide; values below fall in the first bin, values above in the last. */
export function histogram(values: Numbers, from: number, width: number, bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (let i = 0; i < values.length; i++) {
    const bin = width > 0 ? Math.floor((values[i]! - from) / width) : 0;
    counts[Math.min(bins - 1, Math.max(0, bin))]! += 1;
  }
  return counts;
}
