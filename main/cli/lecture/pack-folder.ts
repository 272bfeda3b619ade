import { readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { zipSync } from 'fflate';
import { LecternError } from '../../contract/errors.ts';
import { loadFolder, realPathBelow } from '../../lecture/folder/load-folder.ts';
import { readLecture } from '../../lecture/read/read-lecture.ts';
import { isFull, reasonInWords } from '../../storage/data-folder.ts';

/** The time that every file in a packed lecture has: the same folder gives the same bytes. */
const always = new Date(1980, 0, 1);

/** A file of the folder that was not packed. */
interface LeftOut {
  path: string;
  /** "no slide uses it" */
  why: string;
}

/**
 * Puts all that a lecture uses into one zip file: its settings, the files of its slides, and the pictures and data on them; nothing
 * that a link leads out to. What else lies there, such as solutions of an exam, is left out and named.
 * Throws `bad-request` where the folder can't be read or the file is there already.
 */
export async function packFolder(
  folder: string,
  file: string,
): Promise<{ files: number; bytes: number; left: LeftOut[] }> {
  const failed = (what: string, next: string) =>
    new LecternError({ code: 'bad-request', what, safe: 'Nothing was written.', next });
  const root = await realpath(folder).catch(() => {
    throw failed(`There is no folder “${basename(folder)}”.`, 'Name a lecture’s folder.');
  });
  const found = await loadFolder(root).catch((error: unknown) => {
    throw failed(
      `“${basename(folder)}” can’t be read: ${reasonInWords(error)}.`,
      'Name a lecture’s folder.',
    );
  });
  const entries: Record<string, Uint8Array> = {};
  const { texts, pictures, refused, others } = found;
  // Which labs there are changes nothing of which files are used.
  const { uses } = readLecture(found, { labs: {} }, '0'.repeat(12));
  const left: LeftOut[] = [...refused].map(([path, why]) => ({
    path,
    why: uses.has(path) ? `the lecture uses it, but it ${why}` : `it ${why}`,
  }));
  for (const path of others) left.push({ path, why: 'a lecture can’t show it' });
  for (const path of [...texts.keys(), ...pictures.keys()].sort()) {
    const real = await realPathBelow(root, path);
    if (!uses.has(path)) left.push({ path, why: 'no slide uses it' });
    else if (real !== null) entries[path] = await readFile(real);
  }
  left.sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }));
  const count = Object.keys(entries).length;
  if (count === 0) throw failed('The folder holds nothing of a lecture.', 'Write slides first.');
  const zip = zipSync(entries, { mtime: always, level: 6 });
  await writeFile(file, zip, { flag: 'wx' }).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST')
      throw failed(`The file “${basename(file)}” is there already.`, 'Name another file.');
    await rm(file, { force: true }).catch(() => undefined);
    throw failed(
      `The file “${basename(file)}” can’t be written: ${reasonInWords(error)}.`,
      isFull(error)
        ? 'Make room, or name a file on another disk.'
        : 'Name a file in a place where you may write.',
    );
  });
  return { files: count, bytes: zip.length, left };
}
