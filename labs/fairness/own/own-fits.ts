import type { Column } from '../../data/column.ts';
import { saysAmount, saysId } from '../../data/names.ts';
import { areAmounts, areSchoolClasses, sameValue } from '../../data/two-values.ts';
import { isMarked } from './own-blanks.ts';
import { hasCodeBeside } from './own-marks.ts';
import {
  namesCount,
  namesDecision,
  namesGroup,
  namesLabel,
  namesScore,
  namesWeight,
  saysBody,
  saysDecision,
  saysHeight,
} from './own-names.ts';

const mostGroupValues = 500;
/** A column of more values than this holds no codes of an outcome, nor does one of larger numbers. */
const mostCodes = 12;
const largestCode = 20;

export const isTwo = (column: Column): boolean =>
  column.two !== null && column.kind !== 'time' && column.kind !== 'id';

/** Whether its values are decisions, such as “hired” and “not hired”, “aprobado” and “rechazado”. */
export const holdsDecisions = (column: Column): boolean =>
  isPair(column) &&
  column.two!.told &&
  [column.two!.oneWord, column.two!.zeroWord].some(saysDecision) &&
  !namesGroup(column.name);

/** Both values occur: nobody is asked about a column that always says the same. */
const isPair = (column: Column): boolean => isTwo(column) && column.kind === 'two-valued';

export const isScore = (column: Column): boolean => column.kind === 'number';

/**
 * Two numbers may be weights as well as many: those of two strata. One that is negative is taken too, and refused by its row: a weight
 * that is passed over would change what is found.
 */
export const isWeight = ({ kind, decimal }: Column): boolean =>
  kind === 'number' || (kind === 'two-valued' && decimal !== null);

/** What people weigh, in kilograms or pounds: from a child to the heaviest. Weights of a survey are around 1, or in hundreds and more. */
const [lightest, heavy, heaviest] = [2, 20, 700];
/** Newborns, cars and the like: all well above 1, and no one many times the lightest. Weights of a survey go down to 1, or spread more. */
const [clearOfOne, mostTimes] = [1.5, 5];

/** Whether a weight may be what somebody weighs: by its name, and by its numbers or a height beside it. */
export function mayBeBody({ name, range }: Column, columns: readonly Column[]): boolean {
  if (!saysBody(name) || range === null) return false;
  const [low, high] = [range.low.value, range.high.value];
  return (
    columns.some((column) => saysHeight(column.name)) ||
    (low >= lightest && high >= heavy && high <= heaviest) ||
    (low >= clearOfOne && high / low < mostTimes)
  );
}

const pairs = ['0 1', 'no yes', 'false true'].map((pair) => pair.split(' '));

/**
 * Whether a column holds three or more codes of an outcome, such as `<30`, `>30` and `NO`: which of them count as 1 has to be said. Not
 * where a usual pair is among them: what stands beside 0 and 1 is a mistake.
 */
export function isCoded({ two, values, filled, kind, whole, range }: Column): boolean {
  if (two !== null || values === null || values.length < 3 || values.length > mostCodes)
    return false;
  if (kind === 'time' || kind === 'id' || (kind === 'number' && !whole)) return false;
  if (kind === 'number' && (range!.low.value < 0 || range!.high.value > largestCode)) return false;
  const all = new Set(values.map(({ value }) => sameValue(value)));
  return filled >= 3 * values.length && !pairs.some((pair) => pair.every((one) => all.has(one)));
}

/** A column of one value groups nobody. */
export const isGrouping = ({ kind, whole, distinct }: Column): boolean => {
  if (distinct < 2) return false;
  const few = distinct <= 20;
  return (
    kind === 'category' ||
    kind === 'two-valued' ||
    (kind === 'number' && whole && few) ||
    (kind === 'text' && few)
  );
};

/** Crosses and blanks, or a yes and blanks. One word and blanks may be a subject that not everybody has. */
const isCrossed = (column: Column): boolean =>
  isMarked(column) &&
  column.values!.every(({ value }) => column.two !== null || /^[^\d\s]{1,2}$/u.test(value));

/** Whether a column may be an outcome or a decision although its name does not say so: two values that name no group and no thing. */
const mayBeOutcome = (column: Column): boolean =>
  (isPair(column) || isCrossed(column) || hasCodeBeside(column)) &&
  !namesGroup(column.name) &&
  !saysId(column.name) &&
  !areAmounts(column);

/** Whether numbers may be chances: all from 0 to 1, not only whole ones. */
const mayBeChance = ({ name, kind, range, whole }: Column): boolean =>
  kind === 'number' &&
  !whole &&
  !saysAmount(name) &&
  range !== null &&
  range.low.value >= 0 &&
  range.high.value <= 1;

const hasOtherRole = (column: Column) => {
  const { name } = column;
  const isOutcome = namesLabel(name) && !areSchoolClasses(column);
  return isOutcome || namesDecision(name) || namesScore(name) || namesWeight(name);
};

/** Whether a column may well be groups although its name does not say so: few words that are no yes and no. */
export const mayGroup = (column: Column): boolean =>
  isGrouping(column) &&
  !hasOtherRole(column) &&
  !namesGroup(column.name) &&
  (column.kind === 'category' || (column.kind === 'two-valued' && !column.two!.told)) &&
  column.distinct <= 20;

/** The columns of two values; where there are none, those of one value and blanks; else those of codes, or of a code beside two values. */
export function sidedOf(columns: readonly Column[]): Column[] {
  const likely = [isTwo, isMarked, isCoded, hasCodeBeside].map((fits) => columns.filter(fits));
  return likely.find((some) => some.length > 0) ?? [];
}

const isTold = (column: Column) => isMarked(column) || (column.two?.told ?? hasCodeBeside(column));

/** What may have turned out, where no name says so: a yes and a no; any two values where there is none. */
export function likelyLabels(columns: readonly Column[]): Column[] {
  const pairs = columns.filter(mayBeOutcome);
  const told = pairs.filter(isTold).sort((a, b) => Number(isMarked(a)) - Number(isMarked(b)));
  return told.length > 0 ? told : pairs;
}

/** What may have been decided: a yes and a no first, then what may be scores. What is named like a label comes last. */
export const likelyDecisions = (columns: readonly Column[]): Column[] => {
  const place = (column: Column) => (namesLabel(column.name) ? 2 : 0) + (isPair(column) ? 0 : 1);
  const scored = (column: Column) =>
    isScore(column) && (namesScore(column.name) || mayBeChance(column));
  return columns
    .filter((column) => (mayBeOutcome(column) && isTold(column)) || scored(column))
    .sort((a, b) => place(a) - place(b));
};

/** Columns of few values first: they are the likelier groups. How much and how many are none. */
export const groupCandidates = (columns: readonly Column[]): Column[] =>
  columns
    .filter(
      (column) =>
        column.distinct <= mostGroupValues &&
        !hasOtherRole(column) &&
        !(column.kind === 'number' && (saysAmount(column.name) || namesCount(column.name))) &&
        !areAmounts(column),
    )
    .sort((a, b) => rank(a) - rank(b) || a.distinct - b.distinct);

/** Words first: few ages may stand beside a sex. */
export const wordsFirst = (columns: readonly Column[]): Column[] =>
  [...columns].sort((a, b) => rank(a) - rank(b));

const rank = (column: Column) => (column.kind === 'number' || (column.two?.told ?? false) ? 1 : 0);
