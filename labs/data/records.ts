import Papa from 'papaparse';
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

/** Checks what can be told from the size alone. */
export function checkSize(file: Blob): void {
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

/** Which sign stands between cells, guessed from the first lines; a comma where there is only one column. */
export function guessDelimiter(start: string): string {
  const guessed = Papa.parse<string[]>(start, { preview: 20, skipEmptyLines: true }).meta.delimiter;
  return [',', ';', '\t', '|'].includes(guessed) ? guessed : ',';
}

/**
 * Reads a CSV file piece by piece; the file is never in memory as a whole. Understands quoted cells with line breaks, a byte-order mark and
 * every kind of line end. Throws a CsvProblem for what is no text, is not UTF-8, or has a quotation mark that is not closed; the signal's
 * reason where it is aborted.
 */
export async function* readRecords(
  file: Blob,
  { delimiter, signal }: { delimiter?: string; signal?: AbortSignal } = {},
): AsyncGenerator<Records, void, void> {
  checkSize(file);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let endedInReturn = false;
  let separator: string | null = null;
  let row = 1;
  for (let from = 0; from < file.size; from += pieceBytes) {
    signal?.throwIfAborted();
    const to = Math.min(file.size, from + pieceBytes);
    const bytes = new Uint8Array(await file.slice(from, to).arrayBuffer());
    if (from === 0) checkKind(bytes);
    let text = decode(decoder, bytes, to < file.size, row);
    if (endedInReturn) text = `\r${text}`;
    endedInReturn = text.endsWith('\r') && to < file.size;
    if (endedInReturn) text = text.slice(0, -1);
    text = rest + text.replace(/\r\n?/g, '\n');
    separator ??= delimiter ?? guessDelimiter(text);
    const parser = new Papa.Parser({
      delimiter: separator,
      newline: '\n',
      quoteChar: '"',
      escapeChar: '"',
    } as never);
    const last = to >= file.size;
    const parsed = parser.parse(text, 0, !last) as Papa.ParseResult<string[]>;
    // A quotation mark that is merely open at the end of a piece may still be closed in the next.
    const wrong = parsed.errors.find((error) => error.type === 'Quotes');
    if (wrong) throw openQuote(row + (wrong.row ?? parsed.data.length));
    rest = last ? '' : text.slice(parsed.meta.cursor);
    if (rest.length > maxRecord) throw openQuote(row + parsed.data.length);
    const rows: string[][] = [];
    const numbers: number[] = [];
    for (const cells of parsed.data) {
      if (!(cells.length === 1 && cells[0]!.trim() === '')) {
        rows.push(cells);
        numbers.push(row);
      }
      row += 1;
    }
    yield { rows, numbers, fraction: to / file.size };
  }
}

const openQuote = (row: number) =>
  new CsvProblem({
    what: `Row ${row}: a quotation mark is opened and not closed as it should be.`,
    row,
    next: 'Look at that row in a text editor. A quotation mark inside a quoted cell is written twice: "".',
  });

function checkKind(bytes: Uint8Array): void {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new CsvProblem({
      what: 'The file is written in UTF-16.',
      next: 'Save it again as “CSV UTF-8”.',
    });
  }
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (zip || bytes.includes(0)) {
    throw new CsvProblem({
      what: `The file is not text${zip ? ': it looks like a spreadsheet or an archive' : ''}.`,
      next: zip
        ? 'Open it in its own program and save the table as CSV (UTF-8).'
        : 'Choose a file that a table program saved as CSV.',
    });
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array, more: boolean, row: number): string {
  try {
    return decoder.decode(bytes, { stream: more });
  } catch {
    throw new CsvProblem({
      what: `After row ${Math.max(1, row - 1)} there are characters that are not UTF-8.`,
      row,
      next: 'Save the file again as “CSV UTF-8”; the accents and umlauts will stay as they are.',
    });
  }
}

/** The SHA-256 of a file as hexadecimal digits. */
export async function fingerprint(file: Blob): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
