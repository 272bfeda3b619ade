import { createHash } from 'node:crypto';
import { join } from 'node:path';

/**
 * Where Chromium keeps its own files: in the cache, one folder for each data folder, because two programs can't share one. Named
 * after the data folder's path, shortened, as a path can be too long for a socket that lies in it.
 * @param data its real path, or a link to it would have another
 */
export function sessionFolder(cache: string, data: string): string {
  const name = createHash('sha256').update(data).digest('hex').slice(0, 12);
  return join(cache, 'electron', name);
}
