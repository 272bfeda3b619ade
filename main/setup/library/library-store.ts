import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import {
  copyFile,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, posix, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  addonPlace,
  holdsLibrary,
  librariesPlace,
  licencePlaces,
  type TfjsNode,
} from '../places.ts';

/** What a kept library is made of. Links are the short names that the addon asks for. */
interface Manifest {
  source: string;
  files: { path: string; size: number; sha256: string }[];
  links: { path: string; target: string }[];
}
const manifestName = 'library.json';

/** SHA-256 (or another hash) of a file, in hex unless told otherwise. */
export async function hashFile(
  path: string,
  algorithm = 'sha256',
  encoding: 'hex' | 'base64' = 'hex',
): Promise<string> {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path), hash);
  return hash.digest(encoding);
}

/** A fresh name beside `path`: what is made there appears under `path` by one rename, or never. */
export const beside = (path: string) =>
  join(dirname(path), `.making-${process.pid}-${randomBytes(4).toString('hex')}`);

async function linkOrCopy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  // A hard link costs nothing and no disk; it fails between disks and on some file systems.
  await link(from, to).catch(() => copyFile(from, to));
}

async function describe(folder: string, source: string): Promise<Manifest> {
  const manifest: Manifest = { source, files: [], links: [] };
  const papers = licencePlaces.filter((name) => existsSync(join(folder, name)));
  const names = [
    addonPlace,
    ...papers,
    ...(await readdir(join(folder, librariesPlace)))
      .sort()
      .map((name) => join(librariesPlace, name)),
  ];
  for (const name of names) {
    const path = name.split(sep).join(posix.sep);
    const stat = await lstat(join(folder, name));
    if (stat.isSymbolicLink())
      manifest.links.push({ path, target: await readlink(join(folder, name)) });
    else if (stat.isFile())
      manifest.files.push({ path, size: stat.size, sha256: await hashFile(join(folder, name)) });
  }
  return manifest;
}

async function place(from: string, to: string, manifest: Manifest): Promise<void> {
  for (const { path } of manifest.files) await linkOrCopy(join(from, path), join(to, path));
  for (const { path, target } of manifest.links) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await symlink(target, join(to, path));
  }
}

/**
 * Keeps the library that `folder` holds (in tfjs-node's own shape) under `store/<name>-<hash>`. The folder appears complete or
 * not at all; where another process was first, its copy is used.
 * @returns the kept folder
 */
export async function keepLibrary(store: string, name: string, folder: string): Promise<string> {
  const manifest = await describe(folder, name);
  const hash = createHash('sha256').update(JSON.stringify(manifest)).digest('hex').slice(0, 16);
  const kept = join(store, `${name}-${hash}`);
  if (existsSync(kept)) return kept;
  await mkdir(store, { recursive: true });
  const making = beside(kept);
  try {
    await place(folder, making, manifest);
    await writeFile(join(making, manifestName), JSON.stringify(manifest, null, 1));
    await rename(making, kept).catch((error) => {
      if (!existsSync(kept)) throw error;
    });
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  return kept;
}

/** Removes what an interrupted download left. Only for whoever holds the lock. */
export async function sweep(store: string, tfjs: TfjsNode): Promise<void> {
  const half: [string, RegExp][] = [
    [store, /^\.(npm|making)-/],
    [dirname(tfjs.folder), /^\.lectern-/],
    [tfjs.folder, /^\.making-/],
  ];
  for (const [folder, pattern] of half) {
    for (const name of await readdir(folder).catch(() => []))
      if (pattern.test(name)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** The libraries kept from earlier downloads, newest name last. */
export async function keptLibraries(store: string): Promise<string[]> {
  const names = await readdir(store).catch(() => []);
  return names
    .filter((name) => existsSync(join(store, name, manifestName)))
    .sort()
    .map((name) => join(store, name));
}

/**
 * Puts a kept library where tfjs-node looks for it. Every file's hash is checked first: a cache may rot.
 * Throws, and forgets the kept copy, where one is not what was kept.
 */
export async function installKept(kept: string, tfjs: TfjsNode): Promise<void> {
  const manifest = JSON.parse(await readFile(join(kept, manifestName), 'utf8')) as Manifest;
  for (const { path, sha256 } of manifest.files) {
    if ((await hashFile(join(kept, path)).catch(() => '')) !== sha256) {
      await rm(kept, { recursive: true, force: true });
      throw new Error('the copy kept from an earlier download is damaged; it was removed');
    }
  }
  await install(kept, manifest, tfjs);
}

/** Puts the library of a folder that the person named where tfjs-node looks for it. */
export async function installFolder(folder: string, tfjs: TfjsNode): Promise<void> {
  await install(folder, await describe(folder, 'named'), tfjs);
}

async function install(from: string, manifest: Manifest, tfjs: TfjsNode): Promise<void> {
  const making = beside(tfjs.addon.replace(addonPlace, 'making'));
  try {
    await place(from, making, manifest);
    // tfjs-node on Windows finds the library beside the addon.
    if (process.platform === 'win32') {
      for (const { path } of manifest.files)
        if (path.endsWith('.dll'))
          await linkOrCopy(
            join(making, path),
            join(dirname(join(making, addonPlace)), posix.basename(path)),
          );
    }
    await removeInstalled(tfjs);
    // The addon comes last: what looks complete is complete.
    for (const part of [
      ...licencePlaces.filter((name) => existsSync(join(making, name))),
      librariesPlace,
      dirname(addonPlace),
    ]) {
      await mkdir(dirname(join(tfjs.folder, part)), { recursive: true });
      await rename(join(making, part), join(tfjs.folder, part));
    }
  } catch (error) {
    if (!holdsLibrary(tfjs.folder)) throw error;
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** Takes the library away again, the addon first. */
export async function removeInstalled(tfjs: TfjsNode): Promise<void> {
  await rm(dirname(tfjs.addon), { recursive: true, force: true });
  await rm(tfjs.libraries, { recursive: true, force: true });
}
