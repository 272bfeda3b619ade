import type { AnswerValue } from '../../../main/contract/room-question.ts';
import type { PhoneQuestion } from '../../../main/contract/room-wire.ts';
import { words } from '../words.ts';
import { shownNumber } from './numbers.ts';

/** A value of this question as people read it; several lines where it says several things. */
export function answerWords(ask: PhoneQuestion, value: AnswerValue): string {
  switch (ask.kind) {
    case 'choice':
      return ask.options.find(({ id }) => id === value)?.label ?? String(value);
    case 'number':
      return `${shownNumber(Number(value))} ${ask.unit}`.trim();
    case 'rows': {
      const ticked = Array.isArray(value) ? value : [];
      const names = ask.rows
        .filter(({ id }) => ticked.includes(id))
        .map(({ id, cells }) => cells[0] ?? id);
      return names.length === 0 ? words.rows.none : names.join(', ');
    }
    case 'weights': {
      const weights = typeof value === 'object' && !Array.isArray(value) ? value : {};
      return ask.criteria.map(({ id, label }) => `${label}: ${weights[id] ?? 0}`).join('\n');
    }
    case 'group':
      return '';
  }
}
