import {
  akamaiChange,
  bookingChange,
  googleBetween,
  answersOf,
  type Change,
  type PageTime,
} from './conversion.ts';
import type { ModelName } from './names.ts';
import type { LatencyResult } from './result.ts';

/** How much later the large model answers than the small one, ms of the mean, and what that costs by each study. */
export interface OwnDelay {
  laterMs: number;
  /** True with the time in the queue, false where only the calls have been timed or a queue is unstable. */
  waiting: boolean;
  akamai: Change;
  booking: Change | null;
  google: Change | null;
}

/**
 * What a learner's own models cost by the three studies: from the simulated queues at the run's own setting where both are stable,
 * before that from the timed calls with one row. Null before both models are timed, and where the large one is not the slower.
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
  const laterMs = large.meanMs - small.meanMs;
  const akamai = akamaiChange('phone', laterMs);
  const [now, then] = [answersOf(small), answersOf(large)];
  return akamai && laterMs > 0
    ? {
        laterMs,
        waiting: fast !== undefined && slow !== undefined,
        akamai,
        booking: bookingChange(answerMs, laterMs),
        google: now && then && googleBetween(page, now, then),
      }
    : null;
}
