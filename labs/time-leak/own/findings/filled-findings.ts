import { mostExamples, show, type Finding } from '../finding.ts';
import type { LeakTable } from '../leak-table.ts';
import { positivesOf } from '../enough.ts';

/** A side of fewer cells tells nothing. */
const fewestCells = 10;
/** How likely all cells of one side may have one label by chance. */
const byChance = 1e-4;

/**
 * Columns that are filled in, or left blank, only where the label is one of the two: so are a date of cancellation, a reason, a refund.
 * A question: only somebody who knows the table can tell when they are filled in. Columns that `known` findings question already are
 * left out.
 */
export function filledFindings(table: LeakTable, known: readonly Finding[]): Finding[] {
  const asked = new Set(
    known.filter(({ kind }) => kind !== 'note').flatMap(({ columns }) => columns),
  );
  const columns = [
    ...table.features.map(({ name, values }) => ({
      name,
      filled: (row: number) => !Number.isNaN(values[row]!),
    })),
    ...table.left.map(({ name, filled }) => ({ name, filled: (row: number) => filled[row] === 1 })),
  ];
  // That values are newer says nothing of rows in which no time is written: a column of times is looked at all the same.
  const times = new Map(
    table.features.flatMap(({ written }) =>
      written?.refused === null ? [[written.column, written.at] as const] : [],
    ),
  );
  const ones = positivesOf(table);
  const shares = [1 - ones / table.rows, ones / table.rows];
  return [
    ...columns.filter(({ name }) => !asked.has(name)),
    ...Array.from(times, ([name, at]) => ({
      name,
      filled: (row: number) => !Number.isNaN(at[row]!),
    })),
  ].flatMap(({ name, filled }) => oneSided(table, { name, filled, shares }));
}

function oneSided(
  table: LeakTable,
  { name, filled, shares }: { name: string; filled: (row: number) => boolean; shares: number[] },
): Finding[] {
  const counts = [
    [0, 0],
    [0, 0],
  ];
  for (let i = 0; i < table.rows; i++) counts[Number(filled(i))]![table.label[i]!]! += 1;
  for (const side of [1, 0]) {
    const label = counts[side]![0] === 0 ? 1 : 0;
    const cells = counts[side]![label]!;
    const others = counts[1 - side]!;
    if (counts[side]![1 - label]! > 0 || cells < fewestCells || others[0]! + others[1]! === 0)
      continue;
    if (shares[label]! ** cells > byChance) continue;
    const [is, row] = [side === 1 ? 'filled in' : 'blank', `“${table.labelWords[label]}”`];
    return [
      {
        id: `filled ${name}`,
        kind: 'question',
        title: `${name}: ${is} only where the label is ${row} (${show(cells)} of ${show(cells + others[label]!)} such rows)`,
        detail:
          `So a cell that is ${is} tells the label. Is it filled in because of the label? ` +
          'Then nothing made from it was known at the moment of the row. A column with the time at which it is filled in would settle it.',
        columns: [name, table.labelName],
        rows: cells,
        examples: examplesOf(table, (row) => filled(row) === (side === 1), is),
      },
    ];
  }
  return [];
}

function examplesOf(table: LeakTable, fits: (row: number) => boolean, is: string) {
  const found: Finding['examples'] = [];
  for (let i = 0; i < table.rows && found.length < mostExamples; i++)
    if (fits(i))
      found.push({
        row: table.rowNumbers[i]!,
        words: `${is}; label ${table.labelWords[table.label[i]!]}`,
      });
  return found;
}
