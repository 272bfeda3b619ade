import type { Parameters, Prediction, RunSnapshot } from './run.ts';

/** What is asked of a run to say whether it judges a prediction. */
export type Judge = Pick<
  RunSnapshot,
  'number' | 'parameters' | 'prediction' | 'status' | 'complete' | 'startedAt' | 'durationMs'
>;

/** A locked prediction, and what its question is about. */
export interface Question<R extends Judge> {
  step: string;
  lockedAt: string;
  /** Whether a run was made with the settings that the question is about. Its seed does not matter. */
  fits: (run: R) => boolean;
  /** True where the part shows results before anything is said: then the learner may have seen one that judges. */
  seen: boolean;
}

/** Whether a run ended by itself, with all of its result: only such a one judges. */
export const isWhole = ({ status, complete }: { status: string; complete: boolean }): boolean =>
  status === 'finished' && complete;

/** Whether every one of these settings is the run's own. */
export const hasSettings = (run: { parameters: Parameters }, settings: Parameters): boolean =>
  Object.entries(settings).every(([name, value]) => run.parameters[name] === value);

/** Whether a run was started with this very prediction. */
export const carries = (
  { prediction }: { prediction: Prediction | null },
  { step, lockedAt }: { step: string; lockedAt: string },
): boolean => prediction?.step === step && prediction.lockedAt === lockedAt;

/** Whether a run began once the prediction was locked. One that carries it did, whatever the clocks say. */
export const beganAfter = (run: Judge, question: { step: string; lockedAt: string }): boolean =>
  carries(run, question) || Date.parse(run.startedAt) > Date.parse(question.lockedAt);

/**
 * The one run that judges a prediction: of the whole runs with the question's settings, the first
 * that began after it was locked. Where the part shows results at once, the newest that had ended
 * before comes first, for the learner saw it, and after that the first to end. Nothing that is run
 * later changes it. Null where there is none yet. `runs`: of the question's lab, in any order.
 */
export function judgingRun<R extends Judge>(question: Question<R>, runs: readonly R[]): R | null {
  const whole = runs
    .filter((run) => isWhole(run) && question.fits(run))
    .sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt) || a.number - b.number);
  if (!question.seen) return whole.find((run) => beganAfter(run, question)) ?? null;
  const lockedAt = Date.parse(question.lockedAt);
  const before = (run: R) =>
    !carries(run, question) && Date.parse(run.startedAt) + run.durationMs <= lockedAt;
  return whole.filter(before).at(-1) ?? whole.find((run) => !before(run)) ?? null;
}
