import { realpathSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { LecternError } from '../contract/errors.ts';
import { makeFolder } from './make-folder.ts';
import { unfinishedName } from './write.ts';

/** Where runs, answers and settings live: `LECTERN_HOME`, else the platform's own place for a program's data. */
export function dataFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  return resolve(env.LECTERN_HOME || envPaths('lectern', { suffix: '' }).data);
}

/** The one name of a folder, through links and letter case; the given one where it is not there. */
export function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}

/** Whether there was no room left, on the disk or in what this person may use of it. */
export const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException | null)?.code ?? '');

/** What went wrong with a file, in words; the system's own code in brackets where it is not a common one. */
export function reasonInWords(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (isFull(error)) return 'the disk is full';
  if (code === 'EFBIG') return 'the file is larger than is allowed there';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return 'writing there is not allowed';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'a file stands where a folder is needed';
  if (code === 'ENOENT') return 'the folder is not there and can’t be made';
  return `the system refused it (${code ?? (error instanceof Error ? error.message : String(error))})`;
}

/** What to do about a folder that can't be used, by what was wrong with it. */
export function remedy(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (isFull(error)) return 'Free some space, or set LECTERN_HOME to a folder on another disk.';
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return 'Move that file away, or set LECTERN_HOME to a folder.';
  return 'Make that folder writable, or set LECTERN_HOME to a folder that is.';
}

/** What is written to try a folder, in bytes. On a full disk an empty file can still be made; one of this size can't. */
export const probeBytes = 65_536;

/**
 * Makes the folder and shows that files can be written there. Throws a `storage` error with what to do.
 * @param write how a file is written; tests hand in one that fails
 */
export async function openDataFolder(
  folder: string,
  write: (path: string, content: Buffer) => Promise<void> = writeFile,
): Promise<void> {
  const probe = unfinishedName(join(folder, '.can-write'), process.pid, 0);
  try {
    await makeFolder(join(folder, 'runs'));
    await write(probe, Buffer.alloc(probeBytes));
  } catch (error) {
    throw new LecternError({
      code: 'storage',
      what: `Lectern can't keep its files in ${folder}: ${reasonInWords(error)}.`,
      safe: 'Nothing was changed.',
      next: remedy(error),
    });
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}
