import Papa from 'papaparse';
import { fold } from './fold.ts';
import { isHeader } from './headings.ts';
import { splitMails } from './mails.ts';
import { isSuffix, joinSuffix } from './turn-name.ts';

/** A list of people as it was written, in columns. */
export interface PeopleList {
  /** What the columns are called; null where the list does not say. */
  header: string[] | null;
  /** The people, each with as many cells as there are columns. */
  rows: string[][];
}

/** So much of a list is read (characters): far more than any class is. */
export const longestList = 2_000_000;

/**
 * Reads a list of people that was pasted or opened: CSV with commas or semicolons, a spreadsheet's
 * tabs, `Name <mail>` as mail programs write it, `Last, First` on each line, or a name on each line.
 * Blank lines, bullets, numbering and a line of headings are no people.
 */
export function readPeople(text: string): PeopleList {
  const lines = text
    .slice(0, longestList)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .filter((line) => line.trim() !== '');
  if (lines.length === 0) return { header: null, rows: [] };
  const delimiter = delimiterOf(lines);
  const mails = splitMails(
    lines.map((line) => line.replace(bullet, '')),
    delimiter,
  );
  if (mails) return { header: ['Name', 'E-mail'], rows: mails };
  const rows = cells(lines, delimiter)
    .map((row) => row.map(tidy))
    .filter((row) => row.some((cell) => cell !== ''));
  const [first, ...others] = rows;
  if (first === undefined) return { header: null, rows: [] };
  const header = isHeader(first) ? first : null;
  const people = withSuffixes((header ? others : rows).filter(isPerson), header?.length ?? 0);
  const width = Math.max(header?.length ?? 0, ...people.map((row) => row.length));
  const even = (row: string[]) => [...row, ...Array<string>(width - row.length).fill('')];
  return { header: header && even(header), rows: people.map(even) };
}

/** Canvas writes the points that can be had under its headings. */
const isPerson = (row: readonly string[]): boolean => fold(row[0] ?? '') !== 'points possible';

/**
 * "Jr." is no column of its own where only some rows have it, or more cells than there are headings.
 * Where most have a "II", it is their section.
 */
function withSuffixes(rows: string[][], headings: number): string[][] {
  const isNumber = (cell: string) => isSuffix(cell) && /^i/i.test(cell);
  const numbered = rows.filter((row) => row.slice(1).some(isNumber)).length;
  if (rows.length > 1 && numbered * 2 > rows.length) return rows;
  return rows.map((row) => (headings === 0 || row.length > headings ? joinSuffix(row) : row));
}

/** Tabs before semicolons before commas: whatever most lines hold. */
const delimiterOf = (lines: readonly string[]): string | undefined =>
  ['\t', ';', ',', '،'].find(
    (sign) => lines.filter((line) => line.includes(sign)).length * 2 > lines.length,
  );

/** One line alone is a row of names. */
function cells(lines: readonly string[], delimiter: string | undefined): string[][] {
  if (delimiter === undefined) return lines.map((line) => [line]);
  const parsed = Papa.parse<string[]>(lines.join('\n'), { delimiter, skipEmptyLines: true }).data;
  const [first = []] = parsed;
  if (parsed.length > 1 || isHeader(first)) return parsed;
  return first.reduce<string[][]>((names, name) => {
    const before = names.at(-1);
    if (before && isSuffix(name)) before[0] += ` ${name.trim()}`;
    else names.push([name]);
    return names;
  }, []);
}

const bullet = /^\s*(?:[-*•·]\s+|\d{1,4}[.)]\s+)/u;

function tidy(cell: string): string {
  return cell.replace(/\s+/gu, ' ').replace(bullet, '').trim();
}
