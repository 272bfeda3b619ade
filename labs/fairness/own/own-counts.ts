import type { Ask, Column } from '../../data/column.ts';
import { parseNumber, type Decimal } from '../../data/numbers.ts';
import { CsvProblem, shown } from '../../data/problem.ts';
import { noColumn } from './own-label.ts';
import { isWeight } from './own-fits.ts';
import { namesCount, namesDecision } from './own-names.ts';

/** A table of counts is read as the people whom it counts. More of them than this are too many to hold. */
const mostPeople = 10_000_000;

/** Whether a column may say how many people each row counts: by its name and its whole numbers. */
export const isCount = (column: Column): boolean =>
  namesCount(column.name) &&
  isWeight(column) &&
  column.whole &&
  column.range !== null &&
  column.range.low.value >= 0;

/** Names or numbers of rows, which tell no combination from another. */
const numbersRows = ({ kind, whole, distinct, filled, range }: Column): boolean =>
  kind === 'id' ||
  (kind === 'number' &&
    whole &&
    distinct === filled &&
    range !== null &&
    range.high.value - range.low.value + 1 === filled &&
    range.low.value <= 1);

/**
 * Whether a table counts people by `count`: every combination of its other columns’ values stands in one row. `no` where more rows are than
 * combinations, so that some are alike; `maybe` where some combinations have no row.
 */
function countsBy(count: Column, columns: readonly Column[]): 'yes' | 'maybe' | 'no' {
  const rows = count.filled + count.missing;
  const others = columns.filter((column) => column !== count && !numbersRows(column));
  const combinations = others.reduce(
    (product, { distinct, missing }) => product * (distinct + (missing > 0 ? 1 : 0)),
    1,
  );
  if (combinations < rows) return 'no';
  const even = others.every(
    ({ values, distinct, missing }) =>
      missing === 0 && (values?.every((one) => one.count * distinct === rows) ?? false),
  );
  return combinations === rows && even ? 'yes' : 'maybe';
}

/** Which column counts the people of each row: one that certainly does, or those that may. */
export function countsOf(
  named: readonly Column[],
  columns: readonly Column[],
): { sure: Column | null; open: Column[] } {
  const open = named.filter((column) => isCount(column) && countsBy(column, columns) !== 'no');
  const [first] = open;
  const sure = open.length === 1 && countsBy(first!, columns) === 'yes' ? first! : null;
  return { sure, open };
}

/** A column of numbers of people who were decided upon in one way, as a wide table of counts has it. */
const countsDecided = (column: Column): boolean =>
  namesDecision(column.name) &&
  column.kind === 'number' &&
  column.whole &&
  column.range!.low.value >= 0 &&
  column.range!.high.value > 1;

/**
 * What can’t be: a table that counts all people in one column and those who were selected in another. Which of them were not selected stands
 * in no row of it.
 */
export function wideCounts(
  columns: readonly Column[],
  decision: Column | null,
): { what: string; next: string; column: string } | null {
  if (decision && !countsDecided(decision)) return null;
  const selected = decision ?? columns.find(countsDecided);
  const hasDecision = columns.some(({ name, two }) => namesDecision(name) && two !== null);
  const all = columns.find(
    (one) =>
      one !== selected &&
      isCount(one) &&
      (selected?.range?.high.value ?? Infinity) <= one.range!.high.value,
  );
  if (!selected || !all || (hasDecision && !decision)) return null;
  return {
    what: `“${all.name}” and “${selected.name}” both count people: each row holds two outcomes.`,
    next:
      `Write one row for each outcome, with a column that says which, such as “${selected.name}” yes and no, and one that counts the people of it. ` +
      `Those of no are “${all.name}” less “${selected.name}”.`,
    column: selected.name,
  };
}

/** Whether each row is one person or many has to be known: without the counts all rates are wrong. */
export const countAsk = (counts: readonly Column[], others: readonly Column[]): Ask => ({
  ...{ role: 'weight', column: null },
  candidates: [...counts, ...others].map(({ name }) => name).concat(noColumn),
  why: `“${counts[0]!.name}” may say how many people a row stands for. If each row is one person, the answer is “${noColumn}”.`,
});

/**
 * How a count or a weight such as `1.200` is to be read, where it may be over a thousand or hardly more than one: all rates depend on it. Null
 * where it is plain.
 */
export function marksAsk(weights: readonly Column[]): Ask | null {
  const open = weights.find(({ openMark }) => openMark !== undefined);
  if (!open) return null;
  const cell = open.openMark!;
  const [large, small] = cell.includes(',') ? ['.', ','] : [',', '.'];
  const read = (mark: string) => parseNumber(cell, mark as Decimal).toLocaleString('en-US');
  return {
    role: 'decimal',
    column: open.name,
    candidates: namesCount(open.name) ? [large, small] : [small, large],
    why: `${shown(cell)} in “${open.name}” is ${read(large)} where “${large}” is the decimal mark, and ${read(small)} where “${small}” is.`,
  };
}

/** What is said where rows are counted so. */
export const countNotes = (weight: Column | null): string[] =>
  weight && isCount(weight) ? [`Each row counts for as many people as “${weight.name}” says.`] : [];

/** Each row as often as it counts people. Throws a CsvProblem where they are too many. */
export function repeated(rows: Uint32Array, counts: Float64Array, name: string): Uint32Array {
  const total = rows.reduce((sum, row) => sum + counts[row]!, 0);
  if (total > mostPeople)
    throw new CsvProblem({
      what: `The counts in “${name}” add up to ${total.toLocaleString('en-US')} people. At most ${mostPeople.toLocaleString('en-US')} can be read.`,
      next: 'Divide the counts by 100, round them, and choose the new file.',
    });
  const all = new Uint32Array(total);
  let at = 0;
  for (const row of rows) {
    all.fill(row, at, at + counts[row]!);
    at += counts[row]!;
  }
  return all;
}
