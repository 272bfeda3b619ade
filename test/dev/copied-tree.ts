import { cp, mkdtemp, readdir, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a checkout consists of: all that git does not leave out. Git itself is not asked: an archive has none. */
async function checkedOut(): Promise<string[]> {
  const left = (await readFile(join(root, '.gitignore'), 'utf8')).split('\n');
  const names = left.map((name) => name.replace(/\/$/, ''));
  return (await readdir(root)).filter((name) => name !== '.git' && !names.includes(name));
}

export interface CopiedTree {
  root: string;
  remove(): Promise<void>;
}

/** A copy of the project's sources that may be edited, with the installed packages linked into it. */
export async function copyTree(): Promise<CopiedTree> {
  // The real path: a temporary folder is often a link, and Vite and TypeScript go by where files really are.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'lectern-tree-')));
  for (const name of await checkedOut())
    await cp(join(root, name), join(folder, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return { root: folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
