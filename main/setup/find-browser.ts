import {
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../storage/make-folder.ts';

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
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
    '/opt/google/chrome/chrome',
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((root) =>
    [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ].map((file) => join(process.env[root] ?? 'C:\\none', file)),
  ),
};

/** A tests' browser shows pages of ours only: nothing it would ask the network for on its own is wanted. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** Chromium's own sandbox refuses to work for root, and inside most containers. */
const sandbox = process.platform === 'linux' ? ['--no-sandbox'] : [];

/**
 * Finds a browser: `CHROMIUM_PATH`, an installed one, Playwright's own, and on Linux x64 the one that comes from the npm registry
 * (unpacked once into `cache`). Returns null, never throws, where there is none.
 */
export async function findBrowser(cache: string, env = process.env): Promise<Browser | null> {
  const named = env['CHROMIUM_PATH'];
  const plain = { args: [...sandbox, ...quiet], env: {} };
  if (named)
    return existsSync(named) ? { path: named, source: 'named by CHROMIUM_PATH', ...plain } : null;
  const path = installed[process.platform]?.find((one) => existsSync(one) && !leadsToSnap(one));
  if (path) return { path, source: 'installed on this computer', ...plain };
  const own = await playwrightsOwn();
  if (own) return { path: own, source: 'fetched by Playwright', ...plain };
  return fromRegistry(cache);
}

/**
 * Ubuntu's `chromium-browser` starts a snap, whose folder for temporary files is its own: the profile that a test makes is not there.
 */
export function leadsToSnap(path: string): boolean {
  try {
    if (/^\/snap\/|\/snap$/.test(realpathSync(path))) return true;
    // A script says so itself. A whole browser is far larger than one.
    return statSync(path).size < 10_000 && readFileSync(path, 'utf8').includes('/snap/bin/');
  } catch {
    return false;
  }
}

async function playwrightsOwn(): Promise<string | null> {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

/**
 * Tells the browser where its font is. The package's own file names a folder of a cloud function's, and a Chromium that finds no font
 * at all draws no text, web fonts included.
 */
function fontsFile(folder: string): string {
  const file = join(folder, 'lectern-fonts.conf');
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `<dir>${join(folder, 'fonts')}</dir>`,
    '<dir>/usr/share/fonts</dir>',
    `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`,
    '</fontconfig>',
    '',
  ];
  try {
    writeFileSync(file, lines.join('\n'));
  } catch {
    // In a cache that can only be read, the file of the unpacking is there already.
  }
  return file;
}

async function fromRegistry(cache: string): Promise<Browser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = join(cache, 'chromium-147.0.2');
  try {
    if (!existsSync(folder)) await unpackInto(folder);
  } catch {
    return null;
  }
  return {
    path: join(folder, 'chromium'),
    source: 'from the npm package @sparticuz/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-zygote', ...quiet],
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: fontsFile(folder) },
  };
}

/** Unpacks beside the final place and renames: an interrupted try leaves no half browser under the name that is looked for. */
async function unpackInto(folder: string): Promise<void> {
  const part = `${folder}.part-${process.pid}`;
  await makeFolder(part);
  // The package unpacks into the temporary folder, and its shared libraries only where it believes itself in a bare cloud function:
  // both are said through the environment, for as long as the unpacking takes.
  const said = { TMPDIR: part, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  const before = Object.fromEntries(
    [...Object.keys(said), 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH'].map((name) => [
      name,
      process.env[name],
    ]),
  );
  try {
    Object.assign(process.env, said);
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
