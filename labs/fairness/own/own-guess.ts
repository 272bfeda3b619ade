import type { Column } from '../../data/peek.ts';
import type { OwnMapping } from './own-intake.ts';

/** A mapping with what could not be told still open. */
export type OwnGuess = { [K in keyof OwnMapping]: OwnMapping[K] | null } & { groups: number[] };

/** A pattern of these names and no others, whatever their case. */
const named = (...names: string[]) => new RegExp(`^(${names.join('|')})$`, 'i');
const labelNames = named(
  ...['y', 'y_?true', 'label', 'target', 'outcome', 'actual', 'truth', 'ground_?truth', 'repaid'],
  ...['default(ed)?', 'recid\\w*', 'is_\\w+', 'two_year_recid', 'income_?over\\w*', 'hired_ok'],
  ...['qualified', 'good'],
);
const decisionNames =
  /(pred|decision|decided|approved?|accepted|selected|granted|admitted|hired|y_?hat)/i;
const scoreNames = /(score|prob|p_?hat|risk|proba)/i;
const groupNames = named(
  ...['group', 'sex', 'gender', 'race', 'ethnicity', 'ethnic_group', 'age_?(group|band|cat\\w*)'],
  ...['religion', 'disability', 'nationality', 'region', 'area', 'town', 'city', 'district'],
  ...['marital\\w*', 'language'],
);
const weightNames = /^(weight|w|sample_?weight|wt|pw|person_?weight)$/i;

/** Four ways at most to write the two: 0, 1, 0.0, 1.0. */
const isBinary = ({ kind, distinct, examples }: Column) =>
  kind !== 'empty' &&
  distinct <= 4 &&
  examples.every((one) => Number(one) === 0 || Number(one) === 1);
const isScore = (column: Column) =>
  column.kind !== 'text' &&
  column.kind !== 'empty' &&
  !isBinary(column) &&
  column.examples.every((one) => Number(one) >= 0 && Number(one) <= 1);

/** Guesses from names and first rows which columns hold the label, the decision, the groups and a weight. */
export function guessOwn(columns: readonly Column[]): OwnGuess {
  const places = columns.map((column, at) => ({ column, at }));
  const find = (fits: (column: Column) => boolean, but: readonly (number | null)[]) =>
    places.find(({ column, at }) => !but.includes(at) && fits(column))?.at ?? null;
  const weight = find((column) => weightNames.test(column.name), []);
  const named = find((column) => labelNames.test(column.name) && isBinary(column), [weight]);
  const decided = find(
    (column) => decisionNames.test(column.name) && isBinary(column),
    [weight, named],
  );
  const scored =
    find((column) => scoreNames.test(column.name) && isScore(column), [weight, named]) ??
    find((column) => scoreNames.test(column.name) && !isBinary(column), [weight, named]);
  const label =
    named ??
    find((column) => labelNames.test(column.name), [weight, decided, scored]) ??
    find(isBinary, [weight, decided, scored]);
  const other =
    decided ??
    scored ??
    find((column) => decisionNames.test(column.name), [weight, label]) ??
    find(isBinary, [weight, label]) ??
    find(isScore, [weight, label]);
  const taken = [weight, label, other];
  const free = places.filter(({ at }) => !taken.includes(at));
  const byName = free.filter(({ column }) => groupNames.test(column.name)).slice(0, 2);
  const bySize = free
    .filter(
      ({ column }) =>
        !scoreNames.test(column.name) &&
        !decisionNames.test(column.name) &&
        column.distinct >= 2 &&
        column.distinct <= 12 &&
        column.kind !== 'time',
    )
    .slice(0, 1);
  const groups = (byName.length > 0 ? byName : bySize).map(({ at }) => at);
  return {
    label,
    decision: other,
    kind: other === null ? null : kindOf(columns[other]!),
    groups,
    weight,
  };
}

/** Decisions or scores: by the cells where they tell, else by the name. */
const kindOf = (column: Column): 'prediction' | 'score' => {
  if (isBinary(column)) return 'prediction';
  return isScore(column) || scoreNames.test(column.name) ? 'score' : 'prediction';
};

/** What still has to be chosen; null where the mapping is whole. */
export function openQuestion(guess: OwnGuess): string | null {
  const { label, decision, groups, weight } = guess;
  if (label === null) return 'Which column says what turned out?';
  if (decision === null || guess.kind === null)
    return 'Which column holds the decision or the score?';
  if (groups.length === 0) return 'Which column holds the groups?';
  const taken = [label, decision, ...groups, ...(weight === null ? [] : [weight])];
  return new Set(taken).size < taken.length ? 'Each column can be one thing only.' : null;
}
