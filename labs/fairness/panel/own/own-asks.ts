import type { Ask } from '../../../data/column.ts';
import { noWeight, type OwnAnswers, type OwnAsk } from '../../own/own-roles.ts';

const questions: Record<string, string> = {
  label: 'Which column says what turned out?',
  decision: 'Which column holds the decision?',
  score: 'Which column holds the score?',
  group: 'Which column holds the groups?',
  weight: 'Which column says how many people a row stands for?',
};

/** What has to be said, as a question. */
export function askWords({ role, column, why }: OwnAsk): string {
  const because = why ? `${why} ` : '';
  if (role === 'threshold') return `From which “${column}” on is somebody selected?`;
  if (role === 'positive') return `${because}Which value of “${column}” counts as 1?`;
  if (role === 'negative') return `${because}Which value of “${column}” counts as 0?`;
  return questions[role] ?? role;
}

/** A possible answer as a button says it. */
export function answerWords({ role }: Ask, candidate: string): string {
  if (role === 'weight' && candidate === noWeight) return 'none: every row counts once';
  return role === 'threshold' ? `${candidate} and more` : candidate;
}

/** What was said, with one more answer. */
export function answered(
  answers: OwnAnswers,
  { role, column }: Ask,
  candidate: string,
): OwnAnswers {
  switch (role) {
    case 'group':
      return { ...answers, groups: [candidate] };
    case 'threshold':
      return { ...answers, threshold: Number(candidate) };
    case 'positive':
      return { ...answers, ones: { ...answers.ones, [column!]: [candidate] } };
    case 'negative':
      return { ...answers, zeros: { ...answers.zeros, [column!]: [candidate] } };
    case 'weight':
      return { ...answers, weight: candidate === noWeight ? null : candidate };
    default:
      return { ...answers, [role]: candidate };
  }
}
