import type { Ask } from '../../../data/column.ts';
import type { Decimal } from '../../../data/numbers.ts';
import type { ReadingChoice } from '../../../data/survey.ts';
import { withMark } from '../../../kit/panel/table/with-mark.ts';
import { blanks } from '../../own/own-blanks.ts';
import { noColumn } from '../../own/own-label.ts';
import { allOthers } from '../../own/own-sides.ts';

const questions: Record<string, string> = {
  label: 'Which column says what turned out?',
  decision: 'Which column holds the decision?',
  score: 'Which column holds the score?',
  group: 'Which column holds the groups?',
  weight: 'Which column says how many people a row stands for?',
};

/** What has to be said, as a question. */
export function askWords(ask: Ask): string {
  const { role, column, why, mark } = ask;
  const because = why ? `${why} ` : '';
  if (role === 'threshold') return `From which “${column}” on is somebody selected?`;
  if (role === 'missing') return `${because}Does “${mark}” mean “not known”?`;
  if (role === 'decimal') return `${because}Which is the decimal mark?`;
  if (role === 'positive' || role === 'negative') {
    const which = severalOf(ask) ? 'values' : 'value';
    const count = which === 'values' ? 'count' : 'counts';
    return `${because}Which ${which} of “${column}” ${count} as ${role === 'positive' ? 1 : 0}?`;
  }
  return because + (questions[role] ?? role);
}

/** The values of which several may count as 1, or as 0: those of a column of three or more codes. Null for any other question. */
export function severalOf({ role, candidates }: Ask): { values: string[]; words: string } | null {
  const isNo = role === 'negative' && candidates.includes(allOthers);
  if (role !== 'positive' && !isNo) return null;
  const values = candidates.filter((value) => value !== allOthers && value !== blanks);
  if (values.length < (isNo ? 2 : 3)) return null;
  return { values, words: `Count these as ${isNo ? 0 : 1}` };
}

/** A possible answer as a button says it. */
export function answerWords({ role }: Ask, candidate: string): string {
  if (role === 'label' && candidate === noColumn) return 'none: compare who is selected';
  if (role === 'weight' && candidate === noColumn) return 'none: every row counts once';
  // A mark alone on a button is hardly seen, and not read aloud.
  if (role === 'decimal') return candidate === ',' ? 'the comma' : 'the point';
  if (role === 'missing') return candidate === 'value' ? 'no, it is a value' : 'yes, it is missing';
  return role === 'threshold' ? `${candidate} and more` : candidate;
}

/** An answer about how the file is to be read, and not about a column's role; null where it is one about a role. */
export function readingOf(choice: ReadingChoice, { role, mark }: Ask, candidate: string) {
  if (role === 'decimal') return { ...choice, decimal: candidate as Decimal };
  if (role !== 'missing' || mark === undefined) return null;
  return withMark(choice, mark, candidate !== 'value');
}
