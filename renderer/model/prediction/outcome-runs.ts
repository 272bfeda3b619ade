import { isOwn, noAnnotation, type Annotations } from '../../../main/contract/annotation.ts';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import type { PredictionProgress } from './progress.ts';

type Run = Pick<
  RunSnapshot,
  'id' | 'number' | 'lab' | 'prediction' | 'status' | 'complete' | 'startedAt'
>;

/**
 * The runs that may say what became of a prediction, the one to believe first: the first that came
 * to its end after it was locked and carries it. Where the part shows a result as soon as its
 * question is answered, the newest run before that comes first: it is what the learner saw, for a
 * lab shows none that somebody else made. A run without such numbers (another preset) says null,
 * and the next is asked. Runs of any lab may be given.
 */
export function outcomeRuns<R extends Run>(
  lab: string,
  { part, step, said }: PredictionProgress,
  runs: readonly R[],
  annotations: Annotations,
): R[] {
  if (!said) return [];
  const whole = runs.filter((run) => run.lab === lab && run.status === 'finished' && run.complete);
  const carry = whole
    .filter((run) => run.prediction?.step === step.id && run.prediction.lockedAt === said.lockedAt)
    .sort((a, b) => a.number - b.number);
  if (part.resultShows === undefined) return carry;
  const seen = whole
    .filter(
      (run) =>
        run.startedAt <= said.lockedAt &&
        !carry.includes(run) &&
        isOwn(annotations[run.id] ?? noAnnotation),
    )
    .sort((a, b) => b.number - a.number);
  return [...seen, ...carry];
}
