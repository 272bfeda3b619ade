import {
  akamaiChange,
  bookingChange,
  googleBetween,
  answersOf,
  type Change,
  type PageTime,
} from './conversion.ts';
import { compare, type Amount, type Comparison } from '../kit/compare.ts';
import type { ModelName } from './names.ts';
import type { LatencyResult } from './result.ts';

/** How much later the large model answers than the small one, ms of the mean, and what that costs by each study. */
export interface OwnDelay {
  /** The large model's mean time beside the small one's. Only where it is 'more' is there a delay to put a price on. */
  comparison: Comparison;
  /** Below 0 where the large one answers sooner. */
  laterMs: number;
  /** True with the time in the queue, false where only the calls have been timed or a queue is unstable. */
  waiting: boolean;
  /** Null where the study has no curve for such a delay. */
  akamai: Change | null;
  booking: Change | null;
  google: Change | null;
}

/**
 * What a learner's own models cost by the three studies: from the simulated queues at the run's own setting where both are stable,
 * before that from the timed calls with one row. Null before both models are timed.
 */
export function ownDelay(
  result: Pick<LatencyResult, 'models' | 'simulation'>,
  answerMs: number,
  page: PageTime,
): OwnDelay | null {
  const queue = (name: ModelName) =>
    result.simulation.find(
      (row) => row.chosen && row.model === name && row.stable && row.meanMs !== null,
    );
  const call = (name: ModelName) =>
    result.models.find((model) => model.name === name)?.measured.find((row) => row.batch === 1);
  const [fast, slow] = [queue('small'), queue('large')];
  const [small, large] = fast && slow ? [fast, slow] : [call('small'), call('large')];
  if (!small || !large || small.meanMs === null || large.meanMs === null) return null;
  const comparison = compare(amountOf(large), amountOf(small), { scale: 'ratio', margin: 0.02 });
  const laterMs = large.meanMs - small.meanMs;
  const [now, then] = [answersOf(small), answersOf(large)];
  return {
    comparison,
    laterMs,
    waiting: fast !== undefined && slow !== undefined,
    akamai: akamaiChange('phone', laterMs),
    booking: laterMs > 0 ? bookingChange(answerMs, laterMs) : null,
    google: now && then && googleBetween(page, now, then),
  };
}

/** The mean of a queue with its interval, or of timed calls, of which the spread is not kept. */
const amountOf = (row: {
  meanMs: number | null;
  ci95?: { meanMs: [number, number] | null };
}): Amount => ({ value: row.meanMs!, interval: row.ci95?.meanMs });
