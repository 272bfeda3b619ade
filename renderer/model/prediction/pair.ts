import type { Story, StoryPart } from '../../../labs/view.ts';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import { formatFixed } from '../../kit/number/format.ts';
import type { PredictStep } from '../runs/choose-run.ts';
import type { Standing } from './judging/judging-run.ts';
import { judgePrediction, outcomeIn, type Places } from './outcome.ts';
import { outcomeWords } from './outcome-words.ts';

/** What was said of a run beside what came out, in words. */
export interface Pair {
  said: string;
  was: string | null;
  /** True where this whole run was asked and its result does not say what came out. */
  untold: boolean;
  unit: string;
  /** Where both stand on the scale that was asked on; null for choices. */
  places: Places | null;
  /** The story's sentence about the two. */
  verdict: string | null;
  /** How a curve that was drawn as well came out, in words. */
  curve: string | null;
  /** Only the run that judges the prediction has a place and a sentence; one with other settings answers another question. */
  standing: Standing;
}

export function stepOf(story: Story, id: string): PredictStep | null {
  for (const part of story.parts)
    for (const step of part.steps) if (step.id === id && step.kind === 'predict') return step;
  return null;
}

/** The part that a step stands in; null where the story no longer has it. */
export const partOf = (story: Story, step: string): StoryPart | null =>
  story.parts.find((part) => part.steps.some(({ id }) => id === step)) ?? null;

/** Puts a run's prediction and its result side by side. Null where the run carries none. `step` is null where the story no longer asks. */
export function pairOf(
  run: Pick<RunSnapshot, 'prediction' | 'complete'>,
  result: unknown,
  step: PredictStep | null,
  standing: Standing,
): Pair | null {
  const { prediction } = run;
  if (!prediction) return null;
  const { value, unit } = prediction;
  const isAsked = run.complete && standing !== 'other' && step !== null && !step.decides;
  const found = run.complete && standing !== 'other' ? result : null;
  const judged = step && judgePrediction(step, prediction, standing === 'judged' ? found : null);
  const was = step && outcomeIn(step, found);
  return {
    said: typeof value === 'number' ? formatFixed(value) : value,
    was: was === null ? null : outcomeWords(was),
    untold: isAsked && was === null,
    unit,
    places: judged?.places ?? null,
    verdict: judged?.verdict ?? null,
    curve: judged?.curve?.words ?? null,
    standing,
  };
}
