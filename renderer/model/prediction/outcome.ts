import type { AtLeast, Curve, Story } from '../../../labs/view.ts';
import { attempt } from '../lab/attempt.ts';
import type { PredictStep } from '../runs/choose-run.ts';
import { scoreCurve, type CurveScore } from './curve/curve.ts';
import { scorePrediction, type Score } from './score.ts';

/** What came out, as a question's answer; of a number perhaps only how much it is at least. */
export type Outcome = number | string | AtLeast;

export const isAtLeast = (was: Outcome | null | undefined): was is AtLeast =>
  typeof was === 'object' && was !== null;

/** Where what was said and what came out stand on the scale that was asked on, 0 to 1. */
export interface Places {
  said: number;
  was: number | null;
}

/** A prediction beside a run's result. */
export interface Judged {
  /** Null where the result does not answer the question. */
  was: Outcome | null;
  /** Null where the two can't be compared. */
  score: Score | null;
  /** The story's sentence about the two; null where it has none. */
  verdict: string | null;
  /** Null for choices. */
  places: Places | null;
  /** A curve that was drawn as well; null where none was, or the result has none. */
  curve: CurveScore | null;
}

/**
 * What a question came out as in a result. Null where that does not say: no result, one of another kind, a question without one answer.
 * A question that a formula answers needs none.
 */
export function outcomeIn(step: PredictStep, result: unknown): Outcome | null {
  if (step.needsRun === false) return attempt(() => step.outcome(null)) ?? null;
  if (result === null || result === undefined) return null;
  return attempt(() => step.outcome(result)) ?? null;
}

/** What every question of a story came out as in a result, by step; those that it does not answer are left out. */
export function outcomesIn(story: Story, result: unknown): ReadonlyMap<string, Outcome> {
  const found = new Map<string, Outcome>();
  for (const step of story.parts.flatMap((part) => part.steps)) {
    const was = step.kind === 'predict' ? outcomeIn(step, result) : null;
    if (was !== null) found.set(step.id, was);
  }
  return found;
}

/** Puts what was said beside a result, null where there is none yet. The one judgement that lab, notebook, progress and report show. */
export function judgePrediction(
  step: PredictStep,
  said: { value: number | string; confidence?: number | undefined; curve?: Curve | undefined },
  result: unknown,
): Judged {
  const was = outcomeIn(step, result);
  const isAsked = step.needsRun === false || (result !== null && result !== undefined);
  // Where two came out the same there is no outcome, and the story says so.
  const verdict = isAsked ? attempt(() => step.verdict(said.value, result)) : null;
  return {
    was,
    score: scorePrediction(step, said, was),
    verdict: verdict || null,
    places: placesOf(step, said.value, was),
    curve: step.draws && said.curve ? scoreCurve(step.draws, said.curve, result) : null,
  };
}

/** Where the two stand on the scale that was asked on. Null for choices, and where what was said is no number. */
export function placesOf(
  { input }: Pick<PredictStep, 'input'>,
  said: number | string,
  was: Outcome | null,
): Places | null {
  if (input.kind !== 'number' || typeof said !== 'number') return null;
  return { said: onScale(said, input), was: typeof was === 'number' ? onScale(was, input) : null };
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
