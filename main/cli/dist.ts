import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { LecternError } from '../contract/errors.ts';
import { findElectron } from '../setup/electron-binary.ts';
import { ensureReady } from '../setup/ensure-ready.ts';
import { createReport } from '../setup/report.ts';

/** Packages the app with electron-builder. Further arguments are handed on to it. */
export async function dist(args: string[], root: string): Promise<number> {
  const electron = findElectron(root);
  if (!electron.path) {
    throw new LecternError({
      code: 'internal', what: `An app can't be packaged here: ${electron.why}`, safe: 'Nothing was changed.',
      next: 'Connect to the internet and run npm start once, or name a local copy with ELECTRON_OVERRIDE_DIST_PATH.',
    });
  }
  await ensureReady(root, createReport(), {});
  const child = spawn(process.execPath, [join(root, 'node_modules/electron-builder/cli.js'), ...args], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
