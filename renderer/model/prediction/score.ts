import type { AtLeast } from '../../../labs/view.ts';
import { compare as compareAmounts, inWords } from '../../../labs/kit/compare.ts';
import { decimalsOf, formatFixed } from '../../kit/number/format.ts';
import type { PredictStep } from '../runs/choose-run.ts';

type Asked = Pick<PredictStep, 'input' | 'unit'>;

/** A number on a linear scale is close within this part of the whole range that could be said. */
const closePart = 0.05;
/** A number on a logarithmic scale is close within this factor, either way. */
export const closeFactor = 1.25;

/** A prediction beside its outcome. */
export interface Score {
  /** Right, for a choice; close, for a number. */
  hit: boolean;
  /** "right", "wrong", "spot on", "0.4 too high", "12 % too low", "2.3 × too high". */
  words: string;
  /** How sure the learner was; null where they did not say. */
  confidence: number | null;
  /** `brier` of the two; null without a confidence. */
  brier: number | null;
}

/**
 * Scores what was said against what came out. Null where they can't be compared: no outcome yet, a question without one answer, or a
 * value of another kind than was asked for.
 *
 * A number counts as close, on the scale that it was asked on: within what the question names, else within 5 % of the range from the
 * least to the most that could be said, on a linear one; within a factor of 1.25 either way, on a
 * logarithmic one. How far off it was is a difference on a linear scale and a ratio on a
 * logarithmic one, in per cent of the outcome below a factor of two.
 *
 * Of an outcome that only says how much it is at least, what was said below that is too low; above it there is nothing to score.
 */
export function scorePrediction(
  asked: Asked,
  said: { value: number | string; confidence?: number | undefined },
  was: number | string | AtLeast | null | undefined,
): Score | null {
  const found =
    typeof was === 'object' && was !== null
      ? compareToBound(asked, said.value, was)
      : compare(asked, said.value, was);
  if (!found) return null;
  const confidence = said.confidence ?? null;
  return { ...found, confidence, brier: confidence === null ? null : brier(confidence, found.hit) };
}

/**
 * The Brier score of one statement that something would happen with probability `confidence`: the squared distance from what did, 0
 * (sure and right) to 1 (sure and wrong); whoever always says 0.5 gets 0.25. After G. W. Brier, "Verification of forecasts expressed
 * in terms of probability", Monthly Weather Review 78 (1950), 1–3, whose sum runs over both outcomes and is twice this.
 */
export function brier(confidence: number, hit: boolean): number {
  return (confidence - (hit ? 1 : 0)) ** 2;
}

/** How far off a number on a linear scale may be to count as close, in its own unit. */
export const closeBy = ({
  min,
  max,
  close,
}: {
  min: number;
  max: number;
  close?: number;
}): number => close ?? closePart * (max - min);

/** What counts as close, to be said beside "how sure": "within 5", "within 25 %". Null for choices. */
export function closeWords({ input, unit }: Asked): string | null {
  if (input.kind === 'choice') return null;
  if (input.scale === 'log') return `within ${formatFixed(Math.round((closeFactor - 1) * 100))} %`;
  const close = Number(closeBy(input).toPrecision(2));
  const points = close === 1 ? ' point' : ' points';
  return `within ${formatFixed(close)}${unit === '%' ? points : ''}`;
}

/** Whether a story's own sentence already says how far off a prediction was. */
export const saysHowFar = (sentence: string | null): boolean =>
  sentence !== null && /\btoo (high|low)\b/i.test(sentence);

function compareToBound(
  asked: Asked,
  said: number | string,
  { atLeast }: AtLeast,
): Pick<Score, 'hit' | 'words'> | null {
  if (typeof said !== 'number' || said >= atLeast) return null;
  const found = compare(asked, said, atLeast);
  return (
    found && {
      hit: false,
      words: found.words === 'spot on' ? 'too low' : `at least ${found.words}`,
    }
  );
}

function compare(
  { input, unit }: Asked,
  said: number | string,
  was: number | string | null | undefined,
): Pick<Score, 'hit' | 'words'> | null {
  if (was === null || was === undefined) return null;
  if (input.kind === 'choice')
    return typeof said === 'string' && typeof was === 'string'
      ? { hit: said === was, words: said === was ? 'right' : 'wrong' }
      : null;
  if (
    typeof said !== 'number' ||
    typeof was !== 'number' ||
    !Number.isFinite(said) ||
    !Number.isFinite(was)
  )
    return null;
  const off = said - was;
  const comparison = compareAmounts(
    { value: said },
    { value: was },
    // All digits: two values that differ by more than half a step never read the same.
    { margin: input.step * (0.5 + slack), format: String },
  );
  const howFar = (words: string) =>
    inWords(comparison, {
      less: `${words} too low`,
      equal: 'spot on',
      more: `${words} too high`,
      unclear: '',
    });
  if (comparison.relation === 'equal') return { hit: true, words: howFar('') };
  const range = input.max - input.min;
  if (input.scale === 'log' && said > 0 && was > 0) {
    const ratio = off > 0 ? said / was : was / said;
    return {
      hit: ratio <= closeFactor * (1 + slack),
      words: howFar(ratioWords(said / was, ratio)),
    };
  }
  // Beyond the scale a number says nothing that "far" does not.
  if (Math.abs(off) > 10 * range) return { hit: false, words: howFar('far') };
  const shown = Number(Math.abs(off).toFixed(decimalsOf(input.step)));
  const hit = input.scale === 'linear' && Math.abs(off) <= closeBy(input) * (1 + slack);
  const points = shown === 1 ? ' point' : ' points';
  return { hit, words: howFar(`${formatFixed(shown)}${unit === '%' ? points : ''}`) };
}

/** Sums of decimal fractions miss by a hair: 0.65 is 0.05 from 0.6, and so close. */
const slack = 1e-9;

function ratioWords(ofOutcome: number, ratio: number): string {
  if (ratio < 2) return `${formatFixed(Math.max(1, Math.round(Math.abs(ofOutcome - 1) * 100)))} %`;
  if (ratio > 1000) return 'more than 1,000 ×';
  return `${ratio < 9.95 ? formatFixed(Number(ratio.toFixed(1))) : formatFixed(Math.round(ratio))} ×`;
}
