import type { Ask, Column } from '../../data/column.ts';
import { differentWords } from '../../data/problem.ts';
import { answered } from './own-answer.ts';
import { isMarked } from './own-blanks.ts';
import { isCoded, isTwo } from './own-fits.ts';
import { intakeProblems } from './own-intake.ts';
import { noLabelNote } from './own-label.ts';
import { hasCodeBeside } from './own-marks.ts';
import { namesDecision, namesGroup, namesScore } from './own-names.ts';
import type { OwnAnswers, OwnRoles } from './own-roles.ts';

/** Finding roles costs something for each column: of a wide table only the likeliest answers are tried. */
const mostTried = (columns: number) => Math.max(4, Math.floor(2_000 / columns));

/** Questions that are answered with a column which may then be refused. */
const tried = ['label', 'score', 'group', 'decision'];

const holdsOutcome = (column: Column): boolean =>
  isTwo(column) || isMarked(column) || isCoded(column) || hasCodeBeside(column);

const noneFits: Readonly<Record<string, string>> = {
  label: 'No column looks like an outcome.',
  decision: 'No column looks like a decision.',
  group: 'No column looks like groups of people.',
};

/** Numbers of more different values than this are no groups. */
const mostNamed = 20;

/** Why no column can have a role: one that is called so may hold something else, and then it is named. */
export function whyNone(role: string, columns: readonly Column[]): string {
  if (role === 'decision') {
    const called = columns.find(({ name }) => namesDecision(name) || namesScore(name));
    if (called && !isTwo(called) && called.kind !== 'number')
      return `“${called.name}” holds neither two values nor scores, as a decision does.`;
  }
  if (role === 'group') {
    const called = columns.find(({ name }) => namesGroup(name));
    if (called?.distinct === 1)
      return `“${called.name}” holds one value in all rows, so there is nothing to compare.`;
    if (called && called.distinct > mostNamed)
      return (
        `“${called.name}” has ${differentWords(called.distinct)} different values, too many for groups. ` +
        'Put them together in a column of their own, such as ages into bands.'
      );
  }
  return noneFits[role] ?? '';
}

/** Whether a question is left that nothing can answer, but for those about some roles. */
const isHopeless = ({ asks }: OwnRoles, but: readonly string[] = []): boolean =>
  asks.some(
    ({ role, column, candidates, none }) =>
      !but.includes(role) && column === null && candidates.length === 0 && none === undefined,
  );

/**
 * The roles without answers that would be refused once they are given, or would leave another question without any. Where nothing can be
 * the label, there is none, and that is said.
 */
export function withoutRefused(
  columns: readonly Column[],
  answers: OwnAnswers,
  find: (answers: OwnAnswers) => OwnRoles,
): OwnRoles {
  const most = mostTried(columns.length);
  const found = find(answers);
  const unanswered = found.asks
    .filter(({ candidates }) => candidates.length === 0)
    .map(({ role }) => role);
  const fits = (ask: Ask) => (candidate: string, at: number) => {
    const column = columns.find(({ name }) => name === candidate);
    if (!column || at >= most || !tried.includes(ask.role)) return true;
    if (ask.role === 'label' && !holdsOutcome(column)) return false;
    const next = find(answered(answers, ask, candidate, columns));
    // A yes and a no is an outcome or a decision sooner than the groups, even where nothing else looks like groups: these may be a post code.
    const but = ask.role !== 'group' && column.two?.told ? ['group'] : [];
    // What nothing can answer anyway speaks against no groups.
    if (ask.role === 'group') but.push(...unanswered);
    if (next.wrong !== null || isHopeless(next, but)) return false;
    if (next.mapping === null) return true;
    const { problems, tooMany } = intakeProblems(next.mapping, true);
    return problems.length === 0 && tooMany === null;
  };
  const label = found.asks.find(({ role, column }) => role === 'label' && column === null);
  if (label?.none !== undefined && !label.candidates.some(fits(label)) && !label.why) {
    const without = find({ ...answers, label: null });
    if (!isHopeless(without))
      return withoutRefused(columns, { ...answers, label: null }, (said) => {
        const more = find(said);
        return said.label === null ? { ...more, notes: [noLabelNote, ...more.notes] } : more;
      });
  }
  return {
    ...found,
    asks: found.asks.map((ask) => ({ ...ask, candidates: ask.candidates.filter(fits(ask)) })),
  };
}
