import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addonPlace, librariesPlace, type TfjsNode } from '../places.ts';
import { quietReport } from '../report.ts';
import { obtainLibrary, type Step } from './obtain-library.ts';
import { libraryFingerprint } from './self-check.ts';

let root: string;
let tfjs: TfjsNode;
let said: string[];

/** What a self-check answers for a library that computes rightly. */
const good = {
  info: {
    backend: 'tensorflow',
    threads: 1,
    versions: { tfjs: '4.22.0', tensorflow: '1.15.0', node: process.versions.node },
    fallbackReason: null,
  },
  failed: [],
  graphs: { fault: null },
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-obtain-'));
  const folder = join(root, 'tfjs-node');
  tfjs = {
    folder,
    version: '4.22.0',
    addon: join(folder, addonPlace),
    libraries: join(folder, librariesPlace),
  };
  await mkdir(join(root, 'out/node'), { recursive: true });
  await writeFile(
    join(root, 'out/node/self-check.js'),
    `console.log(${JSON.stringify(JSON.stringify(good))})`,
  );
  said = [];
});
afterEach(() => rm(root, { recursive: true, force: true }));

const source: Step = {
  name: 'a source',
  async install() {
    await mkdir(dirname(tfjs.addon), { recursive: true });
    await mkdir(tfjs.libraries, { recursive: true });
    await writeFile(tfjs.addon, 'x');
    await writeFile(join(tfjs.libraries, 'libtensorflow.so.1'), 'x');
  },
};
const report = { ...quietReport(), say: (line: string) => void said.push(line) };
const obtain = (cache: string) => obtainLibrary(root, tfjs, cache, report, false, {}, [source]);

const unusable: [string, () => Promise<string>][] = [
  [
    'a file is in its way',
    async () => {
      await writeFile(join(root, 'file'), '');
      return join(root, 'file', 'cache');
    },
  ],
];
// There, Node's own way to make a folder and those above it would never come back.
if (process.platform === 'linux')
  unusable.push(['the system lets nobody make it', async () => '/proc/lectern/cache']);

it.each(unusable)(
  'a cache folder that can’t be made, because %s: a sentence with the remedy, and WebAssembly',
  async (_, make) => {
    const cache = await make();
    const { native, failures } = await obtain(cache);
    expect(native).toBe(false);
    expect(failures).toHaveLength(1);
    const start = `TensorFlow's native library could not be fetched: nothing can be kept in the cache folder ${cache} (`;
    expect(failures[0]!.slice(0, start.length)).toBe(start);
    expect(failures[0]).toMatch(/\); set LECTERN_CACHE to a folder that can be written\.$/);
    expect(said).toEqual([`${failures[0]} The labs run on WebAssembly: the same lessons, slower.`]);
  },
);

it('a library that is there is used without any cache', async () => {
  await source.install();
  await writeFile(join(root, 'file'), '');
  expect((await obtain(join(root, 'file', 'cache'))).native).toBe(true);
  expect(said).toEqual([]);
});

it('what is remembered and can’t be read or removed is no reason to stop', async () => {
  const kept = join(root, 'cache/tensorflow');
  await mkdir(join(kept, `gave-up-4.22.0-${process.version}.json`, 'a'), { recursive: true });
  expect(await obtain(join(root, 'cache'))).toMatchObject({ native: true, failures: [] });
  const checks = join(root, 'cache/self-checks');
  await rm(checks, { recursive: true, force: true });
  await mkdir(join(checks, `${libraryFingerprint(tfjs)}.json`), { recursive: true });
  expect((await obtain(join(root, 'cache'))).native).toBe(true);
});
