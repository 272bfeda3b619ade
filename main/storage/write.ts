import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Writes a whole file or nothing of it: a crash in the middle leaves the old one. Tests hand in one that fails. */
export type Write = (path: string, text: string) => Promise<void>;

/** What a file is called while it is being written: its name, the process that writes it, and a count. `unfinishedBy` reads it back. */
export const unfinishedName = (path: string, pid: number, count: number) =>
  `${path}.${pid}-${count}.tmp`;

let count = 0;
/** The last write of each file that is under way: a second one waits for it. */
const busy = new Map<string, Promise<unknown>>();

/**
 * Writes beside the file, has the system put it on disk, and only then gives it the file's name. Two writes of one file go one after the
 * other. `mode` says who may read it; left out, that stays as it is. Throws the system's error; the
 * old file is then as it was. Not with the package `write-file-atomic` (7.0.1): that takes it for
 * written where a nearly full disk took only a part, and puts the part in the old file's place.
 */
export async function writeAtomic(
  path: string,
  content: string | Uint8Array,
  mode?: number,
): Promise<void> {
  const key = resolve(path);
  const turn = (busy.get(key) ?? Promise.resolve())
    .catch(() => undefined)
    .then(() => write(path, content, mode));
  busy.set(key, turn);
  try {
    await turn;
  } finally {
    if (busy.get(key) === turn) busy.delete(key);
  }
}

async function write(
  path: string,
  content: string | Uint8Array,
  asked: number | undefined,
): Promise<void> {
  // A link stays a link, and a file keeps who may read it.
  const target = await realpath(path).catch(() => path);
  const mode =
    asked ??
    (await stat(target).then(
      (found) => found.mode & 0o777,
      () => 0o666,
    ));
  const beside = unfinishedName(target, process.pid, ++count);
  try {
    const file = await open(beside, 'wx', mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}
