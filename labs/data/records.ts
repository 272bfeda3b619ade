import Papa from 'papaparse';
import { findEncoding, type Encoding, type FileSource } from './encoding.ts';
import { cuttingOf, takeSepLine, type Cutting } from './cutting/delimiter.ts';
import { CsvProblem } from './problem.ts';

/** Larger files are refused before anything is read. */
export const maxBytes = 200_000_000;

const pieceBytes = 2 << 20;
/** A record longer than this is a quotation mark that nobody closed. */
const maxRecord = 4 << 20;

/** Some records of a file, in order. */
export interface Records {
  rows: string[][];
  /** The first of them, as a spreadsheet counts rows: the header is row 1. Blank lines are counted, but not among `rows`. */
  numbers: number[];
  /** Part of the file that has been read, 0 to 1. */
  fraction: number;
}

/** How a file's bytes become rows of cells. */
export interface Dialect extends Cutting {
  encoding: Encoding;
  /** Whether the first line says so itself: `sep=;`. */
  said: boolean;
}

/** Checks what can be told from the size alone. */
export function checkSize(file: FileSource): void {
  if (file.size === 0)
    throw new CsvProblem({
      what: 'The file is empty: it holds not a single byte.',
      next: 'Export the table once more and choose the new file.',
    });
  if (file.size > maxBytes) {
    const size = Math.round(file.size / 1e6).toLocaleString('en-US');
    throw new CsvProblem({
      what: `The file has ${size} MB; at most 200 MB can be read here.`,
      next: 'Choose fewer columns or fewer rows, for instance every tenth user, and export again.',
    });
  }
}

/** Finds out how a file is written: its encoding from all bytes, the sign between cells from the first lines. */
export async function findDialect(file: FileSource, signal?: AbortSignal): Promise<Dialect> {
  checkSize(file);
  const encoding = await findEncoding(file, signal);
  const decoder = decoderOf(encoding);
  const to = Math.min(file.size, encoding.skip + (256 << 10));
  const bytes = await file.slice(encoding.skip, to).arrayBuffer();
  const text = decoder.decode(bytes, { stream: true }).replace(/\r\n?/g, '\n');
  const { delimiter: said, rest } = takeSepLine(text);
  return { encoding, ...cuttingOf(rest, said), said: said !== null };
}

const decoderOf = ({ name }: Encoding) => new TextDecoder(name);

/**
 * Reads a CSV file piece by piece; the file is never in memory as a whole. Understands quoted cells with line breaks, a byte-order mark and
 * every kind of line end. `onSuspect` is told the row of the first byte that is no UTF-8. Throws a CsvProblem for a quotation mark that is
 * not closed; the signal's reason where it is aborted.
 */
export async function* readRecords(
  file: FileSource,
  {
    dialect,
    signal,
    onSuspect,
  }: { dialect?: Dialect; signal?: AbortSignal; onSuspect?: (row: number) => void } = {},
): AsyncGenerator<Records, void, void> {
  const { encoding, delimiter, title, said } = dialect ?? (await findDialect(file, signal));
  const decoder = decoderOf(encoding);
  const parse = (text: string, more: boolean) =>
    new Papa.Parser({
      delimiter,
      newline: '\n',
      quoteChar: '"',
      escapeChar: '"',
    } as never).parse(text, 0, more) as Papa.ParseResult<string[]>;
  let rest = '';
  let endedInReturn = false;
  let first = true;
  let row = 1;
  for (let from = encoding.skip; from < file.size; from += pieceBytes) {
    signal?.throwIfAborted();
    const to = Math.min(file.size, from + pieceBytes);
    const bytes = new Uint8Array(await file.slice(from, to).arrayBuffer());
    const last = to >= file.size;
    const lines = (text: string) => text.replace(/\r\n?/g, '\n');
    if (encoding.suspect >= from && encoding.suspect < to) {
      // The rows before the suspect byte, read once more for their number.
      const before = lines(decoderOf(encoding).decode(bytes.slice(0, encoding.suspect - from)));
      const known = rest + (first && said ? takeSepLine(before).rest : before);
      onSuspect?.(row + Math.max(0, parse(known, false).data.length - 1));
    }
    let text = decoder.decode(bytes, { stream: !last });
    if (endedInReturn) text = `\r${text}`;
    endedInReturn = text.endsWith('\r') && !last;
    if (endedInReturn) text = text.slice(0, -1);
    text = rest + lines(text);
    if (first && said) text = takeSepLine(text).rest;
    first = false;
    const parsed = parse(text, !last);
    // A quotation mark that is merely open at the end of a piece may still be closed in the next.
    const wrong = parsed.errors.find((error) => error.type === 'Quotes');
    if (wrong) throw openQuote(row + (wrong.row ?? parsed.data.length));
    rest = last ? '' : text.slice(parsed.meta.cursor);
    if (rest.length > maxRecord) throw openQuote(row + parsed.data.length);
    const rows: string[][] = [];
    const numbers: number[] = [];
    for (const cells of parsed.data) {
      if (row > title && !isBlank(cells)) {
        rows.push(cells);
        numbers.push(row);
      }
      row += 1;
    }
    yield { rows, numbers, fraction: to / file.size };
  }
}

/** A line without anything, or with separators only, as spreadsheets leave them below a table. */
function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

const openQuote = (row: number) =>
  new CsvProblem({
    what: `Row ${row}: a quotation mark is opened and not closed as it should be.`,
    row,
    next: 'Look at that row in a text editor. A quotation mark inside a quoted cell is written twice: "".',
  });

/** The SHA-256 of a file as hexadecimal digits. */
export async function fingerprint(file: Blob): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
