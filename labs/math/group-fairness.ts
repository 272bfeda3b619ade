import { ratesOf, sumOf, type Confusion, type Rates } from './confusion.ts';

/** The largest gap between groups, and the smallest rate over the largest; null over fewer than two groups that have the rate. */
export interface Disparity {
  difference: number | null;
  ratio: number | null;
  /** Indices of the groups left out because their rate is undefined. */
  undefined: number[];
}

/** Group fairness by the strict rules: undefined rates are left out and named, and nothing is said about fewer than two groups. */
export interface GroupFairness {
  overall: Rates;
  groups: Rates[];
  /** Of selection rates: demographic parity (Dwork et al. 2012). */
  demographicParity: Disparity;
  /** Of true positive rates: equal opportunity (Hardt, Price & Srebro 2016). */
  equalOpportunity: Disparity;
  falsePositiveRate: Disparity;
  accuracy: Disparity;
  /** Of positive predictive values: predictive parity (Chouldechova 2017). */
  predictiveParity: Disparity;
  negativePredictiveValue: Disparity;
  /** Equalized odds (Hardt et al. 2016): the larger, the mean and the smaller ratio of its two parts; null unless both are defined. */
  equalizedOdds: { difference: number | null; meanDifference: number | null; ratio: number | null };
  /** The largest distance of a group's selection rate from the overall one. */
  selectionRateToOverall: number | null;
  /**
   * Whether the smallest selection rate is at least four fifths of the largest: a screen (EEOC
   * 1978), never a verdict. Null where the ratio is.
   */
  fourFifths: boolean | null;
}

export type RateName = 'selectionRate' | 'tpr' | 'fpr' | 'accuracy' | 'ppv' | 'npv';

/** Compares one rate over groups. */
export function disparityOf(groups: readonly Rates[], rate: RateName): Disparity {
  const defined = groups.map((group) => group[rate]).filter((value) => value !== null);
  const left = groups.flatMap((group, index) => (group[rate] === null ? [index] : []));
  if (defined.length < 2) return { difference: null, ratio: null, undefined: left };
  const [low, high] = [Math.min(...defined), Math.max(...defined)];
  // Where every group's rate is 0 there is nothing to compare: a ratio of 1 would read as a pass for nobody selected.
  return { difference: high - low, ratio: high > 0 ? low / high : null, undefined: left };
}

const both = (
  a: number | null,
  b: number | null,
  of: (a: number, b: number) => number,
): number | null => (a === null || b === null ? null : of(a, b));

/** Every measure from the groups' confusion matrices. A group without rows has no rates and is left out of all of them. */
export function groupFairness(matrices: readonly Confusion[]): GroupFairness {
  const groups = matrices.map(ratesOf);
  const overall = ratesOf(sumOf(matrices));
  const [selection, opportunity, falsePositive] = [
    disparityOf(groups, 'selectionRate'),
    disparityOf(groups, 'tpr'),
    disparityOf(groups, 'fpr'),
  ];
  const distances = groups.flatMap((group) =>
    group.selectionRate === null ? [] : [Math.abs(group.selectionRate - overall.selectionRate!)],
  );
  return {
    overall,
    groups,
    demographicParity: selection,
    equalOpportunity: opportunity,
    falsePositiveRate: falsePositive,
    accuracy: disparityOf(groups, 'accuracy'),
    predictiveParity: disparityOf(groups, 'ppv'),
    negativePredictiveValue: disparityOf(groups, 'npv'),
    equalizedOdds: {
      difference: both(opportunity.difference, falsePositive.difference, Math.max),
      meanDifference: both(opportunity.difference, falsePositive.difference, (a, b) => (a + b) / 2),
      ratio: both(opportunity.ratio, falsePositive.ratio, Math.min),
    },
    selectionRateToOverall: distances.length > 0 ? Math.max(...distances) : null,
    // The slack keeps 0.8 itself a pass where the division gives 0.79999….
    fourFifths: selection.ratio === null ? null : selection.ratio >= 0.8 - 1e-12,
  };
}

/** Each group's selection rate over that of the privileged one; null where either is undefined or the latter is 0. */
export function disparateImpact(groups: readonly Rates[], privileged: number): (number | null)[] {
  const base = groups[privileged]!.selectionRate;
  return groups.map((group) =>
    base !== null && base > 0 && group.selectionRate !== null ? group.selectionRate / base : null,
  );
}

/**
 * The false positive rate that a group's base rate p, PPV and FNR force on it: FPR = p/(1−p) · (1−PPV)/PPV · (1−FNR)
 * (Chouldechova 2017). Null where one of the three is undefined, nobody is positive or all are, or PPV is 0.
 */
export function forcedFalsePositiveRate({
  baseRate,
  ppv,
  fnr,
}: Pick<Rates, 'baseRate' | 'ppv' | 'fnr'>): number | null {
  if (
    baseRate === null ||
    ppv === null ||
    fnr === null ||
    baseRate >= 1 ||
    baseRate <= 0 ||
    ppv <= 0
  )
    return null;
  return (baseRate / (1 - baseRate)) * ((1 - ppv) / ppv) * (1 - fnr);
}
