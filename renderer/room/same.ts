import type { AnswerValue } from '../../main/contract/room-question.ts';

/** Whether two answers say the same. The page writes ticks and weights in the question's order always. */
export const sameAnswer = (a: AnswerValue | undefined, b: AnswerValue): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
