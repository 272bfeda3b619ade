import type { Ask, Column } from '../../data/column.ts';
import { noColumn } from './own-label.ts';
import type { OwnAnswers } from './own-roles.ts';

/** What was said, with one more answer. Numbers that are answered as a decision are scores. */
export function answered(
  answers: OwnAnswers,
  { role, column }: Pick<Ask, 'role' | 'column'>,
  candidate: string,
  columns: readonly Pick<Column, 'name' | 'kind' | 'two'>[],
): OwnAnswers {
  switch (role) {
    case 'label':
      return { ...answers, label: candidate === noColumn ? null : candidate };
    case 'decision': {
      const scored = columns.some(
        ({ name, kind, two }) => name === candidate && kind === 'number' && two === null,
      );
      return { ...answers, [scored ? 'score' : 'decision']: candidate };
    }
    case 'group':
      return { ...answers, groups: [candidate] };
    case 'threshold':
      return {
        ...answers,
        thresholds: { ...answers.thresholds, [column!]: Number(candidate) },
      };
    case 'positive':
      return { ...answers, ones: { ...answers.ones, [column!]: [candidate] } };
    case 'negative':
      return { ...answers, zeros: { ...answers.zeros, [column!]: [candidate] } };
    case 'weight':
      return { ...answers, weight: candidate === noColumn ? null : candidate };
    default:
      return { ...answers, [role]: candidate };
  }
}

/** What was said, with several values of a column that count as 1, or as 0. */
export function answeredSeveral(
  answers: OwnAnswers,
  { role, column }: Pick<Ask, 'role' | 'column'>,
  values: readonly string[],
): OwnAnswers {
  const key = role === 'positive' ? 'ones' : 'zeros';
  return { ...answers, [key]: { ...answers[key], [column!]: values } };
}
