import { readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { zipSync } from 'fflate';
import { LecternError } from '../../contract/errors.ts';
import { loadFolder, realPathBelow } from '../../lecture/folder/load-folder.ts';
import { isFull, reasonInWords } from '../../storage/data-folder.ts';

/** The time that every file in a packed lecture has: the same folder gives the same bytes. */
const always = new Date(1980, 0, 1);

/**
 * Puts all that a lecture may use into one zip file: what its folder holds and the reader takes, nothing that a link leads out to.
 * Throws `bad-request` where the folder can't be read or the file is there already.
 */
export async function packFolder(
  folder: string,
  file: string,
): Promise<{ files: number; bytes: number }> {
  const failed = (what: string, next: string) =>
    new LecternError({ code: 'bad-request', what, safe: 'Nothing was written.', next });
  const root = await realpath(folder).catch(() => {
    throw failed(`There is no folder “${basename(folder)}”.`, 'Name a lecture’s folder.');
  });
  const { texts, pictures } = await loadFolder(root).catch((error: unknown) => {
    throw failed(
      `“${basename(folder)}” can’t be read: ${reasonInWords(error)}.`,
      'Name a lecture’s folder.',
    );
  });
  const entries: Record<string, Uint8Array> = {};
  for (const path of [...texts.keys(), ...pictures.keys()].sort()) {
    const real = await realPathBelow(root, path);
    if (real !== null) entries[path] = await readFile(real);
  }
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
  return { files: count, bytes: zip.length };
}
