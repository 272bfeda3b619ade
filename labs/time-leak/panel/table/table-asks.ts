import type { Ask } from '../../../data/column.ts';
import type { TableAnswers } from '../../own/table-mapping.ts';

const questions: Record<string, string> = {
  time: 'Which column says when each row happened?',
  label: 'Which column is to be predicted?',
  owner: 'Which column says whose row it is?',
  feature: 'Choose at least one feature.',
};

/** What has to be said, as a question. */
export function askWords({ role, column }: Ask): string {
  if (role === 'dateOrder')
    return `“${column}”: is the day first, or the month? The cells do not tell.`;
  if (role === 'zone') return `“${column}” names no time zone: where did its clock stand?`;
  return questions[role] ?? role;
}

/** A possible answer as a button says it. */
export function answerWords({ role }: Ask, candidate: string): string {
  if (role === 'dateOrder') return candidate === 'dmy' ? 'day/month' : 'month/day';
  return candidate;
}

/** What was said, with one more answer. */
export function answered(
  answers: TableAnswers,
  { role, column }: Ask,
  candidate: string,
): TableAnswers {
  switch (role) {
    case 'dateOrder':
      return { ...answers, dates: candidate as 'dmy' | 'mdy' };
    case 'zone':
      return { ...answers, zones: { ...answers.zones, [column!]: candidate } };
    case 'feature':
      return { ...answers, features: [candidate] };
    default:
      return { ...answers, [role]: candidate };
  }
}
