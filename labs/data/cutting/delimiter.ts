import Papa from 'papaparse';
import { numberShape } from '../numbers.ts';
import { shown } from '../problem.ts';
import { titleLines } from './title-lines.ts';

const candidates = [',', ';', '\t', '|'] as const;
const sampledRows = 200;
const nearlyAll = 0.9;

/** A first line `sep=;`, as Excel reads and writes it, and the text after it. */
export function takeSepLine(text: string): { delimiter: string | null; rest: string } {
  const found = /^\ufeff?"?sep=(.)"?[,;\t| ]*(?:\n|$)/i.exec(text);
  if (!found) return { delimiter: null, rest: text };
  return { delimiter: found[1]!, rest: text.slice(found[0].length) };
}

/** How the first lines of a file are cut. */
export interface Cutting {
  delimiter: string;
  /** Records above the header that are a title, blank lines among them. */
  title: number;
  /** What is to be said of it. */
  notes: string[];
}

const signWords: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};
const signWord = (sign: string) => signWords[sign] ?? `“${sign}”`;

/** Finds the sign between cells, and a title above the header. `said`: the sign that a first line `sep=;` names. */
export function cuttingOf(start: string, said: string | null = null): Cutting {
  const notes = said === null ? [] : [`The first line says that cells are separated by “${said}”.`];
  const titled = findTitle(start, said === null ? candidates : [said]);
  if (titled) {
    const { delimiter, records, words } = titled;
    const [first, ...others] = words.map(shown);
    const lines = others.length === 0 ? 'line is' : 'lines are';
    notes.push(
      `Above the header stands a title, ${[first, ...others].join(', ')}: its ${lines} left out, and row ${records + 1} names the columns.`,
    );
    if (said === null && delimiter !== ',')
      notes.push(`Cells are separated by ${signWord(delimiter)}.`);
    return { delimiter, title: records, notes };
  }
  const delimiter = said ?? guessDelimiter(start);
  const lone = scoreOf(start, delimiter) === -Infinity;
  if (lone) notes.push(...loneNotes(start, said));
  else if (said === null && delimiter !== ',')
    notes.push(`Cells are separated by ${signWord(delimiter)}.`);
  return { delimiter, title: 0, notes };
}

/** The sign by which a title and a table are found; of several the one that cuts the table into most columns. */
function findTitle(start: string, signs: readonly string[]) {
  const found = signs.flatMap((delimiter) => {
    const rows = cut(start, delimiter, false);
    const title = titleLines(rows);
    return title ? [{ delimiter, ...title, width: rows[title.records]!.length }] : [];
  });
  return found.sort((a, b) => b.width - a.width)[0] ?? null;
}

/** What may be wrong where the first line has one cell: a title, or cells that blanks separate. */
function loneNotes(start: string, said: string | null): string[] {
  const [first = '', ...rest] = wholeLines(start);
  if (rest.length === 0) return [];
  for (const sign of candidates) {
    if (sign === said || first.includes(sign)) continue;
    const { value, all } = usual(rest.map((line) => line.split(sign).length - 1));
    // One comma in each line: a decimal comma, or a name and a first name.
    if (value < 2) continue;
    return [
      `The first line, ${shown(first)}, has one cell, so the file is read as one column. ` +
        `${all ? 'Each line' : 'Nearly every line'} below holds ${value} ${signWord(sign)}. ` +
        'Is the first line a title above the header? Then take it out, and choose the file again.',
    ];
  }
  const lines = [first, ...rest].map((line) => line.trim().split(/ +/));
  const { value, all } = usual(lines.map((cells) => cells.length));
  const numbers = () =>
    lines.slice(1).every((cells) => cells.every((cell) => numberShape(cell) > 0));
  if (value < 2 || (value === 2 && !numbers())) return [];
  return [
    `The file is read as one column. Its cells seem to be separated by blanks, ${value} in ${all ? 'each line' : 'nearly every line'}. ` +
      'Put a comma in place of the blanks between cells, in a text editor or by opening the ' +
      'file in a spreadsheet with blanks as separators. Then choose the new file.',
  ];
}

/** The number that nearly all are, and whether all are; 0 where nearly all are none. */
function usual(numbers: readonly number[]): { value: number; all: boolean } {
  const value = [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
  const those = numbers.filter((number) => number === value).length;
  return { value: those >= nearlyAll * numbers.length ? value : 0, all: those === numbers.length };
}

/** The first lines that are not blank; the last one may be cut short. */
function wholeLines(start: string): string[] {
  const lines = start.split('\n').filter((line) => line.trim() !== '');
  return (lines.length > 2 && !start.endsWith('\n') ? lines.slice(0, -1) : lines).slice(
    0,
    sampledRows,
  );
}

/**
 * Which sign stands between cells: the one that cuts most of the first rows into as many cells as the header has, or one more where rows
 * have names. The header must hold it, or decimal commas would be taken for it. A comma where there is only one column.
 */
export function guessDelimiter(start: string): string {
  let best = { delimiter: ',', score: -Infinity };
  for (const delimiter of candidates) {
    const score = scoreOf(start, delimiter);
    if (score > best.score + 1e-9) best = { delimiter, score };
  }
  if (best.score > -Infinity) return best.delimiter;
  // One column: a sign that no cell holds, so that `1,5` stays one cell.
  return candidates.find((sign) => !start.includes(sign)) ?? ',';
}

function scoreOf(start: string, delimiter: string): number {
  const rows = cut(start, delimiter);
  const width = rows[0]?.length ?? 0;
  if (width < 2) return -Infinity;
  const body = rows.slice(1);
  const fits = (cells: string[]) =>
    cells.length === width || cells.length === width + 1 || onlyBlanksAfter(cells, width);
  const fitting = body.length === 0 ? 1 : body.filter(fits).length / body.length;
  // Of two signs that cut all rows alike the one that makes more columns is the separator; the other stands within cells.
  return fitting + Math.min(width, 500) / 10_000;
}

const onlyBlanksAfter = (cells: readonly string[], width: number) =>
  cells.length > width && cells.slice(width).every((cell) => cell.trim() === '');

function cut(start: string, delimiter: string, skipBlank = true): string[][] {
  const parsed = Papa.parse<string[]>(start, {
    delimiter,
    newline: '\n',
    preview: sampledRows,
    skipEmptyLines: skipBlank && 'greedy',
  }).data;
  // The last row of a sample may be cut short.
  return parsed.length > 2 ? parsed.slice(0, -1) : parsed;
}
