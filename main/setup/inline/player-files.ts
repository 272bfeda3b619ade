import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { bundlePage } from './bundle-page.ts';

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
  const entry = 'renderer/player/page.ts';
  const { script, style } = await bundlePage(root, { entry, target, name: 'An exported lecture' });
  return {
    script,
    style,
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
