import type { Ask } from '../../../data/column.ts';
import type { DateOrder } from '../../../data/times/formats.ts';
import type { TableAnswers } from '../../own/table-mapping.ts';

const questions: Record<string, string> = {
  time: 'Which column says when each row happened?',
  label: 'Which column is to be predicted?',
  clock: 'Which column holds the time of day?',
  owner: 'Which column says whose row it is?',
  feature: 'Choose at least one feature.',
};

const orderWords: Record<DateOrder, string> = {
  dmy: 'day/month',
  mdy: 'month/day',
  ymd: 'year/month',
};

/** What has to be said, as a question. */
export function askWords({ role, column, candidates, why }: Ask): string {
  const because = why === undefined ? '' : `${why} `;
  if (role === 'dateOrder')
    return candidates.includes('ymd')
      ? `“${column}”: what comes first in its dates? The cells do not tell.`
      : `“${column}”: is the day first, or the month? The cells do not tell.`;
  if (role === 'zone') return `“${column}” names no time zone: where did its clock stand?`;
  return because + (questions[role] ?? role);
}

/** A possible answer as a button says it. */
export function answerWords({ role }: Ask, candidate: string): string {
  if (role === 'dateOrder') return orderWords[candidate as DateOrder];
  return candidate;
}

/** What was said, with one more answer. */
export function answered(answers: TableAnswers, ask: Ask, candidate: string): TableAnswers {
  const { role, column } = ask;
  switch (role) {
    case 'dateOrder':
      return {
        ...answers,
        // Most files have one order: it holds for other columns too, until something else is said of them.
        dates: answers.dates ?? (candidate as DateOrder),
        orders: { ...answers.orders, [column!]: candidate as DateOrder },
      };
    case 'zone':
      return { ...answers, zones: { ...answers.zones, [column!]: candidate } };
    case 'feature':
      return { ...answers, features: [candidate] };
    case 'clock':
    case 'owner':
      return { ...answers, [role]: candidate === ask.none ? null : candidate };
    default:
      return { ...answers, [role]: candidate };
  }
}
