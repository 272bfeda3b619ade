import { missingMark } from '../cells.ts';
import { numberShape } from '../numbers.ts';

/** More lines than this above a header are no title. */
const mostLines = 8;
/** Rows that have to agree below a title, the header among them. */
const fewestRows = 3;

/** Lines above the header that belong to no table. */
export interface TitleLines {
  /** Records before the header, blank lines among them. */
  records: number;
  /** What they say. */
  words: string[];
}

/** Cells of a line that may be a title; `1,234 rows, as of May` has three. */
const mostWords = 3;
/** Rows that have to have as many cells as the header; the others are told by their rows later. */
const mostFit = 0.9;

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');
const filledIn = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '');

/**
 * The title above a table, as reports and spreadsheets write one: lines of one cell or few, then rows that have the same number of cells,
 * the first of which names columns. `rows` are the first of a file, with blank lines, cut by one sign. Null where there is none: a list of
 * texts with commas in them looks nearly the same, so a blank line below the title or a column of numbers below the names has to tell.
 */
export function titleLines(rows: readonly (readonly string[])[]): TitleLines | null {
  const at = rows.findIndex((cells, i) => namesColumns(cells) && !standsAbove(rows, i));
  if (at < 1 || at > mostLines) return null;
  const header = rows[at]!;
  const above = rows.slice(0, at);
  const most = Math.min(mostWords, Math.max(1, header.length - 1));
  const isTitle = (cells: readonly string[]) =>
    isEmpty(cells) ||
    isComment(cells) ||
    (cells[0]!.trim() !== '' && filledIn(cells).length <= most);
  if (!above.every(isTitle) || above.every(isEmpty)) return null;
  const body = rows.slice(at + 1).filter((cells) => !isEmpty(cells));
  const fits = (cells: readonly string[]) =>
    cells.length >= header.length && isEmpty(cells.slice(header.length));
  if (1 + body.length < fewestRows || body.filter(fits).length < mostFit * body.length) return null;
  const words = above
    .filter((cells) => !isEmpty(cells))
    .map((cells) =>
      filledIn(cells)
        .map((cell) => cell.trim())
        .join(', '),
    );
  const parted = isEmpty(above.at(-1)!);
  return parted || hasNumbers(body, header.length) ? { records: at, words } : null;
}

/** Names: two or more, each cell filled, none a number, no two alike. */
const namesColumns = (cells: readonly string[]): boolean =>
  cells.length > 1 &&
  filledIn(cells).length === cells.length &&
  new Set(cells).size === cells.length &&
  cells.every((cell) => numberShape(cell.trim()) === 0);

/** Words behind a `#`; a name may begin with one too, so what is below has to tell. */
const isComment = (cells: readonly string[]) => /^#\s*\S/.test(cells[0]!.trim());

/**
 * Whether a row that could name columns is a title with commas in it: the rows below have more cells, and the next one could name columns.
 * A row of data below may be one cell longer than its header: its first cell is then its name.
 */
function standsAbove(rows: readonly (readonly string[])[], at: number): boolean {
  const cells = rows[at]!;
  const below = rows.slice(at + 1).filter((row) => !isEmpty(row));
  const next = below.find((row) => !isComment(row));
  if (next === undefined) return false;
  const widths = below.map((row) => row.length).sort((a, b) => a - b);
  const usual = widths[widths.length >> 1]!;
  const named = namesColumns(next) && next.every((cell) => missingMark(cell.trim()) === null);
  if (isComment(cells)) return named;
  return cells.length < usual && (named || cells.length + 1 < usual);
}

/** Whether nearly all cells of some column are numbers. */
function hasNumbers(body: readonly (readonly string[])[], width: number): boolean {
  return Array.from({ length: width }, (_, at) => at).some(
    (at) =>
      body.filter((cells) => numberShape((cells[at] ?? '').trim()) > 0).length >= 0.8 * body.length,
  );
}
