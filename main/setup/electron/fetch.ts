import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { haveFolder } from '../../storage/make-folder.ts';
import { findElectron, removeUnfit, type ElectronBinary } from './electron-binary.ts';
import { folderSize } from '../folder-size.ts';
import { withLock } from '../lock.ts';
import type { Report } from '../report.ts';
import { fetchFailure, proxySettings, proxyVariable } from './fetch-failure.ts';

/** A download that has not grown for this long is given up; how long it takes in all does not matter (milliseconds). */
export const stallTimeoutMs = 20_000;

/** Electron's script prints "fetch failed" and keeps the cause to itself: this is loaded before it, and prints the cause. */
const tellCause = `data:text/javascript,${encodeURIComponent(`
import { subscribe } from 'node:diagnostics_channel';
function tell({ error }) {
  for (const cause of [error, error?.cause]) {
    if (!cause) continue;
    const { code = '', message = '' } = cause;
    console.error(message.includes(code) ? message : code + ' ' + message);
  }
}
subscribe('undici:client:connectError', tell);
subscribe('undici:request:error', tell);
`)}`;

function canWrite(folder: string): boolean {
  if (!haveFolder(folder)) return false;
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Electron's script downloads into the system's folder for temporary files: one of our own there can be watched and removed. */
function environment(temporary: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const proxies = proxySettings(env);
  const own: NodeJS.ProcessEnv = {
    ...env,
    ...proxies,
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
  };
  // The script would look into the folder that is named, and unpack into its own.
  delete own['ELECTRON_OVERRIDE_DIST_PATH'];
  if (proxyVariable(env)) own['ELECTRON_GET_USE_PROXY'] = '1';
  // The program is for this computer, whatever a shell says that packs for others.
  delete own['ELECTRON_INSTALL_PLATFORM'];
  delete own['npm_config_platform'];
  // A cache that can't be written would make the download fail after its last byte.
  if (!env['electron_config_cache'] && !canWrite(usualCache()))
    own['electron_config_cache'] = join(temporary, 'cache');
  return own;
}

/** Where Electron's script keeps what it downloaded, unless `electron_config_cache` names another folder. */
const usualCache = () => envPaths('electron', { suffix: '' }).cache;

interface Ended {
  code: number | null;
  complaint: string;
  stoodStill: boolean;
}

async function runScript(
  script: string,
  temporary: string,
  report: Report,
  limit: number,
): Promise<Ended> {
  const folder = join(script, '..');
  const env = environment(temporary, process.env);
  // As the script reads it: from its own folder on.
  const cache = resolve(folder, env['electron_config_cache'] ?? usualCache());
  const child = spawn(process.execPath, ['--import', tellCause, script], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const abandon = () => void child.kill('SIGKILL');
  process.once('exit', abandon);
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(0, 8000);
  });
  let grown = { bytes: 0, at: performance.now() };
  let stoodStill = false;
  const look = async () => {
    const unpacked = await folderSize(join(folder, 'dist'));
    const bytes = (await folderSize(temporary)) + unpacked;
    // What came is copied there at last, byte for byte where it is on another disk.
    const copied = await folderSize(cache);
    const now = performance.now();
    if (bytes + copied !== grown.bytes) grown = { bytes: bytes + copied, at: now };
    const megabytes = Math.round((unpacked || bytes) / 1e6);
    report.doing(
      'Fetching Electron (about 110 MB, once)',
      unpacked ? `${megabytes} MB unpacked` : `${megabytes} MB`,
    );
    if (now - grown.at > limit) {
      stoodStill = true;
      child.kill('SIGKILL');
    }
  };
  const watch = setInterval(() => void look(), Math.min(1000, limit / 4));
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  clearInterval(watch);
  process.off('exit', abandon);
  return { code, complaint, stoodStill };
}

async function fetchOnce(root: string, report: Report, limit: number): Promise<ElectronBinary> {
  // Another Lectern may have fetched it while this one waited.
  const present = findElectron(root, {});
  if (present.path) return present;
  const script = join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(script)) return present;
  await removeUnfit(root);
  const temporary = await mkdtemp(join(tmpdir(), 'lectern-electron-'));
  const clear = () => rmSync(temporary, { recursive: true, force: true });
  // Where somebody ends the program while it fetches: up to 110 MB.
  process.once('exit', clear);
  try {
    const ended = await runScript(script, temporary, report, limit);
    const found = findElectron(root, {});
    if (found.path) return found;
    // What was half unpacked when the script was stopped is no use to anyone.
    await removeUnfit(root);
    if (ended.stoodStill)
      return {
        path: null,
        why: `its download was given up: nothing came for ${Math.round(limit / 1000)} s.`,
      };
    const reason = fetchFailure(ended.complaint);
    return { path: null, why: `its download failed${reason ? `: ${reason}` : ''}.` };
  } finally {
    process.off('exit', clear);
    await rm(temporary, { recursive: true, force: true });
  }
}

/**
 * Fetches the program with Electron's own script, after removing what can't be used. Returns what is there afterwards.
 * @param limit how long it may stand still (milliseconds)
 */
export async function fetchElectron(
  root: string,
  report: Report,
  limit: number = stallTimeoutMs,
): Promise<ElectronBinary> {
  const waiting = () => report.doing('Waiting for another Lectern that is fetching Electron');
  try {
    return await withLock(join(root, 'out', 'electron.lock'), waiting, () =>
      fetchOnce(root, report, limit),
    );
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { path: null, why: `it could not be fetched: ${fetchFailure(text)}.` };
  }
}
