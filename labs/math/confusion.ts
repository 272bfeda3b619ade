type Numbers = ArrayLike<number>;

/**
 * A weighted confusion matrix: true and false positives, false and true negatives. `count` is the
 * number of rows, weightless ones included.
 */
export interface Confusion {
  count: number;
  weight: number;
  tp: number;
  fp: number;
  fn: number;
  tn: number;
  /** Weights of rows whose label is not known: selected, and not. Part of `count` and `weight`; they tell of selection alone. */
  up?: number;
  un?: number;
}

/**
 * Whether labels are known only of those who were selected, or only of those who were not, although there are others: what divides by
 * people with a label on both sides can't be told then (selective labels: Lakkaraju et al., KDD 2017).
 */
export const labelsOneSided = ({
  tp,
  fp,
  fn,
  tn,
  up = 0,
  un = 0,
}: Pick<Confusion, 'tp' | 'fp' | 'fn' | 'tn' | 'up' | 'un'>): boolean =>
  (up > 0 && tp + fp === 0) || (un > 0 && fn + tn === 0);

/** What a confusion matrix says. A rate whose denominator is 0 is null: never 0, never NaN. */
export interface Rates extends Confusion {
  /** Share of positives among all. */
  baseRate: number | null;
  /** Share of all that was predicted positive. */
  selectionRate: number | null;
  accuracy: number | null;
  /** True positive rate (recall); of the positives, the share that was selected. */
  tpr: number | null;
  fnr: number | null;
  fpr: number | null;
  tnr: number | null;
  /** Positive predictive value (precision); of the selected, the share that was positive. */
  ppv: number | null;
  npv: number | null;
}

/** A quotient, or null where nothing is divided by. */
export const share = (part: number, whole: number): number | null =>
  whole > 0 ? part / whole : null;

/**
 * Derives every rate from the counts. Rows without a label count for the selection rate alone; where labels are one-sided only the
 * selection rate and the predictive values are defined.
 */
export function ratesOf(matrix: Confusion): Rates {
  const { tp, fp, fn, tn, weight, up = 0, un = 0 } = matrix;
  const labelled = up + un > 0 ? tp + fp + fn + tn : weight;
  const oneSided = labelsOneSided(matrix);
  const both = (part: number, whole: number) => (oneSided ? null : share(part, whole));
  return {
    ...matrix,
    baseRate: both(tp + fn, labelled),
    selectionRate: share(tp + fp + up, weight),
    accuracy: both(tp + tn, labelled),
    tpr: both(tp, tp + fn),
    fnr: both(fn, tp + fn),
    fpr: both(fp, fp + tn),
    tnr: both(tn, fp + tn),
    ppv: share(tp, tp + fp),
    npv: share(tn, tn + fn),
  };
}

/**
 * Confusion matrices of all groups in one pass. `labels` and `predictions` hold 0 and 1, `groups` the index of each row's group
 * in 0 … `groupCount` − 1; all of one length. `weights` null counts every row once.
 */
export function confusionByGroup(
  labels: Numbers,
  predictions: Numbers,
  groups: Numbers,
  groupCount: number,
  weights: Numbers | null = null,
): Confusion[] {
  const n = labels.length;
  if (predictions.length !== n || groups.length !== n || (weights && weights.length !== n))
    throw new RangeError('Labels, predictions, groups and weights must be of one length.');
  // Cell 2·label + prediction of each group: tn, fp, fn, tp.
  const cells = new Float64Array(groupCount * 4);
  const counts = new Uint32Array(groupCount);
  for (let i = 0; i < n; i++) {
    const group = groups[i]!;
    cells[group * 4 + 2 * labels[i]! + predictions[i]!]! += weights ? weights[i]! : 1;
    counts[group]!++;
  }
  return Array.from({ length: groupCount }, (_, group) => {
    const [tn, fp, fn, tp] = cells.subarray(group * 4, group * 4 + 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    return { count: counts[group]!, weight: tn + fp + fn + tp, tp, fp, fn, tn };
  });
}

/** The matrix of several groups together. */
export function sumOf(matrices: readonly Confusion[]): Confusion {
  const sum: Required<Confusion> = {
    count: 0,
    weight: 0,
    tp: 0,
    fp: 0,
    fn: 0,
    tn: 0,
    up: 0,
    un: 0,
  };
  for (const matrix of matrices)
    for (const key of Object.keys(sum) as (keyof Confusion)[]) sum[key] += matrix[key] ?? 0;
  if (matrices.some(({ up, un }) => up !== undefined || un !== undefined)) return sum;
  const { up: _up, un: _un, ...labelled } = sum;
  return labelled;
}
