import Papa from 'papaparse';

const candidates = [',', ';', '\t', '|'] as const;
const sampledRows = 200;

/** A first line `sep=;`, as Excel reads and writes it, and the text after it. */
export function takeSepLine(text: string): { delimiter: string | null; rest: string } {
  const found = /^\ufeff?"?sep=(.)"?[,;\t| ]*(?:\n|$)/i.exec(text);
  if (!found) return { delimiter: null, rest: text };
  return { delimiter: found[1]!, rest: text.slice(found[0].length) };
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

function cut(start: string, delimiter: string): string[][] {
  const parsed = Papa.parse<string[]>(start, {
    delimiter,
    newline: '\n',
    preview: sampledRows,
    skipEmptyLines: 'greedy',
  }).data;
  // The last row of a sample may be cut short.
  return parsed.length > 2 ? parsed.slice(0, -1) : parsed;
}
