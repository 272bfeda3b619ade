import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LecternError } from '../contract/errors.ts';

/**
 * The folder of the pages. Throws where they are not there, as when Electron was started by a file: it takes that file's folder for
 * the app's, and every window would stay empty.
 */
export function pagesFolder(root: string): string {
  const folder = join(root, 'out/renderer');
  if (existsSync(join(folder, 'index.html'))) return folder;
  throw new LecternError({
    code: 'internal',
    what: `Its pages are not in ${folder}.`,
    safe: 'Nothing was changed.',
    next: 'Start Electron by its folder, not by a file in it. In the project, npm start does so, and builds what is missing.',
  });
}
