import type { StoryStep } from '../../../labs/view.ts';
import type { LabProgress } from '../../../main/contract/learner.ts';
import { readTyped } from '../../kit/number/number-language.ts';

export type CheckStep = Extract<StoryStep, { kind: 'check' }>;
export type CheckState = LabProgress['checks'][string];

export const untried: CheckState = { tries: 0, passed: false, hints: 0, answer: null };

/** After this many wrong answers the worked answer may be seen. */
export const triesBeforeAnswer = 2;

/**
 * Takes one answer to a check. Each wrong answer earns the next hint and counts as a try; one may try on for as long as one likes.
 * The same wrong answer twice is a slip of the hand: the state comes back as it was. Right stays right.
 * Null where the run on screen can't tell: nothing is counted then.
 */
export function answerCheck(
  step: CheckStep,
  before: CheckState,
  answer: number | string,
  result: unknown,
): CheckState | null {
  const verdict = judgeSafely(step, answer, result);
  if (verdict === null) return null;
  if (before.passed || (!verdict && before.tries > 0 && answer === before.answer)) return before;
  const tries = before.tries + 1;
  return {
    tries,
    passed: verdict,
    hints: verdict ? before.hints : Math.min(2, Math.max(before.hints, tries)),
    answer,
  };
}

/** Shows the next hint without an answer. */
export function askForHint(before: CheckState): CheckState {
  return { ...before, hints: Math.min(2, before.hints + 1) };
}

/** Whether the worked answer may be seen. */
export function showsWorked(state: CheckState): boolean {
  return state.passed || state.tries >= triesBeforeAnswer;
}

function judgeSafely(step: CheckStep, answer: number | string, result: unknown): boolean | null {
  if ((result === null || result === undefined) && step.needsRun !== false) return null;
  try {
    return step.judge(answer, result);
  } catch {
    // A partial result may lack what the judge looks at.
    return null;
  }
}

/** Reads what a person typed as a number, in the language of numbers that the settings name. Null where it is none. */
export function readNumber(text: string): number | null {
  return readTyped(text);
}
