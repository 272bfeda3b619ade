import type { AnswerValue } from '../../../main/contract/room-question.ts';
import type { PhoneQuestion } from '../../../main/contract/room-wire.ts';
import { shownNumber } from './numbers.ts';

/** A value of this question as people read it. */
export function answerWords(ask: PhoneQuestion, value: AnswerValue): string {
  if (ask.kind === 'choice')
    return ask.options.find(({ id }) => id === value)?.label ?? String(value);
  return `${shownNumber(Number(value))} ${ask.unit}`.trim();
}
