/** The middle value of a list, the mean of the two middle ones for an even number; null for none. */
export function median(values: ArrayLike<number>): number | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Makes the median absolute deviation of a normal sample its standard deviation. */
const normalScale = 1.4826;

/**
 * How far each value is from the median, in scaled median absolute deviations (Hampel 1974). Where the deviation is 0 there is no such
 * measure and every index is null.
 */
export function anomalyIndex(values: ArrayLike<number>): {
  median: number | null;
  mad: number | null;
  index: (number | null)[];
} {
  const centre = median(values);
  if (centre === null) return { median: null, mad: null, index: [] };
  const all = Array.from(values);
  const mad = normalScale * median(all.map((value) => Math.abs(value - centre)))!;
  return {
    median: centre,
    mad,
    index: all.map((value) => (mad > 0 ? Math.abs(value - centre) / mad : null)),
  };
}

/** Shannon entropy of probabilities in bits; parts that are 0 add nothing. Throws a RangeError for a negative one. */
export function entropyBits(probabilities: ArrayLike<number>): number {
  let bits = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i]!;
    if (!(p >= 0)) throw new RangeError(`${p} is no probability.`);
    if (p > 0) bits -= p * Math.log2(p);
  }
  return bits;
}
