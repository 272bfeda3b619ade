import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';

/** One name for a folder, through links and letter case; the given one where it is not there. */
function realPath(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}

/**
 * Where Chromium keeps its own files: in the cache, one folder for each data folder, because two programs can't share one. Named
 * after the data folder's real path, shortened, as a path can be too long for a socket that lies in it.
 */
export function sessionFolder(cache: string, data: string): string {
  const name = createHash('sha256').update(realPath(data)).digest('hex').slice(0, 12);
  return join(cache, 'electron', name);
}
