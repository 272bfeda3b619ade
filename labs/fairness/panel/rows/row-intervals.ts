import { cellsOf, rateIn, type CountedRate } from '../../../math/group-cells.ts';
import { largestGap, ratioOfLargestGap } from '../../../math/intervals/largest-gap.ts';
import { rateInterval, type Interval } from '../../../math/intervals/rate.ts';
import type { GroupRow, ModelRow } from '../../lab.ts';

/** 95 % interval of a group's rate from its counts; null where the rate is undefined. */
export function intervalOfRate(group: GroupRow, name: CountedRate): Interval | null {
  const rate = rateIn(cellsOf(group), name);
  return rate && (rateInterval(rate)?.interval ?? null);
}

/** The intervals of an audit's measures. */
export interface RowIntervals {
  /** Of the smaller selection rate over the larger, and of the larger less the smaller. */
  ratio: Interval | null;
  selection: Interval | null;
  tpr: Interval | null;
  odds: Interval | null;
}

/**
 * Computed from an audit's counts whenever it is looked at, so that a card of any age has the same intervals: between the two groups, in the
 * order in which their rates stand. Those that old and new cards hold themselves are bootstraps, and nothing shows them.
 */
export function rowIntervals({ groups }: ModelRow): RowIntervals {
  const of = (name: CountedRate) => groups.map((group) => rateIn(cellsOf(group), name));
  const gap = (...names: CountedRate[]) => {
    const rates = names.map(of);
    if (rates.some((each) => each.some((rate) => rate === null))) return null;
    return largestGap(rates)?.interval ?? null;
  };
  return {
    ratio: ratioOfLargestGap(of('selectionRate')),
    selection: gap('selectionRate'),
    tpr: gap('tpr'),
    odds: gap('tpr', 'fpr'),
  };
}
