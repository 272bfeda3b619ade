import type { Ask, Column } from '../../data/column.ts';
import { missingMark } from '../../data/cells.ts';
import { sameValue, usualOther } from '../../data/two-values.ts';
import type { Wanted } from '../../data/read-columns.ts';
import { shown } from '../../data/problem.ts';
import type { Sides } from './own-direction.ts';
import type { OwnAnswers } from './own-roles.ts';

/** Says that the cells without a value count as 1 or as 0. */
export const blanks = 'blanks';
const show = (n: number) => n.toLocaleString('en-US');
const cells = (n: number) => `${show(n)} ${n === 1 ? 'cell' : 'cells'}`;

/**
 * Whether a column holds one value and cells without one: who is marked, and nobody else. Read as it stands, all of whom anything is known
 * are selected.
 */
export const isMarked = ({ values, filled, missing, kind }: Column): boolean =>
  missing > 0 &&
  filled > 0 &&
  kind !== 'time' &&
  kind !== 'id' &&
  values !== null &&
  new Set(values.map(({ value }) => sameValue(value))).size === 1;

/** A column that holds one value and a word such as “unknown”, apart. Null for any other. */
function doubted({ two, values, kind }: Column) {
  if (two === null || values === null || kind !== 'two-valued') return null;
  const isDoubtful = ({ value }: { value: string }) => missingMark(value) === 'among others';
  const doubtful = values.filter(isDoubtful);
  const sure = values.filter((one) => !isDoubtful(one));
  const same = (some: typeof values) => new Set(some.map(({ value }) => sameValue(value))).size;
  return same(doubtful) === 1 && same(sure) === 1 ? { doubtful, sure } : null;
}

/**
 * A label or a decision of one value and a word such as “unknown” or “none”: that word may be the no, and may say that nothing is known.
 * Until somebody says that it is a value, it is read as a blank, and what blanks mean is asked.
 */
export function withDoubt(column: Column, { ones, zeros }: OwnAnswers): Column {
  const found = doubted(column);
  if (found === null) return column;
  const { doubtful, sure } = found;
  const word = doubtful[0]!.value;
  const value = sure[0]!.value;
  const says = (said: readonly string[] | undefined, one: string) =>
    said?.some((given) => sameValue(given) === sameValue(one)) ?? false;
  const isOne = says(ones?.[column.name], word);
  if (isOne || says(zeros?.[column.name], word)) {
    const [one, zero] = isOne ? [word, value] : [value, word];
    const two = { one: sameValue(one), zero: sameValue(zero), oneWord: one, zeroWord: zero };
    return { ...column, two: { ...two, told: true } };
  }
  const unknown = doubtful.reduce((sum, { count }) => sum + count, 0);
  const rows = [column.firstMissing, ...doubtful.map(({ row }) => row)].filter((row) => row > 0);
  return {
    ...column,
    values: sure,
    distinct: sure.length,
    filled: column.filled - unknown,
    missing: column.missing + unknown,
    marks: [...column.marks, ...doubtful.map((one): [string, number] => [one.value, one.count])],
    firstMissing: Math.min(...rows),
    two: usualOther(value),
  };
}

/** As what blank cells count, as somebody said. As 1 where both was said: that was asked later. Null where nothing was. */
export function blanksAs({ name }: Column, { ones, zeros }: OwnAnswers): 0 | 1 | null {
  if (ones?.[name]?.includes(blanks)) return 1;
  return zeros?.[name]?.includes(blanks) ? 0 : null;
}

/** Asks what blank cells mean beside one value. Null where that was said, or where there are two. */
export function blanksAsk(column: Column, answers: OwnAnswers): Ask | null {
  const { name, two, values, kind } = column;
  if (!isMarked(column) || blanksAs(column, answers) !== null) return null;
  const { value } = values![0]!;
  // Beside a 0, blanks may be the 1.
  const isNo = two !== null && sameValue(value) === two.zero;
  if ((isNo ? answers.ones : answers.zeros)?.[name]) return null;
  const other = two && (isNo ? two.oneWord : two.zeroWord);
  const word = column.marks.find(([mark]) => missingMark(mark) === 'among others')?.[0];
  if (kind === 'two-valued' && word !== undefined) return wordAsk(column, { isNo, word, other });
  return {
    role: isNo ? 'positive' : 'negative',
    column: name,
    candidates: [blanks, ...(other === null ? [] : [other])],
    why:
      `“${name}” holds ${shown(value)} in ${cells(column.filled)}, and ${cells(column.missing)} ${column.missing === 1 ? 'has' : 'have'} no value. ` +
      `If a blank counts as ${isNo ? 1 : 0}, the answer is “${blanks}”. If nothing is known there, ${other === null ? 'choose another column' : `the answer is ${shown(other)}`}.`,
  };
}

/** Asks what a word such as “unknown” means beside one value. */
const wordAsk = (
  { name, filled, missing, values }: Column,
  { isNo, word, other }: { isNo: boolean; word: string; other: string | null },
): Ask => ({
  role: isNo ? 'positive' : 'negative',
  column: name,
  candidates: [word, ...(other === null ? [] : [other])],
  why:
    `“${name}” holds ${shown(values![0]!.value)} in ${cells(filled)}, and ${cells(missing)} ${missing === 1 ? 'holds' : 'hold'} ${shown(word)} or nothing. ` +
    `If ${shown(word)} counts as ${isNo ? 1 : 0}, the answer is ${shown(word)}. If nothing is known there, ${other === null ? 'choose another column' : `the answer is ${shown(other)}`}.`,
});

/** A column whose blank cells are one of its two values. */
export function withBlanks(column: Column, answers: OwnAnswers): Column {
  if (blanksAs(column, answers) === null || !isMarked(column)) return column;
  const value = column.values![0]!.value;
  const isNo = column.two !== null && sameValue(value) === column.two.zero;
  const one = isNo ? blanks : value;
  const zero = isNo ? value : blanks;
  const two = { zero, one, zeroWord: zero, oneWord: one, told: true };
  return { ...column, two };
}

/** How a column is read whose blank cells count as 1 or as 0. */
export function blanksWanted(
  column: Column,
  { one, zero, blanks: as }: Sides[string],
): Extract<Wanted, { as: 'two' }> {
  const marks = column.marks.map(([mark]) => mark);
  const read = (values: readonly string[], mine: 0 | 1) => [
    ...values.filter((value) => value !== blanks),
    ...(as === mine ? marks : []),
  ];
  return {
    ...{ as: 'two', column: { ...column, marks: [], missing: 0, two: null } },
    one: read(one, 1),
    ...(zero && { zero: read(zero, 0) }),
  };
}

/** What blank cells were counted as. */
export function blanksNotes(column: Column | null, sides: Sides): string[] {
  const as = column && sides[column.name]?.blanks;
  if (as === null || as === undefined || column!.missing === 0) return [];
  const { name, missing } = column!;
  return [
    `As was said, ${show(missing)} blank ${missing === 1 ? 'cell' : 'cells'} of “${name}” ${missing === 1 ? 'counts' : 'count'} as ${as}.`,
  ];
}
