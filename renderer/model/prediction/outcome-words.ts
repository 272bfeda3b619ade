import { formatSignificant } from '../../kit/number/format.ts';
import type { PredictStep } from '../runs/choose-run.ts';
import { isAtLeast, type Outcome } from './outcome.ts';

/** What came out, as exact as it was measured. A lower bound says that it is one. */
export function outcomeWords(was: Outcome): string {
  if (isAtLeast(was)) return `at least ${formatSignificant(was.atLeast, 2)}`;
  return typeof was === 'number' ? formatSignificant(was, 2) : was;
}

/**
 * What stands in place of an outcome that the judging run has not: no run answers a decision, and
 * of any other question this one can't tell.
 */
export const noOutcomeWords = ({ decides }: Pick<PredictStep, 'decides'>): string =>
  decides ? 'your decision' : 'its run can’t tell';
