import type { Lab } from '../../../../labs/lab.ts';
import type { StoryPart } from '../../../../labs/view.ts';
import {
  isOwn,
  noAnnotation,
  type Annotation,
  type Annotations,
} from '../../../../main/contract/annotation.ts';
import { beganAfter, carries, judgingRun, type Judge } from '../../../../main/contract/judging.ts';
import type { LabProgress } from '../../../../main/contract/learner.ts';
import type { RunSnapshot } from '../../../../main/contract/run.ts';
import { isOfQuestion } from '../../lab/question-settings.ts';
import { isLive, predictStepOf } from '../../runs/choose-run.ts';

type Run = Judge & Pick<RunSnapshot, 'id' | 'lab'>;

/** A part that asks, of which lab. */
export interface Asking {
  lab: Lab;
  part: StoryPart;
}

/** The runs of this computer, of any lab, with what was said of them. */
export interface KnownRuns<R extends Run = RunSnapshot> {
  runs: readonly R[];
  annotations: Annotations;
}

/** A prediction, by its step and when it was locked: what a run's card says of it, or the learner's file. */
interface Locking {
  step: string;
  lockedAt: string;
}

/**
 * The run that judges a prediction; see `main/contract/judging.ts`. Only the learner's own runs
 * count, and those that carry this very prediction, from wherever they were imported. None judges
 * what a formula answers.
 */
export const judgeOf = <R extends Run>(
  asking: Asking,
  locking: Locking,
  known: KnownRuns<R>,
): R | null =>
  predictStepOf(asking.part)?.needsRun === false ? null : firstToAnswer(asking, locking, known);

function firstToAnswer<R extends Run>(
  asking: Asking,
  locking: Locking,
  known: KnownRuns<R>,
): R | null {
  const seen = asking.part.resultShows !== undefined;
  return judgingRun(
    { step: locking.step, lockedAt: locking.lockedAt, seen, fits: fitting(asking) },
    counting(asking, locking, known),
  );
}

/**
 * What a run is to the prediction that it carries: 'judged' by it · 'later': another run judged it
 * before · 'other': the run had other settings than the question's. Null where it carries none.
 */
export type Standing = 'judged' | 'later' | 'other';

export function standingOf(
  asking: Asking,
  run: RunSnapshot,
  { runs, annotations }: KnownRuns,
): Standing | null {
  if (!run.prediction) return null;
  if (!fitting(asking)(run)) return 'other';
  const all = runs.some(({ id }) => id === run.id) ? runs : [...runs, run];
  const judge = firstToAnswer(asking, run.prediction, { runs: all, annotations });
  return judge === null || judge.id === run.id ? 'judged' : 'later';
}

const fitting =
  ({ lab, part }: Asking) =>
  (run: Run): boolean =>
    isOfQuestion(lab, part, run.parameters);

/** One's own, and what carries the prediction; never a card that was changed after it was written. */
const mayCount = (annotation: Pick<Annotation, 'origin'>, carrier: boolean): boolean =>
  isOwn(annotation) || (carrier && annotation.origin?.hashFits === true);

/** The lab's runs that may count for a prediction, whatever their settings. */
const counting = <R extends Run>(
  { lab }: Asking,
  locking: Locking,
  { runs, annotations }: KnownRuns<R>,
): R[] =>
  runs.filter(
    (run) =>
      run.lab === lab.id && mayCount(annotations[run.id] ?? noAnnotation, carries(run, locking)),
  );

/**
 * Where a part's prediction stands.
 * 'none': the part asks for none · 'open': not said yet · 'locked': said, and it may still be
 * changed · 'met': a run met it, so that it stands for good, but none that is still there came to
 * its end · 'used': a run judges it or is under way, or a formula has answered it at once.
 */
export type PredictionState = 'none' | 'open' | 'locked' | 'met' | 'used';

export function predictionState(
  asking: Asking,
  progress: LabProgress,
  known: KnownRuns,
): PredictionState {
  const step = predictStepOf(asking.part);
  if (!step) return 'none';
  const said = progress.predictions[step.id];
  if (!said) return 'open';
  if (step.needsRun === false) return 'used';
  const locking = { step: step.id, lockedAt: said.lockedAt };
  if (judgeOf(asking, locking, known)) return 'used';
  const met = counting(asking, locking, known)
    .filter(fitting(asking))
    .filter((run) => beganAfter(run, locking));
  if (met.some(isLive)) return 'used';
  return met.length > 0 || said.usedBy !== null ? 'met' : 'locked';
}
