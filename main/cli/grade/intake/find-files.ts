import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { whyNotRead } from '../../files/why-not-read.ts';

/** Deeper than any course system unpacks; a folder that lies deeper is named, not walked. */
const deepest = 32;

/** Of these something may be a notebook; the rest is named with its ending. */
const readable = /\.(jsonl?|zip|html?|xhtml)$/i;

export interface FoundFile {
  path: string;
  /** Below the folder, with forward slashes. */
  file: string;
  bytes: number;
}

/** A file, or a folder with all in it, that was not read. */
export interface NotRead {
  file: string;
  why: string;
  /** Whether a person may have handed it in: false for what a system, or this command, leaves behind. */
  handedIn: boolean;
}

export interface Found {
  files: FoundFile[];
  notRead: NotRead[];
}

/** Why a file of this name is not looked into; null where it is. Says so of files in a zip too. */
export function whyNot(name: string): Omit<NotRead, 'file'> | null {
  if (name.startsWith('.')) return { why: 'a hidden file of the system', handedIn: false };
  if (readable.test(name)) return null;
  const ending = extname(name);
  const why = ending === '' ? 'its name has no ending' : `a ${ending} file is no notebook`;
  return { why, handedIn: true };
}

/** Folders that hold nothing a person made. */
export const isForeign = (name: string): boolean =>
  name.startsWith('.') || name === '__MACOSX' || name === 'node_modules';

/**
 * Every file in a folder and the folders below it, by name: those that may hold a notebook or a run
 * card, and all others with why they are left. `own` are paths that this command writes or was told
 * of: those are not listed at all. Links are not followed. Throws where the folder can't be listed.
 */
export async function findFiles(folder: string, own: ReadonlySet<string>): Promise<Found> {
  const found: Found = { files: [], notRead: [] };
  const leave = (file: string, why: string, handedIn = true) =>
    found.notRead.push({ file, why, handedIn });
  const take = async (entry: Dirent, path: string, file: string, depth: number) => {
    if (own.has(path)) return;
    if (entry.isDirectory()) {
      if (isForeign(entry.name)) leave(`${file}/`, 'a folder of the system', false);
      else if (depth >= deepest) leave(`${file}/`, `it lies more than ${deepest} folders deep`);
      else await look(file, depth + 1);
      return;
    }
    if (entry.isSymbolicLink()) return leave(file, 'a link, which is not followed');
    if (!entry.isFile()) return leave(file, 'it is no ordinary file');
    const not = whyNot(entry.name);
    if (not) return leave(file, not.why, not.handedIn);
    const bytes = await stat(path).then(
      ({ size }) => size,
      () => 0,
    );
    found.files.push({ path, file, bytes });
  };
  const look = async (below: string, depth: number): Promise<void> => {
    const list = await readdir(join(folder, below), { withFileTypes: true }).catch(
      (error: unknown): Dirent[] => {
        if (depth === 0) throw error;
        leave(
          `${below}/`,
          `it can't be opened: ${whyNotRead(error, { ENOENT: 'the folder is gone' })}`,
        );
        return [];
      },
    );
    for (const entry of list) {
      const file = below === '' ? entry.name : `${below}/${entry.name}`;
      await take(entry, join(folder, file), file, depth);
    }
  };
  await look('', 0);
  found.files.sort(byName);
  found.notRead.sort(byName);
  return found;
}

const order = new Intl.Collator('en', { numeric: true });
const byName = (a: { file: string }, b: { file: string }) => order.compare(a.file, b.file);
