import { CsvProblem } from './problem.ts';
import { guessDelimiter, readRecords } from './records.ts';
import { fittingFormats, type TimeFormat } from './times.ts';

/** More columns than this can't be mapped by hand. */
export const maxColumns = 1_000;
const sampleRows = 1_000;

export interface Column {
  name: string;
  /** What the first rows look like. */
  kind: 'number' | 'time' | 'two values' | 'text' | 'empty';
  /** For times and numbers: the formats that fit the first rows. */
  formats: TimeFormat[];
  /** Different values among the first rows, and a few of them. */
  distinct: number;
  examples: string[];
}

/** What the start of a file tells. */
export interface Peek {
  columns: Column[];
  delimiter: string;
  /** Rows looked at, the header not counted. */
  rows: number;
}

const number = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;

/** Reads the header and the first rows. Throws a CsvProblem where there is no table, or none that can be mapped. */
export async function peekCsv(file: Blob): Promise<Peek> {
  const start = await startOf(file);
  const header = start.rows[0];
  if (!header)
    throw new CsvProblem({
      what: 'The file holds only blank lines.',
      next: 'Export the table once more and choose the new file.',
    });
  checkHeader(header);
  const rows = start.rows.slice(1, 1 + sampleRows);
  if (rows.length === 0)
    throw new CsvProblem({
      what: 'Row 1 names the columns, and no row follows.',
      row: 1,
      next: 'Export the table with its rows.',
    });
  rows.forEach((cells, i) => checkWidth(cells, header.length, start.numbers[i + 1]!));
  return {
    columns: header.map((name, k) =>
      describe(
        name.trim(),
        rows.map((cells) => cells[k]!),
      ),
    ),
    delimiter: start.delimiter,
    rows: rows.length,
  };
}

async function startOf(
  file: Blob,
): Promise<{ rows: string[][]; numbers: number[]; delimiter: string }> {
  // The sign between cells is guessed once, from whole lines, and then used for the whole file.
  for await (const { rows, numbers } of readRecords(file, { delimiter: await delimiterOf(file) })) {
    if (rows.length > 0) return { rows, numbers, delimiter: await delimiterOf(file) };
  }
  return { rows: [], numbers: [], delimiter: ',' };
}

async function delimiterOf(file: Blob): Promise<string> {
  return guessDelimiter(await file.slice(0, 64 << 10).text());
}

function checkHeader(header: readonly string[]): void {
  if (header.length > maxColumns) {
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
  const places = new Map<string, number>();
  header.forEach((raw, i) => {
    const name = raw.trim();
    if (name === '')
      throw new CsvProblem({
        what: `Row 1: column ${i + 1} has no name.`,
        row: 1,
        column: String(i + 1),
        next: 'Give it a name in row 1, or leave it out of the export.',
      });
    const first = places.get(name);
    if (first !== undefined)
      throw new CsvProblem({
        what: `Row 1: columns ${first + 1} and ${i + 1} are both named “${name}”.`,
        row: 1,
        column: name,
        next: 'Rename one of them: which one is meant could not be told.',
      });
    places.set(name, i);
  });
}

/** A row that has more or fewer cells than there are columns can't be read: cells would slide into other columns. */
export function checkWidth(cells: readonly string[], width: number, row: number): void {
  if (cells.length === width) return;
  throw new CsvProblem({
    what: `Row ${row.toLocaleString('en-US')} has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header has ${width}.`,
    row,
    next: 'A cell with a comma or a line break in it must stand in quotation marks. Put that row right and choose the file again.',
  });
}

function describe(name: string, cells: readonly string[]): Column {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const values = new Set(filled);
  const formats = fittingFormats(filled);
  return {
    name,
    kind: kindOf(filled, values.size, formats),
    formats,
    distinct: values.size,
    examples: [...values].slice(0, 3),
  };
}

/** The kind of a column, from its cells that are not blank. */
function kindOf(
  filled: readonly string[],
  distinct: number,
  formats: readonly TimeFormat[],
): Column['kind'] {
  if (filled.length === 0) return 'empty';
  if (formats.some((format) => format !== 'number')) return 'time';
  if (distinct === 2) return 'two values';
  return filled.every((cell) => number.test(cell)) ? 'number' : 'text';
}
