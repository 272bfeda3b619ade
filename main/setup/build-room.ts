import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePage } from './inline/bundle-page.ts';

/** Oldest browsers that a phone in use has: what they do not understand is written in older words. */
const target = ['chrome90', 'safari15', 'firefox90'];

/**
 * Builds the phone's page into one file, `out/room/index.html`: its listener has one path for it, so
 * script and style stand inside.
 * @param root the project's folder
 * @returns the page
 */
export async function buildRoom(root: string): Promise<string> {
  const entry = 'renderer/room/page.ts';
  const { script, style } = await bundlePage(root, { entry, target, name: 'The phone’s page' });
  const page = readFileSync(join(root, 'renderer/room/index.html'), 'utf8')
    // Functions: a `$` in the code would be read as a pattern otherwise.
    .replace('<!-- style -->', () => `<style>${style}</style>`)
    .replace('<!-- script -->', () => `<script>${script}</script>`);
  const file = join(root, 'out/room/index.html');
  mkdirSync(join(root, 'out/room'), { recursive: true });
  const making = `${file}.${process.pid}`;
  writeFileSync(making, page);
  renameSync(making, file);
  return page;
}
