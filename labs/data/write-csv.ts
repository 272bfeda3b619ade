import Papa from 'papaparse';

/** What may stand in a cell. An unknown value is an empty cell. */
export type CsvCell = string | number | null;

/** Without it Excel takes a UTF-8 file for another encoding. */
export const byteOrderMark = '\uFEFF';

/**
 * Text that a spreadsheet would run: it begins with = + - @, even behind spaces, or with a sign that some spreadsheets skip. The wide
 * forms are what some keyboards of East Asia type; spreadsheets take them for the narrow ones.
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]|^\s+[=+\-@]/;

/**
 * A table as CSV (RFC 4180: commas, CRLF, quotes doubled). Names and answers come from strangers: text that a spreadsheet could take for
 * a formula gets an apostrophe in front. A number never does: it can't be a formula. A number that is not finite is an empty cell.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  const cells = rows.map((row) => row.map(cellOf));
  return `${Papa.unparse(cells, { newline: '\r\n', escapeFormulae: formula })}\r\n`;
}

const cellOf = (cell: CsvCell): CsvCell =>
  typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;
