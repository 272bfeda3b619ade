import {
  inWords,
  compare,
  type Amount,
  type Comparison,
  type CompareOptions,
} from '../../kit/compare.ts';
import { formatSignificant } from '../../../renderer/kit/number/format.ts';
import type { ModelName } from '../names.ts';
import type { ModelRow } from '../result.ts';

/** Timings of two models that are no farther apart than this part say nothing: another run may turn them round. */
export const timingMargin = 0.05;

const twoDigits = (value: number) => formatSignificant(value, 2);

/** "2.1 times", "23 times": as many digits as a comparison of timings deserves; "1.04 times" where two would read as none. */
export const times = (ratio: number): string =>
  `${ratio < 1.1 ? formatSignificant(ratio, 3) : twoDigits(ratio)} times`;

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
 * The median of timed calls with its 95 % interval. Results of before have no interval, only bins: there the times at the interval's ranks
 * are read off straight between the bins' edges and the median, which slow calls widen.
 */
export function medianOf(model: ModelRow): Amount | null {
  const one = model.measured.find((row) => row.batch === 1);
  const n = model.histogram.counts.reduce((sum, count) => sum + count, 0);
  if (!one || !(one.p50Ms > 0) || n === 0) return null;
  if (model.medianIntervalMs) return { value: one.p50Ms, interval: model.medianIntervalMs };
  const places = timesByRank(model.histogram, n, one);
  const reach = 0.98 * Math.sqrt(n);
  const interval = [timeAt(places, n / 2 - reach), timeAt(places, n / 2 + reach)] as const;
  return { value: one.p50Ms, interval };
}

type Place = readonly [rank: number, ms: number];

/** What is known of the times in their order: the bins' edges, the median, and the slowest calls at their 99th percentile. */
function timesByRank(
  { fromMs, binMs, counts }: ModelRow['histogram'],
  n: number,
  { p50Ms, p99Ms }: { p50Ms: number; p99Ms: number },
): Place[] {
  let rank = 0;
  const edges = counts.map((count, bin): Place => {
    rank += count;
    return [rank, fromMs + binMs * (bin + 1)];
  });
  const below = [[0, fromMs] as Place, ...edges].filter(([at, ms]) => at < n / 2 && ms < p50Ms);
  const above = edges.slice(0, -1).filter(([at, ms]) => at > n / 2 && at < n && ms > p50Ms);
  return [...below, [n / 2, p50Ms], ...above, [n, Math.max(p99Ms, above.at(-1)?.[1] ?? p50Ms)]];
}

function timeAt(places: readonly Place[], rank: number): number {
  const after = places.findIndex(([at]) => at >= rank);
  const [to, high] = places[after] ?? places.at(-1)!;
  const [from, low] = places[after - 1] ?? [to, high];
  return to > from ? low + ((rank - from) / (to - from)) * (high - low) : high;
}

/** The largest model that has been timed beside the smallest. */
export interface SizeCost {
  smaller: ModelName;
  larger: ModelName;
  /** The larger model's median time of one call beside the smaller one's. */
  comparison: Comparison;
  /** How many times as long the larger one takes; null where the calls scatter so much that no figure could be given. */
  ratio: number | null;
}

/** A ratio that can't be told from 1 is still a figure where it is no farther from 1 than this. */
const nearOne = 1.25;

/**
 * What size costs: the one comparison that title, outcome and verdict speak from. Null before two models are timed. `models`: from the
 * smallest on, as a result has them.
 */
export function sizeCost(models: readonly ModelRow[]): SizeCost | null {
  const timed = models.flatMap((model) => {
    const median = medianOf(model);
    return median ? [{ name: model.name, median }] : [];
  });
  const [first, last] = [timed[0], timed.at(-1)];
  if (!first || !last || first === last) return null;
  const comparison = ratioOf(last.median, first.median);
  const told = comparison.relation !== 'unclear' || comparison.by <= nearOne;
  const ratio = told ? last.median.value / first.median.value : null;
  return { smaller: first.name, larger: last.name, comparison, ratio };
}
