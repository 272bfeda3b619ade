import { existsSync } from 'node:fs';
import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installFolder, installKept, keepLibrary, keptLibraries, sweep } from './library-store.ts';
import {
  addonPlace,
  holdsLibrary,
  libraryVersion,
  librariesPlace,
  type TfjsNode,
} from '../places.ts';

let root: string;
let source: string;
let tfjs: TfjsNode;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-store-'));
  source = join(root, 'source');
  await mkdir(join(source, dirname(addonPlace)), { recursive: true });
  await mkdir(join(source, librariesPlace), { recursive: true });
  await writeFile(join(source, addonPlace), 'addon');
  await writeFile(join(source, librariesPlace, 'libtensorflow.so.1.15.0'), 'library');
  await symlink('libtensorflow.so.1.15.0', join(source, librariesPlace, 'libtensorflow.so.1'));
  const folder = join(root, 'tfjs-node');
  await mkdir(folder);
  tfjs = {
    folder,
    version: '4.22.0',
    addon: join(folder, addonPlace),
    libraries: join(folder, librariesPlace),
  };
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('keeps a library, installs it as often as asked, and leaves nothing half made', async () => {
  const store = join(root, 'store');
  const kept = await keepLibrary(store, 'npm', source);
  await rm(source, { recursive: true });
  expect(await keptLibraries(store)).toEqual([kept]);
  for (let i = 0; i < 2; i++) {
    await installKept(kept, tfjs);
    expect(holdsLibrary(tfjs.folder)).toBe(true);
    expect(await readFile(tfjs.addon, 'utf8')).toBe('addon');
    expect(await readlink(join(tfjs.libraries, 'libtensorflow.so.1'))).toBe(
      'libtensorflow.so.1.15.0',
    );
    expect(libraryVersion(tfjs.libraries)).toBe('1.15.0');
  }
  expect(
    [...(await readdir(store)), ...(await readdir(tfjs.folder))].filter((name) =>
      name.startsWith('.'),
    ),
  ).toEqual([]);
  // A hard link: no second copy of 250 MB on the disk.
  expect((await lstat(tfjs.addon)).nlink).toBe(2);
});

it('keeps the licences that come with a library, for whoever packs it', async () => {
  await writeFile(join(source, 'deps', 'LICENSE'), 'terms');
  const kept = await keepLibrary(join(root, 'store'), 'script', source);
  for (let i = 0; i < 2; i++) await installKept(kept, tfjs);
  expect(await readFile(join(tfjs.folder, 'deps', 'LICENSE'), 'utf8')).toBe('terms');
  expect(existsSync(join(tfjs.folder, 'deps', 'THIRD_PARTY_TF_C_LICENSES'))).toBe(false);
});

it('two at once keep one copy and both install it', async () => {
  const store = join(root, 'store');
  const kept = await Promise.all([1, 2, 3].map(() => keepLibrary(store, 'npm', source)));
  expect(new Set(kept).size).toBe(1);
  expect(await readdir(store)).toHaveLength(1);
});

it('refuses and forgets a kept copy that has rotted, before anything is installed', async () => {
  const kept = await keepLibrary(join(root, 'store'), 'npm', source);
  await rm(join(kept, addonPlace));
  await writeFile(join(kept, addonPlace), 'rotte');
  await expect(installKept(kept, tfjs)).rejects.toThrow('damaged');
  expect(existsSync(kept)).toBe(false);
  expect(holdsLibrary(tfjs.folder)).toBe(false);
});

it('an interrupted download is not taken for a kept library, and is swept away', async () => {
  const store = join(root, 'store');
  await mkdir(join(store, '.making-1-abc', dirname(addonPlace)), { recursive: true });
  expect(await keptLibraries(store)).toEqual([]);
  expect(await keptLibraries(join(root, 'nowhere'))).toEqual([]);
  await mkdir(join(store, '.npm-xyz'));
  const kept = await keepLibrary(store, 'npm', source);
  await mkdir(join(root, '.lectern-0a1b'));
  await sweep(store, tfjs);
  expect(await readdir(store)).toEqual([basename(kept)]);
  expect((await readdir(root)).sort()).toEqual(['source', 'store', 'tfjs-node']);
});

it('installs from a folder the person names, in place of what was there', async () => {
  await mkdir(dirname(tfjs.addon), { recursive: true });
  await writeFile(tfjs.addon, 'old');
  await installFolder(source, tfjs);
  expect(await readFile(tfjs.addon, 'utf8')).toBe('addon');
});

it('tells a library from half of one', async () => {
  expect(holdsLibrary(source)).toBe(true);
  await rm(join(source, addonPlace));
  expect(holdsLibrary(source)).toBe(false);
  expect(holdsLibrary(join(root, 'nowhere'))).toBe(false);
});
