import type { Ask, Column } from '../../data/column.ts';
import { columnNamed } from '../../data/open-table.ts';
import type { Sides } from './own-direction.ts';
import {
  groupCandidates,
  isGrouping,
  isPair,
  isScore,
  isTwo,
  isWeight,
  likelyDecisions,
  mayGroup,
  sidedOf,
  wordsFirst,
} from './own-fits.ts';
import {
  namesDecision,
  namesGroup,
  namesLabel,
  namesScore,
  namesWeight,
  saysBody,
  saysHeight,
  saysPrediction,
} from './own-names.ts';
import { sidesAsked, wrongSides } from './own-sides.ts';

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
  /** Which values count as 1 and as 0, where they are not the usual ones. */
  sides: Sides;
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
  /** Values that count as 1, by the column's name. */
  ones?: Readonly<Record<string, readonly string[]>>;
  /** Values that count as 0; `allOthers` for all that do not count as 1. */
  zeros?: Readonly<Record<string, readonly string[]>>;
}

/** A question, and why it has to be asked. */
export interface OwnAsk extends Ask {
  why?: string;
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
  asks: OwnAsk[];
  mapping: OwnMapping | null;
  /** Names that were given and are no column's. */
  unknown: string[];
  /** What is wrong with values that were said to count as 1 or 0; null where nothing is. */
  wrong: { what: string; next: string; column: string } | null;
  /** What was taken without asking and could be otherwise. */
  notes: string[];
}

/** The answer that no column is a weight. */
export const noWeight = 'none';
const usualThreshold = 0.5;

/**
 * Takes a role for a column where its name and its values say so and no other column's do; asks for the rest, the likeliest first. Two
 * columns that nobody named are never audited.
 */
export function ownRoles(columns: readonly Column[], answers: OwnAnswers = {}): OwnRoles {
  const asks: OwnAsk[] = [];
  const notes: string[] = [];
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
    const likely = [...named, ...rest];
    // Where none is likely any is possible, rather than nothing to choose from.
    const candidates = likely.length > 0 ? likely : free(({ distinct }) => distinct > 1);
    asks.push({ role, column: null, candidates: candidates.map(({ name }) => name) });
    return null;
  };

  const weightNamed = free((column) => namesWeight(column.name) && isWeight(column));
  let weight = given.weight;
  if (answers.weight === undefined && weightNamed.length > 0) {
    // Beside a height a weight is somebody’s own.
    const body = weightNamed.find(({ name }) => saysBody(name));
    if (body && columns.some(({ name }) => saysHeight(name)))
      asks.push({ role: 'weight', column: null, candidates: [noWeight, body.name] });
    else weight = only('weight', weightNamed, []);
  }
  const decisions = sidedOf(free(({ name }) => namesDecision(name)));
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
      sidedOf(free(({ name }) => namesLabel(name))),
      free((column) => isPair(column) && !decided.includes(column) && !namesGroup(column.name)),
    );
  const foretold = free(
    (column) => saysPrediction(column.name) && isScore(column) && !isTwo(column),
  );
  if (!decision && !score) {
    if (decided.length + scores.length === 0 && foretold.length > 0)
      asks.push({ role: 'score', column: null, candidates: foretold.map(({ name }) => name) });
    else if (decided.length === 0 && scores.length > 0) score = only('score', scores, []);
    else if (decided.length === 1 || scores.length === 0 || decisions.length > 1)
      decision = only(
        'decision',
        decided,
        likelyDecisions(free((column) => isPair(column) || isScore(column))),
      );
    else decision = only('decision', decided, scores);
  }
  const takeGroup = (): Column | null => {
    const named = wordsFirst(free((column) => namesGroup(column.name) && isGrouping(column)));
    const rivals = free(mayGroup);
    const lone = named.length === 1 && rivals.length === 1;
    const group = only(
      'group',
      lone ? [...named, ...rivals] : named,
      groupCandidates(free(isGrouping)),
    );
    if (group && rivals.length > 0)
      notes.push(
        `Compared by “${group.name}”, as its name says groups. Other columns of few words may be groups too: ${rivals.map(({ name }) => `“${name}”`).join(', ')}.`,
      );
    return group;
  };
  const groups =
    given.groups.length > 0 ? given.groups : [takeGroup()].filter((one) => one !== null);
  const threshold = score ? thresholdOf(score, answers.threshold, asks) : usualThreshold;
  const sides = sidesAsked({ label, decision, score }, answers, asks);
  for (const name of Object.keys({ ...answers.ones, ...answers.zeros })) find(name);
  const wrong = wrongSides(columns, answers);
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
    ...{ asks, unknown, wrong, notes },
    mapping:
      asks.length + unknown.length === 0 && !wrong && label && main && groups.length > 0
        ? {
            ...{ label, decision: main, kind: decision ? 'prediction' : 'score' },
            ...{ groups: groups.slice(0, 2), weight, threshold, sides },
          }
        : null,
  };
}

/** Scores from 0 to 1 are cut in the middle unless somebody says where; of others only somebody knows. */
function thresholdOf(score: Column, given: number | undefined, asks: OwnAsk[]): number {
  if (given !== undefined) return given;
  const { range } = score;
  if (!range || (range.low.value >= 0 && range.high.value <= 1)) return usualThreshold;
  const middle = (range.low.value + range.high.value) / 2;
  const rounded = score.whole ? Math.round(middle) : Number(middle.toPrecision(2));
  asks.push({ role: 'threshold', column: score.name, candidates: [String(rounded)] });
  return rounded;
}
