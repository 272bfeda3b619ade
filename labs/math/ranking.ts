import { ascendingOrder } from './ascending.ts';

/**
 * How well scores rank and forecast 0/1 labels. Every function takes labels (0 or 1), scores, and optional weights of the rows
 * (all lists of one length), gives null where the number is undefined, never NaN, and throws a RangeError for lists that
 * don't fit together.
 */

type Numbers = ArrayLike<number>;

function check(labels: Numbers, scores: Numbers, weights: Numbers | null): void {
  if (labels.length !== scores.length || (weights && weights.length !== labels.length)) {
    throw new RangeError(
      `Labels, scores and weights must be as many: got ${labels.length}, ${scores.length}${weights ? ` and ${weights.length}` : ''}.`,
    );
  }
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== 0 && labels[i] !== 1)
      throw new RangeError(`Label ${i} is ${labels[i]}; a label is 0 or 1.`);
    if (!Number.isFinite(scores[i]))
      throw new RangeError(`Score ${i} is ${scores[i]}; a score is a finite number.`);
    if (weights && !(weights[i]! >= 0 && Number.isFinite(weights[i])))
      throw new RangeError(`Weight ${i} is ${weights[i]}; a weight is a number of at least 0.`);
  }
}

/** Walks the groups of equal scores in `order` and reports the weight of positives and of negatives in each. */
function eachTie(
  order: Uint32Array,
  labels: Numbers,
  scores: Numbers,
  weights: Numbers | null,
  visit: (positive: number, negative: number) => void,
): void {
  for (let i = 0; i < order.length;) {
    const score = scores[order[i]!]!;
    let positive = 0;
    let negative = 0;
    for (; i < order.length && scores[order[i]!] === score; i++) {
      const row = order[i]!;
      const weight = weights ? weights[row]! : 1;
      if (labels[row] === 1) positive += weight;
      else negative += weight;
    }
    visit(positive, negative);
  }
}

/**
 * Area under the ROC curve: the chance that a random positive scores above a random negative, a tie counting one half
 * (Mann & Whitney 1947). Null unless both classes have weight.
 */
export function rocAuc(
  labels: Numbers,
  scores: Numbers,
  weights: Numbers | null = null,
): number | null {
  check(labels, scores, weights);
  let below = 0;
  let positives = 0;
  let won = 0;
  eachTie(ascendingOrder(scores), labels, scores, weights, (positive, negative) => {
    won += positive * (below + negative / 2);
    below += negative;
    positives += positive;
  });
  return positives > 0 && below > 0 ? won / (positives * below) : null;
}

/** Average precision: precision at each threshold, weighted by the recall it adds; no interpolation. Null without positives. */
export function averagePrecision(
  labels: Numbers,
  scores: Numbers,
  weights: Numbers | null = null,
): number | null {
  check(labels, scores, weights);
  let truePositive = 0;
  let chosen = 0;
  let sum = 0;
  eachTie(ascendingOrder(scores).reverse(), labels, scores, weights, (positive, negative) => {
    truePositive += positive;
    chosen += positive + negative;
    if (positive > 0) sum += positive * (truePositive / chosen);
  });
  return truePositive > 0 ? sum / truePositive : null;
}

/**
 * Precision among the rows with the highest scores: the best `share` of them, rounded up to whole rows, so at least one. Where a tie
 * stands across the edge, its rows count with the share of positives in the tie: the mean over every order of the tied rows.
 * Unweighted. Null of no rows; a RangeError for a share outside (0, 1].
 */
export function precisionAtTop(labels: Numbers, scores: Numbers, share: number): number | null {
  check(labels, scores, null);
  if (!(share > 0 && share <= 1))
    throw new RangeError(`The share of rows is above 0 and at most 1; got ${share}.`);
  if (labels.length === 0) return null;
  // The guard keeps 0.1·70 = 7.000…01 at 7 rows.
  const wanted = Math.max(1, Math.ceil(share * labels.length - 1e-9));
  let taken = 0;
  let found = 0;
  eachTie(ascendingOrder(scores).reverse(), labels, scores, null, (positive, negative) => {
    const rows = Math.min(wanted - taken, positive + negative);
    if (rows <= 0) return;
    found += (rows * positive) / (positive + negative);
    taken += rows;
  });
  return found / wanted;
}

function weightedMean(
  labels: Numbers,
  scores: Numbers,
  weights: Numbers | null,
  of: (label: number, score: number) => number,
): number | null {
  check(labels, scores, weights);
  let sum = 0;
  let total = 0;
  for (let i = 0; i < labels.length; i++) {
    const weight = weights ? weights[i]! : 1;
    sum += weight * of(labels[i]!, scores[i]!);
    total += weight;
  }
  return total > 0 ? sum / total : null;
}

/** Mean negative log-likelihood; probabilities are first moved into [epsilon, 1 − epsilon] (1e-7 suits 32-bit models). */
export function logLoss(
  labels: Numbers,
  probabilities: Numbers,
  weights: Numbers | null = null,
  epsilon = 1e-7,
): number | null {
  return weightedMean(labels, probabilities, weights, (label, probability) => {
    const p = Math.min(1 - epsilon, Math.max(epsilon, probability));
    return label === 1 ? -Math.log(p) : -Math.log1p(-p);
  });
}

/** Brier score: mean squared distance of probability and label (Brier 1950). */
export function brierScore(
  labels: Numbers,
  probabilities: Numbers,
  weights: Numbers | null = null,
): number | null {
  return weightedMean(
    labels,
    probabilities,
    weights,
    (label, probability) => (probability - label) ** 2,
  );
}

/** One bin of a reliability diagram; `confidence` (mean probability) and `accuracy` (share of positives) are null where it is empty. */
export interface CalibrationBin {
  weight: number;
  confidence: number | null;
  accuracy: number | null;
}

/** Bins rows by number, then averages each bin. */
function fillBins(
  labels: Numbers,
  scores: Numbers,
  weights: Numbers | null,
  bins: number,
  binOf: (row: number) => number,
): CalibrationBin[] {
  const weight = new Float64Array(bins);
  const confidence = new Float64Array(bins);
  const accuracy = new Float64Array(bins);
  for (let i = 0; i < labels.length; i++) {
    const bin = binOf(i);
    const w = weights ? weights[i]! : 1;
    weight[bin]! += w;
    confidence[bin]! += w * scores[i]!;
    accuracy[bin]! += w * labels[i]!;
  }
  return Array.from(weight, (w, k) =>
    w > 0
      ? { weight: w, confidence: confidence[k]! / w, accuracy: accuracy[k]! / w }
      : { weight: 0, confidence: null, accuracy: null },
  );
}

function checkBins(bins: number): void {
  if (!Number.isInteger(bins) || bins < 1)
    throw new RangeError(`The number of bins is a whole number of at least 1; got ${bins}.`);
}

/** Equal-width bins on [0, 1]: bin k = (k/M, (k+1)/M], the first also holds 0. The guard keeps 0.3·10 = 3.000…04 in bin 2. */
export function calibrationBins(
  labels: Numbers,
  probabilities: Numbers,
  bins: number,
  weights: Numbers | null = null,
): CalibrationBin[] {
  check(labels, probabilities, weights);
  checkBins(bins);
  return fillBins(labels, probabilities, weights, bins, (row) =>
    Math.min(bins - 1, Math.max(0, Math.ceil(probabilities[row]! * bins - 1e-9) - 1)),
  );
}

const gap = (bin: CalibrationBin) => Math.abs(bin.confidence! - bin.accuracy!);

function expectedGap(bins: CalibrationBin[]): number | null {
  const filled = bins.filter((bin) => bin.weight > 0);
  const total = filled.reduce((sum, bin) => sum + bin.weight, 0);
  return total > 0 ? filled.reduce((sum, bin) => sum + bin.weight * gap(bin), 0) / total : null;
}

/** Expected calibration error over equal-width bins (Guo et al. 2017): mean gap of probability and outcome, weighted by the bins. */
export function expectedCalibrationError(
  labels: Numbers,
  probabilities: Numbers,
  bins: number,
  weights: Numbers | null = null,
): number | null {
  return expectedGap(calibrationBins(labels, probabilities, bins, weights));
}

/** The largest gap of any bin that is not empty. */
export function maximumCalibrationError(
  labels: Numbers,
  probabilities: Numbers,
  bins: number,
  weights: Numbers | null = null,
): number | null {
  const gaps = calibrationBins(labels, probabilities, bins, weights)
    .filter((bin) => bin.weight > 0)
    .map(gap);
  return gaps.length > 0 ? Math.max(...gaps) : null;
}

/** Expected calibration error over bins of (nearly) as many rows each: rows sorted by score, the first n mod M bins one longer. */
export function equalMassCalibrationError(
  labels: Numbers,
  probabilities: Numbers,
  bins: number,
  weights: Numbers | null = null,
): number | null {
  check(labels, probabilities, weights);
  checkBins(bins);
  const n = labels.length;
  const short = Math.floor(n / bins);
  const long = n % bins;
  const binOf = new Uint32Array(n);
  ascendingOrder(probabilities).forEach((row, place) => {
    binOf[row] =
      place < long * (short + 1)
        ? Math.floor(place / (short + 1))
        : long + Math.floor((place - long * (short + 1)) / short);
  });
  return expectedGap(fillBins(labels, probabilities, weights, bins, (row) => binOf[row]!));
}
