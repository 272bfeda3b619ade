/** What may stand in a cell. Numbers are written as they are; text that a spreadsheet could take for a formula is made plain text. */
export type Cell = string | number | null;

/**
 * A table as CSV (RFC 4180: commas, CRLF, quotes doubled), in UTF-8 with a byte order mark, without which Excel takes it for another
 * encoding. Names and answers come from strangers, and a spreadsheet runs a cell that begins with = + - @ as a formula: such text gets an
 * apostrophe in front. A number never does: it can't be a formula.
 */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  // The wide forms are what some keyboards of East Asia type; spreadsheets take them for the narrow ones.
  const plain = /^[=+\-@\t\r\n＝＋－＠]|^\s+[=+\-@]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
