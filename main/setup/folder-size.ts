import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The bytes of a file, or of all files below a folder. What is not there, or goes away meanwhile, counts nothing. */
export async function folderSize(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return found?.size ?? 0;
  const names = await readdir(path).catch(() => []);
  const sizes = await Promise.all(names.map((name) => folderSize(join(path, name))));
  return sizes.reduce((a, b) => a + b, 0);
}
