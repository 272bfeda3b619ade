import { CsvProblem } from './problem.ts';

/** A file as it is read: a `Blob` is one, and so is a file of Node's behind a few lines. */
export interface FileSource {
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** How bytes become letters. */
export interface Encoding {
  name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Bytes before the text: a byte-order mark. */
  skip: number;
  /** Bytes that are no UTF-8 are read as “�”: nearly all of the file is UTF-8. */
  lenient: boolean;
  /** Where the first byte stands that is no UTF-8; −1 where there is none. */
  suspect: number;
  /** Of a file that is read as Windows-1252: characters that are written as UTF-8 all the same, and come out as two or three letters. */
  mixed?: number;
}

const pieceBytes = 4 << 20;

/** Finds out how a file is written, from its mark and from all of its bytes. Throws a CsvProblem for what is no text. */
export async function findEncoding(file: FileSource, signal?: AbortSignal): Promise<Encoding> {
  const start = new Uint8Array(await file.slice(0, Math.min(file.size, 4096)).arrayBuffer());
  const marked = byMark(start);
  if (marked) return marked;
  checkKind(start);
  const suspect = await firstInvalid(file, signal);
  const found = { skip: 0, lenient: false, suspect: -1 };
  if (suspect === null) return { ...found, name: 'utf-8' };
  // Most of its accents are UTF-8: a few bytes are broken. Else it is of the older kind that Windows writes.
  const lenient = suspect.good > suspect.bad;
  return {
    ...{ name: lenient ? 'utf-8' : 'windows-1252', skip: 0, lenient, suspect: suspect.at },
    ...(!lenient && suspect.good > 0 && { mixed: suspect.good }),
  };
}

function byMark(start: Uint8Array): Encoding | null {
  const plain = { lenient: false, suspect: -1 };
  if (start[0] === 0xff && start[1] === 0xfe) return { name: 'utf-16le', skip: 2, ...plain };
  if (start[0] === 0xfe && start[1] === 0xff) return { name: 'utf-16be', skip: 2, ...plain };
  if (start.length < 8 || start[0] === 0x50) return null;
  // UTF-16 without a mark: every other byte of ordinary text is 0.
  const zeros = [0, 0];
  const looked = Math.min(start.length, 512) & ~1;
  for (let i = 0; i < looked; i++) if (start[i] === 0) zeros[i % 2]!++;
  const most = 0.4 * (looked / 2);
  if (zeros[1]! > most && zeros[0] === 0) return { name: 'utf-16le', skip: 0, ...plain };
  if (zeros[0]! > most && zeros[1] === 0) return { name: 'utf-16be', skip: 0, ...plain };
  return null;
}

function checkKind(start: Uint8Array): void {
  const begins = (...bytes: number[]) => bytes.every((byte, i) => start[i] === byte);
  const zip = begins(0x50, 0x4b, 3, 4);
  const oldExcel = begins(0xd0, 0xcf, 0x11, 0xe0);
  const packed = begins(0x1f, 0x8b) || begins(0x50, 0x41, 0x52, 0x31);
  if (!zip && !oldExcel && !packed && !start.includes(0)) return;
  const looks = zip || oldExcel ? ': it looks like a spreadsheet or an archive' : '';
  throw notText(looks);
}

const notText = (looks: string) =>
  new CsvProblem({
    what: `The file is not text${looks}.`,
    next: looks
      ? 'Open it in its own program and save the table as CSV (UTF-8).'
      : 'Choose a file that a table program saved as CSV.',
  });

/** The first byte that is no UTF-8, and how many characters of several bytes are sound and how many bytes are not. Null where all is. */
async function firstInvalid(
  file: FileSource,
  signal?: AbortSignal,
): Promise<{ at: number; good: number; bad: number } | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let broken = false;
  for (let from = 0; from < file.size && !broken; from += pieceBytes) {
    signal?.throwIfAborted();
    const to = Math.min(file.size, from + pieceBytes);
    const bytes = await file.slice(from, to).arrayBuffer();
    if (new Uint8Array(bytes).includes(0)) throw notText('');
    try {
      decoder.decode(bytes, { stream: to < file.size });
    } catch {
      broken = true;
    }
  }
  if (!broken) return null;
  const count = { at: -1, good: 0, bad: 0 };
  let carry = new Uint8Array(0);
  for (let from = 0; from < file.size; from += pieceBytes) {
    signal?.throwIfAborted();
    const to = Math.min(file.size, from + pieceBytes);
    const bytes = new Uint8Array(await file.slice(from, to).arrayBuffer());
    const joined = new Uint8Array(carry.length + bytes.length);
    joined.set(carry);
    joined.set(bytes, carry.length);
    const read = countSequences(joined, from - carry.length, to >= file.size, count);
    carry = joined.slice(read);
  }
  return count;
}

/** Counts sound and broken sequences; returns how many bytes were judged: an open sequence at the end waits for the next piece. */
function countSequences(
  bytes: Uint8Array,
  offset: number,
  last: boolean,
  count: { at: number; good: number; bad: number },
): number {
  let i = 0;
  while (i < bytes.length) {
    const first = bytes[i]!;
    if (first < 0x80) {
      i++;
      continue;
    }
    const length = sequenceLength(first);
    if (length > 0 && i + length > bytes.length && !last) return i;
    let sound = length > 0 && i + length <= bytes.length;
    for (let k = 1; sound && k < length; k++) sound = (bytes[i + k]! & 0xc0) === 0x80;
    if (sound) {
      count.good++;
      i += length;
    } else {
      if (count.at < 0) count.at = offset + i;
      count.bad++;
      i++;
    }
  }
  return i;
}

function sequenceLength(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}
