import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LecternError } from '../contract/errors.ts';
import { reasonInWords } from './data-folder.ts';

const folders = ['runs', 'deleted', 'classes', 'reports', 'rooms'];
const settingsName = 'settings.json';
const files = [
  'learner.json',
  'notes.json',
  'stage.json',
  'runs-index.json',
  'session.json',
  'room.json',
  'lectures.json',
  settingsName,
];

/**
 * What Lectern itself keeps in the data folder, as names: its files with what was set aside of them or is being written beside them.
 * The folder may be Electron's as well, or hold a file the person put there: those are none of ours.
 */
async function ownNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names.filter(
    (name) =>
      folders.includes(name) || files.some((own) => name === own || name.startsWith(`${own}.`)),
  );
}

/** What it all takes on disk. */
export async function sizeOnDisk(folder: string): Promise<{ bytes: number; files: number }> {
  let [bytes, count] = [0, 0];
  for (const name of await ownNames(folder)) {
    const path = join(folder, name);
    const inside = folders.includes(name)
      ? (await readdir(path).catch(() => [] as string[])).map((one) => join(path, one))
      : [path];
    // In parts: thousands of files at once would be as many open requests.
    for (let at = 0; at < inside.length; at += 64) {
      for (const found of await Promise.all(
        inside.slice(at, at + 64).map((one) => stat(one).catch(() => null)),
      )) {
        if (!found?.isFile()) continue;
        bytes += found.size;
        count += 1;
      }
    }
  }
  return { bytes, files: count };
}

/** Removes it all from disk. Throws a `storage` error that names what can't be removed, after everything else is gone. */
export async function removeOwn(
  folder: string,
  { settings }: { settings: boolean },
): Promise<void> {
  const left: string[] = [];
  let why: unknown = null;
  for (const name of await ownNames(folder)) {
    if (!settings && (name === settingsName || name.startsWith(`${settingsName}.`))) continue;
    try {
      await rm(join(folder, name), { recursive: true, force: true });
    } catch (error) {
      left.push(name);
      why = error;
    }
  }
  await mkdir(join(folder, 'runs'), { recursive: true }).catch(() => undefined);
  if (left.length === 0) return;
  throw new LecternError({
    code: 'storage',
    what: `Not everything could be removed from ${folder}: ${reasonInWords(why)}. Still there: ${left.join(', ')}.`,
    safe: 'Everything else is gone, and Lectern no longer shows any of it.',
    next: 'Remove what is left by hand.',
  });
}
