import type { Lab } from '../../../labs/lab.ts';
import { describeParameters } from '../../../labs/parameters.ts';
import type { StoryPart, StoryStep, Values } from '../../../labs/view.ts';
import type { LabProgress } from '../../../main/contract/learner.ts';
import type { Prediction, RunSnapshot } from '../../../main/contract/run.ts';
import { isOfQuestion } from '../lab/question-settings.ts';

type Runs = Readonly<Record<string, RunSnapshot>>;
export type PredictStep = Extract<StoryStep, { kind: 'predict' }>;

/** The runs of one lab, newest first. */
export function runsOf(runs: Runs, lab: string): RunSnapshot[] {
  return Object.values(runs)
    .filter((run) => run.lab === lab)
    .sort((a, b) => b.number - a.number);
}

/** The run that a slide speaks of: the one under way, else the newest that came to its end. Null where there is none yet. */
export function inlineRun(runs: Runs, lab: string): RunSnapshot | null {
  const all = runsOf(runs, lab);
  return (
    all.find((run) => run.status === 'running') ??
    all.find((run) => run.status === 'queued') ??
    all.find((run) => run.status === 'finished' && run.complete) ??
    null
  );
}

export const isLive = (run: RunSnapshot | null): boolean =>
  run?.status === 'running' || run?.status === 'queued';

/** Names of the parameters that need training or measuring again. */
function trainingNames(lab: Lab): string[] {
  return describeParameters(lab.parameters)
    .filter((p) => p.needsRun)
    .map((p) => p.name);
}

const sameTraining = (lab: Lab, a: Values, b: Values) =>
  trainingNames(lab).every((name) => a[name] === b[name]);

/** The newest complete run whose measurements fit these parameters: it was trained and timed the same way. Null where none does. */
export function reusableRun(
  lab: Lab,
  runs: readonly RunSnapshot[],
  parameters: Values,
): RunSnapshot | null {
  return (
    runs.find(
      (run) =>
        run.complete &&
        run.status === 'finished' &&
        run.labVersion === lab.version &&
        sameTraining(lab, run.parameters, parameters),
    ) ?? null
  );
}

/**
 * The run that a step which asks speaks of: the newest whole one with the question's settings, or one of these that is under way.
 * Null where there is none, whatever else was run. `runs`: of the part's lab, newest first.
 */
export function questionRun(
  lab: Lab,
  part: StoryPart,
  runs: readonly RunSnapshot[],
): RunSnapshot | null {
  return (
    runs.find(
      (run) =>
        (isLive(run) || (run.status === 'finished' && run.complete)) &&
        isOfQuestion(lab, part, run.parameters),
    ) ?? null
  );
}

/**
 * The run that is drawn where no question chooses one: the newest, but one that was stopped takes no whole one's place. Null where
 * nothing has been run. `runs`: of one lab, newest first.
 */
export function drawnRun(runs: readonly RunSnapshot[]): RunSnapshot | null {
  const newest = runs[0] ?? null;
  if (newest?.status !== 'stopped') return newest;
  return runs.find((run) => run.status === 'finished' && run.complete) ?? newest;
}

/** Whether what is on screen would come out otherwise: a setting that needs a run, or the seed, is not the run's. */
export function isStale(lab: Lab, run: RunSnapshot, parameters: Values, seed: number): boolean {
  return run.seed !== seed || !sameTraining(lab, run.parameters, parameters);
}

export function predictStepOf(part: StoryPart): PredictStep | null {
  return part.steps.find((step) => step.kind === 'predict') ?? null;
}

/** The locked prediction in the form a run carries. */
export function predictionForRun(
  step: PredictStep | null,
  progress: LabProgress,
): Prediction | null {
  const said = step && progress.predictions[step.id];
  if (!said) return null;
  const sure = said.confidence === undefined ? {} : { confidence: said.confidence };
  const drawn = said.curve === undefined ? {} : { curve: said.curve };
  return {
    step: step.id,
    question: step.question,
    value: said.value,
    unit: step.unit,
    lockedAt: said.lockedAt,
    ...sure,
    ...drawn,
  };
}
