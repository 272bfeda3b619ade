import { rateIn, type CountedRate, type GroupCells } from '../../math/group-cells.ts';
import { largestGap, ratioOfLargestGap } from '../../math/intervals/largest-gap.ts';
import type { Interval } from '../../math/intervals/rate.ts';

export type OwnMeasure =
  | 'demographicParityRatio'
  | 'demographicParityDifference'
  | 'equalOpportunityDifference'
  | 'equalizedOddsDifference'
  | 'predictiveParityDifference';

/** Which two groups a measure is about, and how sure it is. */
export interface MeasureGap {
  /** Places among the groups: the one with the higher rate, and the one with the lower. */
  most: number;
  least: number;
  /** The rate that they differ in. */
  rate: CountedRate;
  /**
   * Of the higher less the lower, or of the lower over the higher; of equalized odds, which has no sign, how far the two are apart. Null
   * where a ratio could be anything.
   */
  interval: Interval | null;
}

/** A gap without its sign, never below 0: an interval of −.03 to .12 says that the two are 0 to .12 apart, whichever is higher. */
const apart = (gap: MeasureGap | null): MeasureGap | null => {
  if (!gap?.interval) return gap;
  const [low, high] = gap.interval;
  return { ...gap, interval: low >= 0 ? [low, high] : [0, Math.max(-low, high)] };
};

/**
 * The measures that a comparison is summed up by, as gaps between two named groups with 95 % intervals. `groups`: the cells of each, null
 * for one that is left out. Null for a measure that fewer than two groups have.
 */
export function gapsOf(
  groups: readonly (GroupCells | null)[],
): Record<OwnMeasure, MeasureGap | null> {
  const of = (name: CountedRate) => groups.map((cells) => cells && rateIn(cells, name));
  const difference = (...names: CountedRate[]): MeasureGap | null => {
    const rates = names.map(of);
    // As the measure: undefined unless each of its rates is there to compare.
    if (rates.some((each) => each.filter((rate) => rate !== null).length < 2)) return null;
    const gap = largestGap(rates);
    return (
      gap && { most: gap.most, least: gap.least, rate: names[gap.rate]!, interval: gap.interval }
    );
  };
  const selection = difference('selectionRate');
  return {
    demographicParityRatio: selection && {
      ...selection,
      interval: ratioOfLargestGap(of('selectionRate')),
    },
    demographicParityDifference: selection,
    equalOpportunityDifference: difference('tpr'),
    equalizedOddsDifference: apart(difference('tpr', 'fpr')),
    predictiveParityDifference: difference('ppv'),
  };
}
