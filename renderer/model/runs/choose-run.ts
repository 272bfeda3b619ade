import type { Lab } from '../../../labs/lab.ts';
import { describeParameters } from '../../../labs/parameters.ts';
import type { StoryPart, StoryStep, Values } from '../../../labs/view.ts';
import type { LabProgress } from '../../../main/contract/learner.ts';
import type { Prediction, RunSnapshot } from '../../../main/contract/run.ts';

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

/** Whether what is on screen would come out otherwise: a setting that needs a run, or the seed, is not the run's. */
export function isStale(lab: Lab, run: RunSnapshot, parameters: Values, seed: number): boolean {
  return run.seed !== seed || !sameTraining(lab, run.parameters, parameters);
}

export function predictStepOf(part: StoryPart): PredictStep | null {
  return part.steps.find((step) => step.kind === 'predict') ?? null;
}

/**
 * Where a part's prediction stands.
 * 'none': the part asks for none · 'open': not said yet · 'locked': said, no run has answered it yet · 'used': a run came after it, or a
 * formula has answered it at once.
 */
export type PredictionState = 'none' | 'open' | 'locked' | 'used';

export function predictionState(step: PredictStep | null, progress: LabProgress): PredictionState {
  if (!step) return 'none';
  const said = progress.predictions[step.id];
  if (!said) return 'open';
  return said.usedBy === null && step.needsRun !== false ? 'locked' : 'used';
}

/** The locked prediction in the form a run carries. */
export function predictionForRun(
  step: PredictStep | null,
  progress: LabProgress,
): Prediction | null {
  const said = step && progress.predictions[step.id];
  if (!said) return null;
  const sure = said.confidence === undefined ? {} : { confidence: said.confidence };
  return {
    step: step.id,
    question: step.question,
    value: said.value,
    unit: step.unit,
    lockedAt: said.lockedAt,
    ...sure,
  };
}
