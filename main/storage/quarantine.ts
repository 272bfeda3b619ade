import { rename } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Notice } from '../contract/methods.ts';

/**
 * Sets a file that can't be read aside as `<name>.corrupt-<time>`, so that nothing ever overwrites it, and says so.
 * Where even that fails the file stays and the notice says that.
 */
export async function setAside(path: string, what: string): Promise<Notice> {
  const name = basename(path);
  const aside = `${path}.corrupt-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  try {
    await rename(path, aside);
  } catch {
    return {
      id: `aside-${name}`,
      what: `${what} (${name}).`,
      safe: 'The file was left where it is; everything else was read.',
      next: `Move it away by hand: ${path}`,
    };
  }
  return {
    id: `aside-${name}`,
    what: `${what} (${name}).`,
    safe: `The file is kept as ${basename(aside)}; everything else was read.`,
    next: 'Go on working; delete that file when you no longer need it.',
  };
}

/** A file that a later version of Lectern wrote: left alone, and named. */
export const tooNew = (name: string): Notice => ({
  id: `newer-${name}`,
  what: `${name} was written by a newer version of Lectern and was not read.`,
  safe: 'The file was left as it is.',
  next: 'Use the newer version to see it.',
});
