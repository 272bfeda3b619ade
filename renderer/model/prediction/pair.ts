import type { Story } from '../../../labs/view.ts';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import { formatFixed, formatSignificant } from '../../kit/number/format.ts';
import type { PredictStep } from '../runs/choose-run.ts';
import { judgePrediction, type Places } from './outcome.ts';

/** What was said of a run beside what came out, in words. */
export interface Pair {
  said: string;
  was: string | null;
  unit: string;
  /** Where both stand on the scale that was asked on; null for choices. */
  places: Places | null;
  /** The story's sentence about the two. */
  verdict: string | null;
}

export function stepOf(story: Story, id: string): PredictStep | null {
  for (const part of story.parts)
    for (const step of part.steps) if (step.id === id && step.kind === 'predict') return step;
  return null;
}

/** Puts a run's prediction and its result side by side. Null where the run carries none. `step` is null where the story no longer asks. */
export function pairOf(
  run: Pick<RunSnapshot, 'prediction' | 'complete'>,
  result: unknown,
  step: PredictStep | null,
): Pair | null {
  const { prediction } = run;
  if (!prediction) return null;
  const judged = step && judgePrediction(step, prediction, run.complete ? result : null);
  return {
    said: wordsOf(prediction.value, formatFixed),
    was: judged && judged.was !== null ? wordsOf(judged.was, (n) => formatSignificant(n, 2)) : null,
    unit: prediction.unit,
    places: judged?.places ?? null,
    verdict: judged?.verdict ?? null,
  };
}

const wordsOf = (value: number | string, format: (value: number) => string): string =>
  typeof value === 'number' ? format(value) : value;
