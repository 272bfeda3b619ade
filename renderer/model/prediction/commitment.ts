import type { StoryStep } from '../../../labs/view.ts';

export type ReflectStep = Extract<StoryStep, { kind: 'reflect' }>;

/** What a learner committed to, and the sentence why. */
export interface Commitment {
  choice: string | null;
  words: string;
}

/**
 * A step with choices keeps the choice as the first line of its text, so that whoever shows the text (a report, an older Lectern)
 * shows both.
 */
export function readCommitment(text: string, choices: ReflectStep['choices'] = []): Commitment {
  const end = text.indexOf('\n');
  const first = end < 0 ? text : text.slice(0, end);
  return choices.some(({ name }) => name === first)
    ? { choice: first, words: end < 0 ? '' : text.slice(end + 1) }
    : { choice: null, words: text };
}

export const writeCommitment = ({ choice, words }: Commitment): string =>
  choice === null ? words : `${choice}\n${words}`;

/** Whether all that the step asks for is there: a sentence, and a choice where it offers some. */
export function isCommitted(step: ReflectStep, text: string): boolean {
  const { choice, words } = readCommitment(text, step.choices);
  return words.trim() !== '' && (!step.choices || choice !== null);
}
