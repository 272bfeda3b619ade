import { open, readFile } from 'node:fs/promises';
import { kindOf, longestLine } from '../../contract/notebook-lines.ts';
import { whyNotRead } from './why-not-read.ts';

/** A notebook's first line is shorter (bytes). */
const headBytes = 400;

/**
 * Why a report can't be made of a file, by how it begins: words that go on after its name; null where it may be a notebook or a run
 * card. Said before a browser is started, which would call everything else a damaged run card.
 */
export async function whyNoNotebook(path: string): Promise<string | null> {
  try {
    const { head, bytes } = await beginning(path);
    if (head.trim() === '') return bytes === 0 ? 'is empty' : 'holds no text';
    const { kind } = kindOf(head.split('\n')[0]!);
    if (kind === 'newer') return 'was written by a newer version of Lectern';
    if (kind === 'notebook') return null;
    if (/^\s*</.test(head)) return 'is a page, not a notebook';
    const isCard = bytes <= longestLine && isJson(await readFile(path, 'utf8'));
    return isCard ? null : 'is no notebook, or it is damaged from its first line on';
  } catch (error) {
    return `can't be read: ${whyNotRead(error)}`;
  }
}

async function beginning(path: string): Promise<{ head: string; bytes: number }> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const { size } = await file.stat();
    return { head: buffer.subarray(0, bytesRead).toString('utf8'), bytes: size };
  } finally {
    await file.close();
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}
