import { longestList } from './read-list.ts';

type ListText = { ok: true; text: string } | { ok: false; problem: string };

/**
 * The text of a list that was opened: UTF-8, what Excel calls Unicode text (UTF-16), or else the old
 * Western code page that Excel writes on Windows. A workbook is none.
 */
export async function readListFile(file: Blob): Promise<ListText> {
  if (file.size > longestList * 2)
    return { ok: false, problem: 'That file is far larger than a class list.' };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { ok: false, problem: 'That file can’t be read. Copy the names and paste them.' };
  }
  return textOf(bytes);
}

/** The same of its bytes. */
export function textOf(bytes: Uint8Array): ListText {
  const begins = (...first: number[]) => first.every((byte, at) => bytes[at] === byte);
  const decoded = (encoding: string, fatal = false): ListText => ({
    ok: true,
    text: new TextDecoder(encoding, { fatal }).decode(bytes),
  });
  if (begins(0x50, 0x4b, 3, 4) || begins(0xd0, 0xcf, 0x11, 0xe0))
    return {
      ok: false,
      problem: 'That is a workbook. Save it as CSV, or copy its cells and paste them.',
    };
  if (begins(0xff, 0xfe)) return decoded('utf-16le');
  if (begins(0xfe, 0xff)) return decoded('utf-16be');
  try {
    return decoded('utf-8', true);
  } catch {
    return decoded('windows-1252');
  }
}
