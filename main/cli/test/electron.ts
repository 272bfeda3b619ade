import { isRoot } from '../../setup/choose-host.ts';
import { noDisplay } from '../../setup/electron/display.ts';
import { findElectron } from '../../setup/electron/electron-binary.ts';
import { sandboxFault } from '../../setup/electron/sandbox.ts';
import { none, oneFailure, type Count } from './count.ts';

/** Electron's program where its specs can run; else why not, as the end of a sentence. */
export type ElectronForTests = { path: string; why: null } | { path: null; why: string };

/**
 * What it counts for where they don't run. On a desk, asked for and impossible is skipped, so that the closing line shows it; on the
 * computers that try every change (`CI`) nobody reads that line of a green run: there it is a failure.
 */
export function notRun(why: string, asked: boolean, env: NodeJS.ProcessEnv = process.env): Count {
  if (!asked) return none;
  return env['CI'] ? oneFailure(`End to end in Electron: ${why}`) : { ...none, skipped: 1 };
}

/** The specs in Electron run where they are asked for and where its program, a display and its sandbox are there. */
export async function electronForTests(
  root: string,
  asked: boolean,
  env: NodeJS.ProcessEnv = process.env,
): Promise<ElectronForTests> {
  if (!asked) return { path: null, why: 'not asked for (npm test -- --electron).' };
  const found = findElectron(root, env);
  if (!found.path) return found;
  const why =
    noDisplay(env) ??
    (isRoot() ? 'you are root, and Electron’s sandbox does not work for root.' : null) ??
    (await sandboxFault(found.path));
  return why ? { path: null, why } : found;
}
