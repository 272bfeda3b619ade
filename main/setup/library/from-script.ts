import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { folderSize } from '../folder-size.ts';
import { keepLibrary } from './library-store.ts';
import { holdsLibrary, type TfjsNode } from '../places.ts';
import type { Report } from '../report.ts';

/** A download that has not grown for this long is given up; so is one that takes longer than the limit (milliseconds). */
const stall = 20_000;
const limit = 5 * 60_000;
/** How long the host has for a first answer (milliseconds). */
const firstAnswer = 5_000;

const platforms: Record<string, string> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** The host that tfjs-node's package names, and where on it the addon for this computer lies. */
function addonAddress(tfjs: TfjsNode): string {
  const { binary } = JSON.parse(readFileSync(join(tfjs.folder, 'package.json'), 'utf8')) as {
    binary: { host: string };
  };
  const ending = process.platform === 'win32' ? 'zip' : 'tar.gz';
  return `${binary.host}/napi-v8/${tfjs.version}/CPU-${platforms[process.platform] ?? process.platform}-${tfjs.version}.${ending}`;
}

/**
 * Asks for the addon's head before the script runs: where the host is out of reach or refuses, the script would wait, or try to
 * compile, for minutes. Behind a proxy it is not asked: the script knows proxies, `fetch` does not.
 */
async function refusal(tfjs: TfjsNode, env: NodeJS.ProcessEnv): Promise<string | null> {
  if (env['HTTPS_PROXY'] || env['https_proxy'] || env['HTTP_PROXY'] || env['http_proxy'])
    return null;
  const address = addonAddress(tfjs);
  const { host } = new URL(address);
  try {
    const answer = await fetch(address, {
      method: 'HEAD',
      signal: AbortSignal.timeout(firstAnswer),
    });
    return answer.ok ? null : `${host} answered ${answer.status}`;
  } catch {
    return `${host} can't be reached`;
  }
}

/** Runs the script in a copy of the package, so that being stopped leaves the real one as it was. */
async function run(
  copy: string,
  root: string,
  env: NodeJS.ProcessEnv,
  report: Report,
): Promise<void> {
  const path = [join(root, 'node_modules', '.bin'), env['PATH'] ?? env['Path'] ?? ''].join(
    delimiter,
  );
  const own = process.platform !== 'win32';
  const child = spawn(process.execPath, ['scripts/install.js'], {
    cwd: copy,
    env: { ...env, PATH: path },
    stdio: 'ignore',
    detached: own,
  });
  const stop = () => {
    // The script starts others: all of them are in its own group.
    if (own && child.pid) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  };
  const abandon = () => stop();
  process.once('exit', abandon);
  const start = performance.now();
  let grown = { bytes: 0, at: start };
  let late: string | null = null;
  const watch = setInterval(() => {
    void folderSize(join(copy, 'deps')).then((bytes) => {
      const now = performance.now();
      if (bytes !== grown.bytes) grown = { bytes, at: now };
      report.doing(
        "Fetching TensorFlow's native library with tfjs-node's script (once)",
        `${Math.round(bytes / 1e6)} MB unpacked`,
      );
      if (now - grown.at > stall) late = `nothing came for ${stall / 1000} s`;
      else if (now - start > limit) late = `it took more than ${limit / 60_000} minutes`;
      if (late && child.exitCode === null && child.signalCode === null) stop();
    });
  }, 1000);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
    if (late) throw new Error(late);
    if (code !== 0) throw new Error(`the script ended with code ${code ?? 'none'}`);
  } finally {
    clearInterval(watch);
    process.off('exit', abandon);
  }
}

/**
 * Obtains the library with tfjs-node's own install script, from its own host or from `mirror` (which holds the same paths).
 * @returns the kept folder. Throws with the reason as the end of a sentence; leaves nothing half done.
 */
export async function obtainWithScript(
  root: string,
  tfjs: TfjsNode,
  store: string,
  report: Report,
  env: NodeJS.ProcessEnv,
  mirror: string | null,
): Promise<string> {
  if (!mirror && !env['TFJS_NODE_CDN_STORAGE']) {
    const refused = await refusal(tfjs, env);
    if (refused) throw new Error(refused);
  }
  // Beside the package, so that the script finds the modules it needs.
  const copy = join(dirname(tfjs.folder), `.lectern-${randomBytes(4).toString('hex')}`);
  try {
    for (const part of ['package.json', 'scripts', 'binding.gyp', 'binding', 'node_modules']) {
      if (existsSync(join(tfjs.folder, part)))
        await cp(join(tfjs.folder, part), join(copy, part), { recursive: true });
    }
    const base = mirror?.replace(/\/*$/, '/');
    const mirrored = base
      ? {
          TFJS_NODE_CDN_STORAGE: base,
          npm_config_tfjs_binding_binary_host_mirror: `${base}tf-builds/pre-built-binary`,
        }
      : {};
    await run(copy, root, { ...env, ...mirrored }, report);
    if (!holdsLibrary(copy)) throw new Error('the script ended without leaving the library');
    return await keepLibrary(store, mirror ? 'mirror' : 'official', copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
