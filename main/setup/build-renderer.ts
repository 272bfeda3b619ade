import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.ts';
import type { Report } from './report.ts';
import { damagedLine, fingerprint, readStamp, stampText } from './built/stamp.mjs';

const sources = [
  'renderer',
  'labs',
  'slides',
  'assets',
  'main/contract',
  'main/setup/slide-texts.ts',
  'main/setup/shown-code.ts',
  'main/setup/figure-scripts.ts',
  'main/setup/labs-with.ts',
  'main/lecture/read/code.ts',
  'main/setup/build-room.ts',
  'main/setup/inline',
  'vite.config.ts',
  'package-lock.json',
];

const stamp = 'out/renderer.stamp';
const made = ['out/renderer', 'out/room'];

/** Whether what was built of the pages is older than its sources (or missing), or no longer what was built. */
const stateOf = (root: string) => readStamp(root, join(root, stamp), sources);

/** Whether the pages must be built before they can be shown. */
export const rendererIsStale = (root: string): boolean => stateOf(root) !== 'current';

/**
 * Builds the renderer where its sources changed, or what was made of them did. Returns whether it was built now; throws what Vite
 * throws.
 */
export async function buildRenderer(root: string, report: Report): Promise<boolean> {
  if (!rendererIsStale(root)) return false;
  return withLock(
    join(root, 'out/renderer.lock'),
    () => report.doing('Waiting for another Lectern that is building'),
    async () => {
      const found = stateOf(root);
      if (found === 'current') return false;
      if (found === 'damaged') report.say(damagedLine('out/renderer or out/room'));
      report.doing('Building the slides and labs');
      // Taken before the build: what changes meanwhile is built next time.
      const print = fingerprint(root, sources);
      const { build } = await import('vite');
      await asProduction(() =>
        build({
          configFile: join(root, 'vite.config.ts'),
          root: join(root, 'renderer'),
          logLevel: 'error',
          clearScreen: false,
        }),
      );
      const { buildRoom } = await import('./build-room.ts');
      await buildRoom(root);
      writeFileSync(join(root, stamp), stampText(root, print, made));
      return true;
    },
  );
}

/**
 * Vite keeps a NODE_ENV that it finds: started from a test, or from a shell that says
 * `development`, it would leave React's slow
 * development build behind, with the paths of this computer in it.
 */
async function asProduction<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}
