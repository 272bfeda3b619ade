import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { inlineCode } from './inline/inline-code.ts';

/** Oldest browsers that a phone in use has: what they do not understand is written in older words. */
const target = ['chrome90', 'safari15', 'firefox90'];

/**
 * Builds the phone's page into one file, `out/room/index.html`: its listener has one path for it, so
 * script and style stand inside.
 * @param root the project's folder
 * @returns the page
 */
export async function buildRoom(root: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['renderer/room/page.ts'],
    outdir: 'out/room',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target,
    logLevel: 'warning',
  });
  const textOf = (end: string) =>
    outputFiles.find(({ path }) => path.endsWith(end))?.text.trim() ?? '';
  const name = 'The phone’s page';
  const page = readFileSync(join(root, 'renderer/room/index.html'), 'utf8')
    // Functions: a `$` in the code would be read as a pattern otherwise.
    .replace('<!-- style -->', () => `<style>${inlineCode(textOf('.css'), 'style', name)}</style>`)
    .replace(
      '<!-- script -->',
      () => `<script>${inlineCode(textOf('.js'), 'script', name)}</script>`,
    );
  const file = join(root, 'out/room/index.html');
  mkdirSync(join(root, 'out/room'), { recursive: true });
  const making = `${file}.${process.pid}`;
  writeFileSync(making, page);
  renameSync(making, file);
  return page;
}
