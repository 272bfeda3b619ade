import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LecternError } from '../../contract/errors.ts';
import { reasonInWords } from '../../storage/data-folder.ts';
import { makeFolder } from '../../storage/make-folder.ts';
import { writeAtomic } from '../../storage/write.ts';
import { UsageError } from '../usage.ts';

/** The folder that `--out` names, as an absolute path. Throws a `UsageError` where it is none. */
export async function outFolder(named: string): Promise<string> {
  const folder = resolve(named);
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory())
    throw new UsageError(
      `--out takes a folder that exists; "${named}" is none. Nothing was written.`,
    );
  return folder;
}

/** Makes that folder where it is not there yet. Throws a `LecternError` where that can't be. */
export const makeOutFolder = (folder: string): Promise<unknown> =>
  makeFolder(folder).catch(refused(folder, 'made', 'another folder with --out'));

/** Writes a file whole or not at all. Throws a `LecternError` that says why it could not be; `option` names another place. */
export const saveFile = (
  path: string,
  content: string | Uint8Array,
  option = 'another folder with --out',
): Promise<void> => writeAtomic(path, content).catch(refused(path, 'written', option));

const refused = (path: string, done: 'made' | 'written', option: string) => (error: unknown) => {
  throw new LecternError({
    code: 'storage',
    what: `${path} could not be ${done}: ${reasonInWords(error)}.`,
    safe: 'No file is half written. An older file of that name is unchanged.',
    next: `Make room, or name ${option}.`,
  });
};
