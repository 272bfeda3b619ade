import { missingMark, trimCell } from './cells.ts';
import type { Column } from './column.ts';
import { numberShape } from './numbers.ts';
import { CsvProblem } from './problem.ts';
import { timeShape } from './times/parse.ts';

/** More columns than this can't be mapped by hand. */
export const maxColumns = 1_000;

/** Which cells of a row belong to which column. */
export interface Layout {
  /** Whether the first row names the columns. */
  header: boolean;
  /** Whether rows are one cell longer than the header: their first cell is their name. */
  rowNames: boolean;
  /** Whether the header has no name for the first cell of a row: the names or the numbers of rows stand there. */
  firstUnnamed: boolean;
  /** A name for each cell of a row, none twice. */
  names: string[];
  notes: string[];
}

/** How the rows fit the first one. `first` is the file's first row, `rows` some that follow. */
export function layoutOf(first: readonly string[], rows: readonly (readonly string[])[]): Layout {
  let header = first.map((name) => name.replace(/\s+/g, ' ').trim());
  const notes: string[] = [];
  const longer = rows.length > 0 && rows.every((cells) => cells.length === header.length + 1);
  const trailing = longer && rows.every((cells) => cells.at(-1)!.trim() === '');
  if (trailing) notes.push('Every row ends with a separator: the empty cell after it is left out.');
  const rowNames = longer && !trailing;
  if (rowNames) {
    header = ['', ...header];
    notes.push(
      'Rows are one cell longer than the header: the first cell is taken for the row’s name.',
    );
  }
  const firstUnnamed = header[0] === '';
  return { header: true, rowNames, firstUnnamed, names: named(header, notes), notes };
}

/** Names for columns that have none, and different ones for those that share one. */
function named(header: readonly string[], notes: string[]): string[] {
  const taken = new Set(header);
  const seen = new Set<string>();
  return header.map((raw, i) => {
    if (raw !== '' && !seen.has(raw)) {
      seen.add(raw);
      return raw;
    }
    let name = raw === '' ? `column ${i + 1}` : '';
    for (let k = 2; name === '' || seen.has(name) || (name !== raw && taken.has(name)); k++)
      name = raw === '' ? `column ${i + 1} (${k})` : `${raw} (${k})`;
    seen.add(name);
    notes.push(
      raw === ''
        ? `Column ${i + 1} has no name and is called “${name}”.`
        : `Column ${i + 1} is named “${raw}” like one before it and is called “${name}”.`,
    );
    return name;
  });
}

/** The layout of a file whose first row is a row like the others: columns get numbers. */
export const numbered = (width: number): Layout => ({
  header: false,
  rowNames: false,
  firstUnnamed: false,
  names: Array.from({ length: width }, (_, i) => `column ${i + 1}`),
  notes: ['The first row looks like data, so the columns are numbered and it is counted as a row.'],
});

/** Refuses a header that can't be shown. */
export function checkHeader(header: readonly string[]): void {
  if (header.length <= maxColumns) return;
  throw new CsvProblem({
    what:
      `Row 1 names ${header.length.toLocaleString('en-US')} columns; at most ` +
      `${maxColumns.toLocaleString('en-US')} can be mapped. The first too many is ` +
      `${`“${header[maxColumns]!.slice(0, 40)}”`}.`,
    row: 1,
    column: header[maxColumns],
    next: 'Export only the columns that matter: the time, the label, whose row it is, and some features.',
  });
}

/**
 * Whether a row has as many cells as the layout, or blank ones after them. Throws where it has not:
 * cells would slide into other columns.
 */
export function checkWidth(cells: readonly string[], width: number, row: number): void {
  if (cells.length === width) return;
  if (cells.length > width && cells.slice(width).every((cell) => cell.trim() === '')) return;
  throw new CsvProblem({
    what: `Row ${row.toLocaleString('en-US')} has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header has ${width}.`,
    row,
    next:
      cells.length === 1 && width > 2
        ? 'If it is a title, a note or a sum that is no row of the table, take the line out. ' +
          'Else put that row right. Then choose the file again.'
        : 'A cell with a comma or a line break in it must stand in quotation marks. Put that row right and choose the file again.',
  });
}

const blank = (cell: string) => missingMark(cell) !== null;
const isNumber = (cell: string) => numberShape(cell) > 0;
const isTime = (cell: string) => timeShape(cell) > 0;

/**
 * Whether the first row looks like the rows below it: no cell of it stands out in its column, and it is neither all words that the columns
 * never hold nor the numbers of the columns.
 */
export function looksLikeData(first: readonly string[], columns: readonly Column[]): boolean {
  const cells = first.map(trimCell);
  if (cells.length < 1 || columns.length !== cells.length || countsUp(cells)) return false;
  let alike = 0;
  for (const [at, column] of columns.entries()) {
    const cell = cells[at]!;
    if (column.filled === 0) {
      if (cell !== '') return false;
      continue;
    }
    if (blank(cell)) {
      if (cell === '') continue;
      return false;
    }
    const known = column.values?.some(({ value }) => value === cell) ?? false;
    if (known) {
      alike++;
      continue;
    }
    if (column.kind === 'time' || column.time !== null) {
      if (!isTime(cell)) return false;
      alike++;
    } else if (column.decimal !== null && column.strays.length === 0) {
      if (!isNumber(cell)) return false;
      // A year as a column’s name is a number too; a number with a part is none.
      if (!/^(19|20)\d\d$/.test(cell)) alike++;
    } else {
      // A column of words: its first cell must look like the others.
      if (!column.examples.some((example) => pattern(example) === pattern(cell) && /\d/.test(cell)))
        return false;
      alike++;
    }
  }
  return alike >= Math.max(1, columns.length / 2);
}

/** 0, 1, 2 … or 1, 2, 3 …: numbers that a program gave to columns without names. */
function countsUp(cells: readonly string[]): boolean {
  const named = cells[0] === '' ? cells.slice(1) : cells;
  if (named.length < 2 || !(named[0] === '0' || named[0] === '1')) return false;
  return named.every((cell, i) => Number(cell) === Number(named[0]) + i);
}

const pattern = (cell: string) =>
  cell
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\d+/g, '0');
