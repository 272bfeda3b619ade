import { LecternError } from '../../contract/errors.ts';
import {
  emptyLabProgress,
  type JudgedAnew,
  type LabProgress,
  type Learner,
  type LearnerChange,
} from '../../contract/learner.ts';
import type { DrawnCurve, Prediction } from '../../contract/run.ts';

const locked = () =>
  new LecternError({
    code: 'locked',
    what: 'This prediction has already met a result and can no longer be changed.',
    safe: 'It stands as you made it.',
    next: 'To predict anew, reset the lab.',
  });

const labOf = (learner: Learner, lab: string): LabProgress =>
  Object.hasOwn(learner.labs, lab) ? learner.labs[lab]! : emptyLabProgress;
const withLab = (learner: Learner, lab: string, progress: LabProgress): Learner => ({
  ...learner,
  labs: { ...learner.labs, [lab]: progress },
});

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

/** Left out where nothing was written: then the file looks as it did before there was code. */
const codesOf = (codes: NonNullable<LabProgress['codes']>) =>
  Object.keys(codes).length === 0 ? {} : { codes };

/** What may stand beside a prediction's value; what was not said is left out. */
const besides = ({
  confidence,
  curve,
}: {
  confidence?: number | undefined;
  curve?: DrawnCurve | undefined;
}) => ({
  ...(confidence === undefined ? {} : { confidence }),
  ...(curve === undefined ? {} : { curve }),
});

/** Applies one thing the learner did. Pure; throws `locked` where a prediction has already been used by a run. */
export function applyChange(
  learner: Learner,
  change: Exclude<LearnerChange, { kind: 'restore-lab' }>,
  now: string,
): Learner {
  if (change.kind === 'place')
    return { ...learner, place: { slide: change.slide, step: change.step } };
  if (change.kind === 'who') return { ...learner, who: change.who };
  if (change.kind === 'judged-anew') return judgeAnew(learner, change.predictions);
  if (change.kind === 'reset-lab') return { ...learner, labs: without(learner.labs, change.lab) };
  const progress = labOf(learner, change.lab);
  const { step } = change;
  const said = Object.hasOwn(progress.predictions, step) ? progress.predictions[step] : undefined;
  switch (change.kind) {
    case 'predict':
      if (said?.usedBy) throw locked();
      return withLab(learner, change.lab, {
        ...progress,
        predictions: {
          ...progress.predictions,
          [step]: {
            value: change.value,
            lockedAt: now,
            usedBy: null,
            ...besides(change),
            ...(change.room && { room: true }),
          },
        },
      });
    case 'withdraw-prediction':
      if (said?.usedBy) throw locked();
      return withLab(learner, change.lab, {
        ...progress,
        predictions: without(progress.predictions, step),
      });
    case 'check':
      return withLab(learner, change.lab, {
        ...progress,
        checks: { ...progress.checks, [step]: change.state },
      });
    case 'code':
      return withLab(learner, change.lab, {
        ...progress,
        codes: { ...progress.codes, [step]: change.state },
      });
    case 'reflect':
      return withLab(learner, change.lab, {
        ...progress,
        reflections: { ...progress.reflections, [step]: change.text },
      });
    case 'done':
      return progress.done.includes(step)
        ? learner
        : withLab(learner, change.lab, { ...progress, done: [...progress.done, step] });
  }
}

/** Gives predictions the runs that answer them by today's rule; one that is not there any more is left out. */
function judgeAnew(learner: Learner, predictions: readonly JudgedAnew[]): Learner {
  const judged = predictions.reduce((all, { lab, step, usedBy }) => {
    const progress = labOf(all, lab);
    if (!Object.hasOwn(progress.predictions, step)) return all;
    const said = { ...progress.predictions[step]!, usedBy };
    const next = { ...progress, predictions: { ...progress.predictions, [step]: said } };
    return withLab(all, lab, next);
  }, learner);
  return { ...judged, judgedBy: 'question' };
}

/**
 * A run that was started after a prediction uses it: the first such run locks it for good. Returns the prediction as the
 * learner locked it, whatever the window sent. A prediction that was never locked is locked now.
 */
export function usePrediction(
  learner: Learner,
  lab: string,
  prediction: Prediction,
  run: string,
): { learner: Learner; prediction: Prediction } {
  const progress = labOf(learner, lab);
  const { step } = prediction;
  const said = Object.hasOwn(progress.predictions, step)
    ? progress.predictions[step]!
    : {
        value: prediction.value,
        lockedAt: prediction.lockedAt,
        usedBy: null,
        ...besides(prediction),
      };
  const used = { ...said, usedBy: said.usedBy ?? run };
  return {
    learner: withLab(learner, lab, {
      ...progress,
      predictions: { ...progress.predictions, [step]: used },
    }),
    prediction: {
      step,
      question: prediction.question,
      unit: prediction.unit,
      value: said.value,
      lockedAt: said.lockedAt,
      ...besides(said),
    },
  };
}

/** Adds what another notebook's learner said wherever nothing is said here yet; nothing is replaced. `added` counts what is new. Pure. */
export function mergeLearner(own: Learner, other: Learner): { learner: Learner; added: number } {
  let added = 0;
  const fill = <T>(
    mine: Readonly<Record<string, T>>,
    theirs: Readonly<Record<string, T>>,
  ): Record<string, T> => {
    const fresh = Object.entries(theirs).filter(([key]) => !Object.hasOwn(mine, key));
    added += fresh.length;
    return { ...mine, ...Object.fromEntries(fresh) };
  };
  let learner = own.who.name === '' && own.who.course === '' ? { ...own, who: other.who } : own;
  for (const [lab, theirs] of Object.entries(other.labs)) {
    const mine = labOf(learner, lab);
    const done = theirs.done.filter((step) => !mine.done.includes(step));
    added += done.length;
    learner = withLab(learner, lab, {
      done: [...mine.done, ...done],
      predictions: fill(mine.predictions, theirs.predictions),
      checks: fill(mine.checks, theirs.checks),
      reflections: fill(mine.reflections, theirs.reflections),
      ...codesOf(fill(mine.codes ?? {}, theirs.codes ?? {})),
    });
  }
  return { learner, added };
}

/** What was said of one lab before it was reset, under what has been said since: what is new stands. Pure. */
export function restoreLab(learner: Learner, lab: string, before: LabProgress): Learner {
  const since = labOf(learner, lab);
  return withLab(learner, lab, {
    done: [...new Set([...before.done, ...since.done])],
    predictions: { ...before.predictions, ...since.predictions },
    checks: { ...before.checks, ...since.checks },
    reflections: { ...before.reflections, ...since.reflections },
    ...codesOf({ ...before.codes, ...since.codes }),
  });
}
