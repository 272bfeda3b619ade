import type { Ask, Column } from '../../data/column.ts';
import { columnNamed } from '../../data/open-table.ts';
import {
  namesDecision,
  namesGroup,
  namesLabel,
  namesScore,
  namesWeight,
  saysAgainst,
} from './own-names.ts';

/** Which columns of a file mean what. */
export interface OwnMapping {
  label: Column;
  decision: Column;
  /** What stands in the decision column: two values, or scores that a threshold is drawn through. */
  kind: 'prediction' | 'score';
  /** One or two. */
  groups: Column[];
  weight: Column | null;
  /** From which score on somebody is selected. */
  threshold: number;
  /** Which of two values counts as 1 where it is not the usual one, by the column's name. */
  ones: Readonly<Record<string, string>>;
}

/** What somebody has said of the columns, by their names. */
export interface OwnAnswers {
  label?: string;
  decision?: string;
  score?: string;
  threshold?: number;
  groups?: readonly string[];
  /** Null for none. */
  weight?: string | null;
  ones?: Readonly<Record<string, string>>;
}

/** What the columns are taken for, and what has to be asked: nothing where `mapping` is whole. */
export interface OwnRoles {
  /** Roles that are taken, by the columns' names. */
  roles: {
    label?: string;
    decision?: string;
    score?: string;
    group?: string | string[];
    weight?: string;
  };
  asks: Ask[];
  mapping: OwnMapping | null;
  /** Names that were given and are no column's. */
  unknown: string[];
}

const mostGroupValues = 500;
const usualThreshold = 0.5;

const isTwo = (column: Column) =>
  column.two !== null && column.kind !== 'time' && column.kind !== 'id';
/** Both values occur: nobody is asked about a column that always says the same. */
const isPair = (column: Column) => isTwo(column) && column.kind === 'two-valued';
const isScore = (column: Column) => column.kind === 'number';
const isGrouping = (column: Column) =>
  column.kind === 'category' ||
  column.kind === 'two-valued' ||
  (column.kind === 'number' && column.whole && column.distinct <= 20) ||
  (column.kind === 'text' && column.distinct <= 20);
const isWeight = (column: Column) =>
  column.kind === 'number' && (column.range?.low.value ?? -1) >= 0;

/**
 * Takes a role for a column where its name and its values say so and no other column's do; asks for the rest, the likeliest first. Two
 * columns that nobody named are never audited.
 */
export function ownRoles(columns: readonly Column[], answers: OwnAnswers = {}): OwnRoles {
  const asks: Ask[] = [];
  const unknown: string[] = [];
  const find = (name: string | null | undefined): Column | null => {
    if (name === null || name === undefined) return null;
    const column = columnNamed(columns, name);
    if (!column) unknown.push(name);
    return column;
  };
  const given = {
    label: find(answers.label),
    decision: find(answers.decision),
    score: find(answers.score),
    groups: (answers.groups ?? []).map(find).filter((column) => column !== null),
    weight: find(answers.weight),
  };
  const taken = new Set<Column>(
    [given.label, given.decision, given.score, given.weight, ...given.groups].filter(
      (one) => one !== null,
    ),
  );
  const free = (fits: (column: Column) => boolean) =>
    columns.filter((column) => !taken.has(column) && fits(column));
  const only = (role: string, named: Column[], others: Column[]): Column | null => {
    if (named.length === 1) {
      taken.add(named[0]!);
      return named[0]!;
    }
    const rest = others.filter((column) => !named.includes(column));
    asks.push({ role, column: null, candidates: [...named, ...rest].map(({ name }) => name) });
    return null;
  };

  const weightNamed = free((column) => namesWeight(column.name) && isWeight(column));
  let weight = given.weight;
  if (answers.weight === undefined && weightNamed.length > 0)
    weight = only('weight', weightNamed, []);
  const decisions = free((column) => namesDecision(column.name) && isTwo(column));
  const binaryScores = free(
    (column) => namesScore(column.name) && isTwo(column) && !decisions.includes(column),
  );
  const scores = free((column) => namesScore(column.name) && isScore(column) && !isTwo(column));
  const decided = decisions.length > 0 ? decisions : binaryScores;
  let decision = given.decision;
  let score = given.score;
  const label =
    given.label ??
    only(
      'label',
      free((column) => namesLabel(column.name) && isTwo(column)),
      free((column) => isPair(column) && !decided.includes(column) && !namesGroup(column.name)),
    );
  if (!decision && !score) {
    if (decided.length === 0 && scores.length > 0) score = only('score', scores, []);
    else if (decided.length === 1 || scores.length === 0 || decisions.length > 1)
      decision = only(
        'decision',
        decided,
        likelyDecisions(free((column) => isPair(column) || isScore(column))),
      );
    else decision = only('decision', decided, scores);
  }
  const groups =
    given.groups.length > 0
      ? given.groups
      : [
          only(
            'group',
            free((column) => namesGroup(column.name) && isGrouping(column)),
            groupCandidates(free(isGrouping)),
          ),
        ].filter((one) => one !== null);
  const threshold = score ? thresholdOf(score, answers.threshold, asks) : usualThreshold;
  for (const column of [label, decision])
    if (
      column?.two &&
      (!column.two.told || saysAgainst(column.name)) &&
      !answers.ones?.[column.name]
    )
      asks.push({
        role: 'positive',
        column: column.name,
        candidates: [column.two.oneWord, column.two.zeroWord],
      });
  const main = decision ?? score;
  return {
    roles: {
      ...(label && { label: label.name }),
      ...(decision && { decision: decision.name }),
      ...(score && { score: score.name }),
      ...(groups.length > 0 && {
        group: groups.length === 1 ? groups[0]!.name : groups.map(({ name }) => name),
      }),
      ...(weight && { weight: weight.name }),
    },
    asks,
    unknown,
    mapping:
      asks.length === 0 && unknown.length === 0 && label && main && groups.length > 0
        ? {
            ...{ label, decision: main, kind: decision ? 'prediction' : 'score' },
            ...{ groups: groups.slice(0, 2), weight, threshold, ones: answers.ones ?? {} },
          }
        : null,
  };
}

/** Two values first: a decision is a yes or a no. What is named like a label comes last. */
const likelyDecisions = (columns: Column[]): Column[] => {
  const place = (column: Column) =>
    (namesLabel(column.name) ? 2 : 0) + (isPair(column) && !namesGroup(column.name) ? 0 : 1);
  return [...columns].sort((a, b) => place(a) - place(b));
};

/** Columns of few values first: they are the likelier groups. */
const groupCandidates = (columns: Column[]): Column[] =>
  columns
    .filter(
      (column) =>
        column.distinct >= 2 &&
        column.distinct <= mostGroupValues &&
        !namesLabel(column.name) &&
        !namesDecision(column.name),
    )
    .sort((a, b) => rank(a) - rank(b) || a.distinct - b.distinct);

const rank = (column: Column) => (column.kind === 'number' || (column.two?.told ?? false) ? 1 : 0);

/** Scores from 0 to 1 are cut in the middle unless somebody says where; of others only somebody knows. */
function thresholdOf(score: Column, given: number | undefined, asks: Ask[]): number {
  if (given !== undefined) return given;
  const { range } = score;
  if (!range || (range.low.value >= 0 && range.high.value <= 1)) return usualThreshold;
  const middle = (range.low.value + range.high.value) / 2;
  const rounded = score.whole ? Math.round(middle) : Number(middle.toPrecision(2));
  asks.push({ role: 'threshold', column: score.name, candidates: [String(rounded)] });
  return rounded;
}
