import type { Ask, Column } from '../../data/column.ts';
import { columnNamed } from '../../data/open-table.ts';
import type { Sides } from './own-direction.ts';
import {
  mayBeBody,
  groupCandidates,
  holdsDecisions,
  isGrouping,
  isScore,
  isTwo,
  isWeight,
  likelyDecisions,
  mayGroup,
  sidedOf,
  wordsFirst,
} from './own-fits.ts';
import {
  namesCount,
  namesDecision,
  namesGroup,
  namesLabel,
  namesModelScore,
  namesScore,
  namesWeight,
  saysPrediction,
} from './own-names.ts';
import { whyNone, withoutRefused } from './own-candidates.ts';
import { labelOf, noColumn } from './own-label.ts';
import { blanksNotes, withDoubt } from './own-blanks.ts';
import { countAsk, countNotes, countsOf, marksAsk, wideCounts } from './own-counts.ts';
import { groupMarkAsk, groupMarkNotes, outcomeMarkAsk } from './own-marks.ts';
import { sidesAsked, twoRoles, wrongSides } from './own-sides.ts';

/** Which columns of a file mean what. */
export interface OwnMapping {
  /** Null where nothing says what turned out: then only who is selected is compared. */
  label: Column | null;
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
  /** Null for none: who is selected is compared alone. */
  label?: string | null;
  decision?: string;
  score?: string;
  /** From which score on somebody is selected, by the score's name: 576 of one column says nothing of another. */
  thresholds?: Readonly<Record<string, number>>;
  /** The same of whichever column is the score, as on a command line; what is said of one by its name goes before it. */
  threshold?: number;
  groups?: readonly string[];
  /** Null for none. */
  weight?: string | null;
  /** Values that count as 1, by the column's name. */
  ones?: Readonly<Record<string, readonly string[]>>;
  /** Values that count as 0; `allOthers` for all that do not count as 1. */
  zeros?: Readonly<Record<string, readonly string[]>>;
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
  /** What is wrong with what was said: values that are to count as 1 or 0, a column of two roles; null where nothing is. */
  wrong: { what: string; next: string; column: string } | null;
  /** What was taken without asking and could be otherwise. */
  notes: string[];
}

const usualThreshold = 0.5;

/**
 * Takes a role for a column where its name and its values say so and no other column's do; asks for the rest, the likeliest first. Two
 * columns that nobody named are never audited.
 */
export const ownRoles = (columns: readonly Column[], answers: OwnAnswers = {}): OwnRoles =>
  withoutRefused(columns, answers, (said) => rolesSaid(columns, said));

function rolesSaid(columns: readonly Column[], answers: OwnAnswers): OwnRoles {
  const asks: Ask[] = [];
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
  const ask = (role: string, candidates: readonly Column[], more: Pick<Ask, 'why' | 'none'> = {}) =>
    asks.push({ role, column: null, candidates: candidates.map(({ name }) => name), ...more });
  const only = (role: string, named: Column[], others: Column[]): Column | null => {
    if (named.length === 1) {
      taken.add(named[0]!);
      return named[0]!;
    }
    const likely = [...named, ...others.filter((column) => !named.includes(column))];
    ask(
      role,
      likely,
      likely.length > 0
        ? {}
        : {
            why: whyNone(
              role,
              free(() => true),
            ),
          },
    );
    return null;
  };

  const weightNamed = free((column) => namesWeight(column.name) && isWeight(column));
  const counts = countsOf(
    free(() => true),
    columns,
  );
  let weight = given.weight;
  const mayWeigh = ({ name }: Column) => namesWeight(name) || namesCount(name);
  const weighing = answers.weight === null ? [] : free(mayWeigh);
  const marks = marksAsk(weight ? [weight] : weighing);
  if (marks) asks.push(marks);
  else if (answers.weight === undefined && weightNamed.length + counts.open.length > 0) {
    const sure = weightNamed.filter((column) => !mayBeBody(column, columns));
    if (sure.length > 0) weight = only('weight', sure, []);
    else if (counts.sure) weight = only('weight', [counts.sure], []);
    else
      asks.push(counts.open.length > 0 ? countAsk(counts.open, weightNamed) : bodyAsk(weightNamed));
  }
  notes.push(...countNotes(weight));
  const named = sidedOf(free(({ name }) => namesDecision(name)));
  const isScored = free((column) => namesScore(column.name) || saysPrediction(column.name));
  // “Hired” and “Not hired” are a decision, whatever the column is called.
  const told = named.length + isScored.length > 0 ? [] : free(holdsDecisions);
  const decisions = named.length > 0 ? named : told;
  const binaryScores = free(
    (column) =>
      namesModelScore(column.name) &&
      !namesLabel(column.name) &&
      isTwo(column) &&
      !decisions.includes(column),
  );
  const deciding = decisions.length > 0 ? decisions : binaryScores;
  let label = given.label;
  if (!label && answers.label !== null)
    label = labelOf(
      free((column) => !deciding.includes(column)),
      { only, ask, notes },
    );
  const decided = deciding.filter((column) => column !== label);
  const scores = free((column) => namesScore(column.name) && isScore(column) && !isTwo(column));
  let decision = given.decision;
  let score = given.score;
  const foretold = free(
    (column) => saysPrediction(column.name) && isScore(column) && !isTwo(column),
  );
  if (!decision && !score) {
    const others = likelyDecisions(free(() => true));
    if (decided.length + scores.length === 0 && foretold.length > 0) ask('score', foretold);
    else if (decided.length === 0 && scores.some(({ name }) => namesModelScore(name)))
      score = only('score', modelsFirst(scores), []);
    else if (decided.length === 0 && scores.length > 0)
      ask('decision', [...new Set([...others.filter((one) => !scores.includes(one)), ...scores])], {
        why: ownResult(scores[0]!),
      });
    else if (decided.length === 1 || scores.length === 0 || decisions.length > 1)
      decision = only('decision', decided, others);
    else decision = only('decision', decided, scores);
  }
  // What alone can be the label is no group.
  const otherwiseAsked = ({ name }: Column) =>
    asks.some(({ role, candidates }) => role === 'label' && candidates.join() === name);
  const takeGroup = (): Column | null => {
    const named = wordsFirst(free((column) => namesGroup(column.name) && isGrouping(column)));
    const rivals = free(mayGroup);
    const lone = named.length === 1 && rivals.length === 1;
    const group = only(
      'group',
      lone ? [...named, ...rivals] : named,
      groupCandidates(free((column) => isGrouping(column) && !otherwiseAsked(column))),
    );
    if (group && rivals.length > 0)
      notes.push(
        `Compared by “${group.name}”, as its name says groups. Other columns of few words may be groups too: ${rivals.map(({ name }) => `“${name}”`).join(', ')}.`,
      );
    return group;
  };
  const groups =
    given.groups.length > 0 ? given.groups : [takeGroup()].filter((one) => one !== null);
  for (const column of groups) {
    const mark = groupMarkAsk(column, columns);
    if (!mark) notes.push(...groupMarkNotes(column));
    else if (!asks.some((one) => one.mark === mark.mark)) asks.push(mark);
  }
  const cut = (score && answers.thresholds?.[score.name]) ?? answers.threshold;
  const threshold = score ? thresholdOf(score, cut, asks) : usualThreshold;
  notes.push(...thresholdNotes(decision, score, cut));
  const doubted = new Map([label, decision].map((one) => [one, one && withDoubt(one, answers)]));
  label = doubted.get(label) ?? null;
  decision = doubted.get(decision) ?? null;
  const sides = sidesAsked({ label, decision, score }, answers, asks);
  for (const column of [label, decision]) notes.push(...blanksNotes(column, sides));
  for (const name of Object.keys({ ...answers.ones, ...answers.zeros })) find(name);
  const read = columns.map((column) => doubted.get(column) ?? column);
  const wrong = twoRoles(given) ?? wideCounts(columns, decision) ?? wrongSides(read, answers);
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
      asks.length + unknown.length === 0 && !wrong && main && groups.length > 0
        ? {
            ...{ label, decision: main, kind: decision ? 'prediction' : 'score' },
            ...{ groups: groups.slice(0, 2), weight, threshold, sides },
          }
        : null,
  };
}

/** A weight may be what somebody weighs, and rates would then be weighted by it without a sense. */
const bodyAsk = (weights: readonly Column[]): Ask => ({
  ...{ role: 'weight', column: null, candidates: [noColumn, ...weights.map(({ name }) => name)] },
  why: `“${weights[0]!.name}” may say how many people a row stands for, or what somebody or something weighs.`,
});

const modelsFirst = (scores: readonly Column[]): Column[] =>
  [...scores].sort((a, b) => Number(namesModelScore(b.name)) - Number(namesModelScore(a.name)));

const ownResult = ({ name }: Column) =>
  `“${name}” may be somebody’s own result, by which nothing was decided.`;

/** A threshold that is not used, or that nobody or everybody passes. */
function thresholdNotes(decision: Column | null, score: Column | null, given?: number): string[] {
  if (given === undefined) return [];
  if (decision && !score)
    return [`The threshold is not used: “${decision.name}” holds decisions and no scores.`];
  const range = score?.range;
  if (!range || (given >= range.low.value && given <= range.high.value)) return [];
  const hint = score.percent ? ' Per cents are read as hundredths: 50% is 0.5.' : '';
  return [
    `The threshold ${given} lies outside the scores of “${score.name}”, ${range.low.value} to ${range.high.value}.${hint}`,
  ];
}

/** Scores from 0 to 1 are cut in the middle unless somebody says where; of others only somebody knows. */
function thresholdOf(score: Column, given: number | undefined, asks: Ask[]): number {
  // Where −99 may be a mark, the middle of the numbers says nothing.
  const mark = outcomeMarkAsk(score);
  if (mark) asks.push(mark);
  if (mark) return given ?? usualThreshold;
  if (given !== undefined) return given;
  const { range } = score;
  if (!range || (range.low.value >= 0 && range.high.value <= 1)) return usualThreshold;
  const middle = (range.low.value + range.high.value) / 2;
  const rounded = score.whole ? Math.round(middle) : Number(middle.toPrecision(2));
  asks.push({ role: 'threshold', column: score.name, candidates: [String(rounded)] });
  return rounded;
}
