import { chmod, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findProgram } from '../../main/package/deb/find-dpkg.mjs';
import { runProgram } from './program.ts';

/** A folder's name with what programs trip over: spaces, umlauts, both kinds of quotes, and what addresses give a meaning of their own. */
export const awkwardName = `Übung 1, "schön" & d'été 100 % #1`;

/** What a program is started with so that it has no more rights than an ordinary user has over files. */
export type CommandPrefix = string[];

/**
 * Root may write where nobody may: root's own rights are given up for the program (by setpriv, of util-linux). Null where that
 * can't be done.
 */
export function withoutRootRights(): CommandPrefix | null {
  if (process.getuid!() !== 0) return [];
  const setpriv = findProgram('setpriv');
  return setpriv === null ? null : [setpriv, '--bounding-set=-all', '--inh-caps=-all'];
}

/** Takes the right to write away from everybody, or gives it back to the owner. Links have no rights of their own. */
export async function setWritable(folder: string, writable: boolean): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = [folder, ...entries.map((entry) => join(entry.parentPath, entry.name))];
  for (const path of paths) {
    const stat = await lstat(path);
    if (stat.isSymbolicLink()) continue;
    await chmod(path, writable ? stat.mode | 0o200 : stat.mode & ~0o222);
  }
}

const attempt = `
const { appendFileSync, mkdirSync } = require('node:fs');
for (const work of [() => mkdirSync(process.argv[1] + '/new'), () => appendFileSync(process.argv[1] + '/package.json', ' ')]) {
  try { work(); console.log('written'); } catch (error) { console.log(error.code); }
}
`;

/** Throws where a program that is started so can write into the folder after all: the checks that follow would show nothing. */
export async function mustBeReadOnly(prefix: CommandPrefix, folder: string): Promise<void> {
  const [program, ...args] = [...prefix, process.execPath, '-e', attempt, folder];
  const { text } = await runProgram(program!, args);
  if (text !== 'EACCES\nEACCES') throw new Error(`Writing into it led to: ${text}`);
}
