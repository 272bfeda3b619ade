import type { Story } from '../../../labs/view.ts';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import { formatFixed, formatSignificant } from '../../kit/number/format.ts';
import { attempt } from '../lab/attempt.ts';
import type { PredictStep } from '../runs/choose-run.ts';

/** What was said of a run beside what came out. */
export interface Pair {
  said: string;
  was: string | null;
  unit: string;
  /** Where both stand on the scale that was asked on, 0 to 1; null for choices. */
  places: { said: number; was: number | null } | null;
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
  const said = prediction.value;
  const was = step && run.complete && result != null ? attempt(() => step.outcome(result)) : null;
  const verdict = step && was !== null ? attempt(() => step.verdict(said, result)) : null;
  const input = step?.input;
  const place = (value: number | string | null) =>
    input?.kind === 'number' && typeof value === 'number' ? onScale(value, input) : null;
  const saidAt = place(said);
  const chooseWas = () => {
    if (was === null) return null;
    return typeof was === 'number' ? formatSignificant(was, 2) : was;
  };
  return {
    said: typeof said === 'number' ? formatFixed(said) : said,
    was: chooseWas(),
    unit: prediction.unit,
    places: saidAt === null ? null : { said: saidAt, was: place(was) },
    verdict: verdict || null,
  };
}

/** Where a value stands between the least and the most that could be said, 0 to 1. */
export function onScale(
  value: number,
  scale: { min: number; max: number; scale: 'linear' | 'log' },
): number {
  const bend = (x: number) =>
    scale.scale === 'log' && scale.min > 0 ? Math.log(Math.max(x, scale.min)) : x;
  const part = (bend(value) - bend(scale.min)) / (bend(scale.max) - bend(scale.min));
  return Number.isFinite(part) ? Math.min(1, Math.max(0, part)) : 0;
}
