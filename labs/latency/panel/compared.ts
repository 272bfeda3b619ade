import {
  inWords,
  compare,
  type Amount,
  type Comparison,
  type CompareOptions,
} from '../../kit/compare.ts';
import { formatSignificant } from '../../../renderer/kit/number/format.ts';
import type { ModelRow } from '../result.ts';

/** Timings of two models that are no farther apart than this part say nothing: another run may turn them round. */
export const timingMargin = 0.05;

const twoDigits = (value: number) => formatSignificant(value, 2);

/** "2.1 times", "23 times": as many digits as a comparison of timings deserves. */
export const times = (ratio: number): string => `${twoDigits(ratio)} times`;

/** How many times as large one positive value is as another, by at least 5 %. */
export const ratioOf = (a: Amount, b: Amount, options: CompareOptions = {}): Comparison =>
  compare(a, b, { scale: 'ratio', margin: timingMargin, ...options });

/**
 * What is said of how many times: `subject` stands before, such as "the large model takes", `object` behind, such as "the small one".
 * "It takes 2.1 times as long as the small one", "as long as the small one".
 */
export function timesAs(
  a: Amount,
  b: Amount,
  { as, than, options }: { as: string; than: string; options?: CompareOptions },
): string {
  const comparison = ratioOf(a, b, options);
  return inWords(comparison, {
    less: `only ${formatSignificant(a.value / b.value, 2)} times ${as} ${than}`,
    equal: `about ${as} ${than}`,
    more: `${times(comparison.by)} ${as} ${than}`,
    unclear: `perhaps ${as} ${than}: it can’t be told`,
  });
}

/**
 * The median of timed calls with its standard error, 1.2533 σ/√n for n of them (the asymptotic variance of a median, Kendall & Stuart,
 * The Advanced Theory of Statistics I, 10.11), with σ from the distance of the 95th percentile: slow calls widen it.
 */
export function medianOf({ measured, histogram }: ModelRow): Amount | null {
  const one = measured.find((row) => row.batch === 1);
  const n = histogram.counts.reduce((sum, count) => sum + count, 0);
  if (!one || !(one.p50Ms > 0) || n === 0) return null;
  return { value: one.p50Ms, error: (1.2533 * (one.p95Ms - one.p50Ms)) / 1.645 / Math.sqrt(n) };
}
