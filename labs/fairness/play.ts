import { ratesOf, type Rates } from '../math/confusion.ts';
import type { Folds } from './data.ts';
import { scorePeople, type Logistic } from './features.ts';
import type { FairnessParameters, FairnessResult } from './lab.ts';
import { strategies } from './strategies.ts';
import { choose } from './strategy.ts';
import {
  confusionAt,
  profitOf,
  stepOf,
  tallyGroup,
  thresholdAt,
  thresholdSteps,
  type Tally,
} from './tally.ts';

export type TwoTallies = readonly [majority: Tally, minority: Tally];

/** Counts of both groups at every threshold, by what would have been repaid. */
export function tallies(people: Folds['test'], scores: ArrayLike<number>): TwoTallies {
  return [tallyGroup(people, scores, 0, 'repay'), tallyGroup(people, scores, 1, 'repay')];
}

/** The counts that a choice may look at: training and validation applicants together. */
export function knownTallies(
  { train, validation }: Pick<Folds, 'train' | 'validation'>,
  model: Logistic,
): TwoTallies {
  const [first, second] = [train, validation].map((people) =>
    tallies(people, scorePeople(people, model)),
  ) as [TwoTallies, TwoTallies];
  const sum = (a: Uint32Array, b: Uint32Array) => a.map((value, i) => value + b[i]!);
  const add = (a: Tally, b: Tally): Tally => ({
    rows: a.rows + b.rows,
    positives: sum(a.positives, b.positives),
    negatives: sum(a.negatives, b.negatives),
  });
  return [add(first[0], second[0]), add(first[1], second[1])];
}

/** Rates and money of two thresholds. */
export function outcomeOf(
  [majority, minority]: TwoTallies,
  at: { majority: number; minority: number },
  interest: number,
  loss: number,
): { majority: Rates; minority: Rates; profit: number } {
  const [a, b] = [
    confusionAt(majority, stepOf(at.majority)),
    confusionAt(minority, stepOf(at.minority)),
  ];
  return {
    majority: ratesOf(a),
    minority: ratesOf(b),
    profit: profitOf(a, interest, loss) + profitOf(b, interest, loss),
  };
}

/** The minority's threshold that brings its rate nearest to the majority's at `majorityThreshold`. Null where no threshold defines it. */
export function thresholdFor(
  [majority, minority]: TwoTallies,
  majorityThreshold: number,
  rate: 'ppv' | 'fnr' | 'fpr',
): number | null {
  const wanted = ratesOf(confusionAt(majority, stepOf(majorityThreshold)))[rate];
  if (wanted === null) return null;
  let found: { step: number; distance: number } | null = null;
  for (let step = 0; step <= thresholdSteps; step++) {
    const own = ratesOf(confusionAt(minority, step))[rate];
    if (own !== null && (!found || Math.abs(own - wanted) < found.distance))
      found = { step, distance: Math.abs(own - wanted) };
  }
  return found && thresholdAt(found.step);
}

/** What the run says about two thresholds: each rule's outcome, and what equal PPV does to the other rates. */
export function playThresholds(
  folds: Folds,
  model: Logistic,
  { interest, loss }: FairnessParameters,
): Pick<FairnessResult, 'strategies' | 'equalPpv'> {
  const test = tallies(folds.test, scorePeople(folds.test, model));
  const known = knownTallies(folds, model);
  const minus = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);
  const rows = strategies.map((strategy) => {
    const chosen = choose(strategy, known, interest, loss);
    const { majority, minority, profit } = outcomeOf(test, chosen, interest, loss);
    return {
      strategy,
      ...chosen,
      profit,
      selectionRateDifference: minus(majority.selectionRate, minority.selectionRate),
      tprDifference: minus(majority.tpr, minority.tpr),
    };
  });
  const threshold = thresholdFor(test, 0.5, 'ppv');
  if (threshold === null) return { strategies: rows };
  const { majority, minority } = outcomeOf(
    test,
    { majority: 0.5, minority: threshold },
    interest,
    loss,
  );
  const pair = (rate: 'baseRate' | 'ppv' | 'fnr' | 'fpr') => ({
    majority: majority[rate],
    minority: minority[rate],
  });
  return {
    strategies: rows,
    equalPpv: {
      threshold,
      baseRate: pair('baseRate'),
      ppv: pair('ppv'),
      fnr: pair('fnr'),
      fpr: pair('fpr'),
    },
  };
}
