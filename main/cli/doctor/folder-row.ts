import { randomBytes } from 'node:crypto';
import { rm, rmdir, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { probeBytes, reasonInWords, remedy } from '../../storage/data-folder.ts';
import { makeFolder } from '../../storage/make-folder.ts';

/** Space in the unit that a person reads it in. */
const size = (bytes: number) =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.floor(bytes / 1e6)} MB`;

/** What is free on a folder's disk, or on that of the nearest folder above it that is there. Null where the system doesn't tell. */
async function free(folder: string): Promise<string | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return `${size(bavail * bsize)} free`;
  } catch {
    return dirname(folder) === folder ? null : free(dirname(folder));
  }
}

export interface FolderRow {
  /** Why no file can be written there, and what to do where it is the data folder; null where one can. */
  fault: { why: string; next: string } | null;
  says: string;
}

/** Has the file put on the disk at once: some systems notice only then that there is no space. */
const writeThrough = (path: string, content: Buffer) =>
  writeFile(path, content, { flag: 'wx', flush: true });

/**
 * Whether a folder, which is made where it is missing, can take a file, and how much is free.
 * @param write how a file is written; tests hand in one that fails
 */
export async function folderRow(folder: string, write = writeThrough): Promise<FolderRow> {
  const probe = join(folder, `.doctor-${randomBytes(6).toString('hex')}`);
  let made: string | null = null;
  let fault: FolderRow['fault'] = null;
  try {
    made = await makeFolder(folder);
    await write(probe, Buffer.alloc(probeBytes));
  } catch (error) {
    fault = { why: reasonInWords(error), next: remedy(error) };
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
    // Asking leaves nothing behind; a folder that is in use is not empty and stays.
    for (let at = folder; made?.length && at.length >= made.length; at = dirname(at))
      await rmdir(at).catch(() => undefined);
  }
  const space = await free(folder);
  const says = [fault ? `can't be written: ${fault.why}` : 'writable', space].filter(Boolean);
  return { fault, says: says.join('; ') };
}
