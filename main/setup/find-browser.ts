import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A Chromium-family browser for the end-to-end tests, and what it must be started with. */
export interface Browser {
  path: string;
  /** Where it was found, in words. */
  source: string;
  args: string[];
  env: Record<string, string>;
}

/** Places where the usual installers put Chrome, Chromium or Edge. */
const installed: Record<string, string[]> = {
  linux: ['/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/microsoft-edge', '/opt/google/chrome/chrome'],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((root) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((file) =>
      join(process.env[root] ?? 'C:\\none', file),
    ),
  ),
};

/** A tests' browser shows pages of ours only: nothing it would ask the network for on its own is wanted. */
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'];

/** Chromium's own sandbox refuses to work for root, and inside most containers. */
const sandbox = process.platform === 'linux' ? ['--no-sandbox'] : [];

/**
 * Finds a browser: `CHROMIUM_PATH`, an installed one, Playwright's own, and on Linux x64 the one that comes from the npm registry
 * (unpacked once into `cache`). Returns null, never throws, where there is none.
 */
export async function findBrowser(cache: string, env = process.env): Promise<Browser | null> {
  const named = env['CHROMIUM_PATH'];
  const plain = { args: [...sandbox, ...quiet], env: {} };
  if (named) return existsSync(named) ? { path: named, source: 'named by CHROMIUM_PATH', ...plain } : null;
  const path = installed[process.platform]?.find(existsSync);
  if (path) return { path, source: 'installed on this computer', ...plain };
  const own = await playwrightsOwn();
  if (own) return { path: own, source: 'fetched by Playwright', ...plain };
  return fromRegistry(cache);
}

async function playwrightsOwn(): Promise<string | null> {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

async function fromRegistry(cache: string): Promise<Browser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = join(cache, 'chromium-147.0.2');
  mkdirSync(folder, { recursive: true });
  // The package unpacks into the temporary folder, and its shared libraries only where it believes itself in a bare cloud function:
  // both are said through the environment, for as long as the unpacking takes.
  const before = { TMPDIR: process.env['TMPDIR'], AWS_LAMBDA_JS_RUNTIME: process.env['AWS_LAMBDA_JS_RUNTIME'], LD_LIBRARY_PATH: process.env['LD_LIBRARY_PATH'] };
  try {
    Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
    const { default: chromium } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    return {
      path,
      source: 'from the npm package @sparticuz/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--no-zygote', ...quiet],
      env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
    };
  } catch {
    return null;
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
