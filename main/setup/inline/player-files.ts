import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'vite';
import { inlineCode } from './inline-code.ts';

const name = 'lectern:player';

/** The oldest browser that is sure to show an exported lecture. */
const target = 'chrome100';

/** What a lecture in one file is shown with. `hash` is the script's, as a policy names it. */
export interface Player {
  script: string;
  style: string;
  hash: string;
}

/**
 * Bundles `renderer/player`.
 * @param root the project's folder
 */
export async function buildPlayer(root: string): Promise<Player> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'renderer/player/page.ts')],
    outdir: 'out/player',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target,
    logLevel: 'warning',
  });
  const textOf = (end: string) =>
    outputFiles.find(({ path }) => path.endsWith(end))?.text.trim() ?? '';
  const page = 'An exported lecture';
  const script = inlineCode(textOf('.js'), 'script', page);
  return {
    script,
    style: inlineCode(textOf('.css'), 'style', page),
    hash: `sha256-${createHash('sha256').update(script).digest('base64')}`,
  };
}

/** `import { player } from 'lectern:player'`: script and style of an exported lecture, as texts. */
export function playerFiles(root: string): Plugin {
  return {
    name,
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      return `export const player = ${JSON.stringify(await buildPlayer(root))};`;
    },
  };
}
