import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { obtainThroughNpm } from './from-npm.ts';
import { obtainWithScript } from './from-script.ts';
import { addonPlace, librariesPlace, type TfjsNode } from '../places.ts';
import { quietReport } from '../report.ts';

let root: string;
let tfjs: TfjsNode;
const before = process.env['npm_execpath'];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-sources-'));
  const folder = join(root, 'node_modules/@tensorflow/tfjs-node');
  await mkdir(join(folder, 'scripts'), { recursive: true });
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ version: '4.22.0', binary: { host: 'http://127.0.0.1:1/nowhere' } }),
  );
  tfjs = {
    folder,
    version: '4.22.0',
    addon: join(folder, addonPlace),
    libraries: join(folder, librariesPlace),
  };
});
afterEach(async () => {
  if (before === undefined) delete process.env['npm_execpath'];
  else process.env['npm_execpath'] = before;
  await rm(root, { recursive: true, force: true });
});

/** A program that stands where npm stands. */
async function playNpm(source: string) {
  await writeFile(join(root, 'npm.js'), source);
  process.env['npm_execpath'] = join(root, 'npm.js');
}
const fromNpm = () => obtainThroughNpm(root, join(root, 'store'), quietReport());
const leftovers = async (folder: string) =>
  existsSync(folder) ? (await readdir(folder)).filter((name) => name.startsWith('.')) : [];

it('npm: anything but the pinned file is thrown away', async () => {
  await playNpm(
    "const a = process.argv; require('node:fs').writeFileSync(a[a.indexOf('--pack-destination') + 1] + '/x.tgz', 'another file')",
  );
  await expect(fromNpm()).rejects.toThrow('not the file that Lectern knows');
  expect(await readdir(join(root, 'store'))).toEqual([]);
});

it('npm: a failure is told in npm’s own words, without its codes', async () => {
  await playNpm(
    "console.error('npm error code E404\\nnpm error 404 Not Found - GET'); process.exit(1)",
  );
  await expect(fromNpm()).rejects.toThrow(/could not fetch .*: 404 Not Found/);
  expect(await readdir(join(root, 'store'))).toEqual([]);
});

const script = (source: string) => writeFile(join(tfjs.folder, 'scripts/install.js'), source);
const fromScript = (mirror: string | null) =>
  obtainWithScript(
    root,
    tfjs,
    join(root, 'store'),
    quietReport(),
    { PATH: process.env['PATH'] },
    mirror,
  );

it('script: is not even started where its host can’t be reached', async () => {
  await script("require('node:fs').writeFileSync('../../started', '')");
  await expect(fromScript(null)).rejects.toThrow("127.0.0.1:1 can't be reached");
  expect(existsSync(join(root, 'node_modules/started'))).toBe(false);
});

it('script: runs in a copy, with the mirror in its environment, and what it leaves is kept', async () => {
  await script(`
    const { mkdirSync, writeFileSync } = require('node:fs');
    mkdirSync('lib/napi-v8', { recursive: true });
    mkdirSync('deps/lib', { recursive: true });
    const { TFJS_NODE_CDN_STORAGE, npm_config_tfjs_binding_binary_host_mirror } = process.env;
    const mirrors = [TFJS_NODE_CDN_STORAGE, npm_config_tfjs_binding_binary_host_mirror];
    writeFileSync('lib/napi-v8/tfjs_binding.node', mirrors.join(' '));
    writeFileSync('deps/lib/libtensorflow.so.2', 'x');
  `);
  const kept = await fromScript('http://127.0.0.1:1/mirror');
  expect(await readFile(join(kept, addonPlace), 'utf8')).toBe(
    'http://127.0.0.1:1/mirror/ http://127.0.0.1:1/mirror/tf-builds/pre-built-binary',
  );
  expect(existsSync(tfjs.addon)).toBe(false);
  expect(await leftovers(join(root, 'node_modules/@tensorflow'))).toEqual([]);
});

it('script: a failure, or nothing to show for it, leaves the package as it was', async () => {
  await script('process.exit(3)');
  await expect(fromScript('http://127.0.0.1:1')).rejects.toThrow('code 3');
  await script('');
  await expect(fromScript('http://127.0.0.1:1')).rejects.toThrow('without leaving the library');
  expect(await leftovers(join(root, 'node_modules/@tensorflow'))).toEqual([]);
  expect(await readdir(tfjs.folder)).toEqual(['package.json', 'scripts']);
});
