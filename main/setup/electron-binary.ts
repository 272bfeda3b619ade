import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Electron's program file, or why there is none, as the end of a sentence. */
export type ElectronBinary = { path: string; why: null } | { path: null; why: string };

const programs: Record<string, string> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/**
 * Looks for Electron's program without loading the package: loading it in plain Node would start a download of 100 MB.
 * `ELECTRON_OVERRIDE_DIST_PATH` names a folder with a local copy.
 */
export function findElectron(root: string, env: NodeJS.ProcessEnv = process.env): ElectronBinary {
  const program = programs[process.platform] ?? 'electron';
  const named = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (named) {
    const path = join(named, program);
    return existsSync(path)
      ? { path, why: null }
      : { path: null, why: `ELECTRON_OVERRIDE_DIST_PATH is set, but ${path} does not exist.` };
  }
  const folder = join(root, 'node_modules', 'electron');
  if (!existsSync(folder)) return { path: null, why: 'the npm package electron is not installed.' };
  const note = join(folder, 'path.txt');
  const path = join(folder, 'dist', existsSync(note) ? readFileSync(note, 'utf8') : program);
  return existsSync(path)
    ? { path, why: null }
    : { path: null, why: 'Electron’s program is not on this computer.' };
}

/** Fetches the program with Electron's own script, for at most `limit` milliseconds. Returns what is there afterwards. */
export async function fetchElectron(root: string, limit = 120_000): Promise<ElectronBinary> {
  const script = join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(script)) return findElectron(root);
  const child = spawn(process.execPath, [script], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on(
    'data',
    (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(0, 4000)),
  );
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, limit);
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });
  clearTimeout(timer);
  const found = findElectron(root);
  if (found.path || code === 0) return found;
  if (late)
    return { path: null, why: `its download took more than ${Math.round(limit / 1000)} s.` };
  const reason =
    /(?:ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|HTTPError|Response code \d+|checksum)[^\n]{0,80}/i.exec(
      complaint,
    )?.[0];
  return { path: null, why: `its download failed${reason ? ` (${reason.trim()})` : ''}.` };
}
