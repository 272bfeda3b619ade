/** Rows below a table that belong to it no more than its title does. */
export interface Footer {
  /** The first of them, as a spreadsheet counts rows. */
  row: number;
  /** What they say. */
  words: string[];
}

/** A row and its number. */
export interface NumberedRow {
  cells: readonly string[];
  row: number;
}

/** Rows at the end that may be a footer: a sum, and perhaps a line or two below it. */
export const mostFooterRows = 3;
const fewestColumns = 3;

/** A sum of all rows, as it is called where it has a row of its own. */
const sum =
  /^(grand |sub)?(totals?|sums?)( general)?:?$|^(gesamt(summe)?|summe|insgesamt|suma|somme|totale|totaal|ensemble|averages?|mean|mittelwert|durchschnitt):?$/i;
/** A line about the table. */
const remark =
  /^(end|ende|fin|fine)( (of|des|der|du|de|del|della|dell.)\b|$)|^(source|quelle|fuente|fonte|notes?|hinweis|anmerkung|nota|generated|created|exported|printed|erstellt|exportiert|stand|generado|page|seite|página)\b|^(©|\(c\)|\*|--)|^[\d.,]+ (rows?|records?|lines?|entries|zeilen|filas|lignes|righe)\b|\b(report|rows|records)\b.*\b[\d.,]+|\b[\d.,]+ (rows|records)\b/i;

/** Whether most of a row's cells are blank and the first says that it is a sum or a remark. */
function isFooter(cells: readonly string[], width: number): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const first = cells[0]?.trim() ?? '';
  if (first === '' || width < fewestColumns || cells.length > width) return false;
  if (filled.length === 1) return sum.test(first) || remark.test(first);
  return sum.test(first) && 3 * filled.length <= 2 * width;
}

/** The footer among the last rows of a table of so many columns; null where there is none. */
export function footerOf(last: readonly NumberedRow[], width: number): Footer | null {
  let from = last.length;
  while (from > 0 && isFooter(last[from - 1]!.cells, width)) from--;
  const rows = last.slice(from);
  if (rows.length === 0) return null;
  const words = rows.map(({ cells }) =>
    cells
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '')
      .join(', '),
  );
  return { row: rows[0]!.row, words };
}

/** That a footer was left out. */
export const footerNote = ({ row, words }: Footer): string =>
  `Below the table stands ${words.map((one) => `“${one.slice(0, 60)}”`).join(', ')}, from row ${row.toLocaleString('en-US')} on: ` +
  `${words.length === 1 ? 'it is no row of the table and is' : 'they are no rows of the table and are'} left out.`;
