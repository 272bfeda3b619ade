import type { Confusion } from '../math/confusion.ts';
import type { People } from './data.ts';
import type { AuditLabel } from './lab.ts';

/** Thresholds that the screen offers: 0, .005, … 1. */
export const thresholdSteps = 200;
export const thresholdAt = (step: number): number => step / thresholdSteps;

/** Counts of one group at every threshold: moving one asks for a look-up and not for a pass over 20,000 people. */
export interface Tally {
  rows: number;
  /** By step: how many with and without the label score at least `thresholdAt(step)`. */
  positives: Uint32Array;
  negatives: Uint32Array;
}

/** Counts one group of `people` by the label that the audit looks at. The last place is for "nobody": above every score. */
export function tallyGroup(
  people: People,
  scores: ArrayLike<number>,
  group: 0 | 1,
  label: AuditLabel,
): Tally {
  const [positives, negatives] = [
    new Uint32Array(thresholdSteps + 2),
    new Uint32Array(thresholdSteps + 2),
  ];
  let rows = 0;
  for (let i = 0; i < people.rows; i++) {
    if (people.group[i] !== group) continue;
    rows++;
    // The highest step whose threshold this score still reaches; the guard makes .3 reach .300.
    const step = Math.floor(scores[i]! * thresholdSteps + 1e-9);
    (people[label][i] ? positives : negatives)[step]!++;
  }
  for (let step = thresholdSteps; step >= 0; step--) {
    positives[step]! += positives[step + 1]!;
    negatives[step]! += negatives[step + 1]!;
  }
  return { rows, positives, negatives };
}

/** The confusion matrix of a group under the threshold of a step. */
export function confusionAt({ rows, positives, negatives }: Tally, step: number): Confusion {
  const [tp, fp] = [positives[step]!, negatives[step]!];
  return { count: rows, weight: rows, tp, fp, fn: positives[0]! - tp, tn: negatives[0]! - fp };
}

/** The step of a threshold: the nearest one. */
export const stepOf = (threshold: number): number =>
  Math.min(thresholdSteps, Math.max(0, Math.round(threshold * thresholdSteps)));

/**
 * What the lender earns on the approved: interest on loans that are repaid, less what is lost on
 * the others. Same unit as its arguments.
 */
export const profitOf = (
  { tp, fp }: Pick<Confusion, 'tp' | 'fp'>,
  interest: number,
  loss: number,
): number => tp * interest - fp * loss;
