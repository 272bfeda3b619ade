import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { keepLibrary } from './library-store.ts';
import { fetchThroughNpm, type Pinned } from '../npm-pack.ts';
import { addonPlace, librariesPlace } from '../places.ts';
import { whileTicking, type Report } from '../report.ts';
import { unpackTar, type Wanted } from '../tar.ts';

/**
 * A package of the npm registry that carries libtensorflow 1.15.0 and tfjs-node's addon for Linux
 * x64. Its version and content are pinned: whatever else the registry answers is refused.
 */
const carrier: Pinned & { archive: string } = {
  spec: 'tfjs-node-lambda-releases@1.6.1',
  megabytes: 195,
  sha512:
    'D275PZpxsKenTuiPnvIE5T+D5JrT4aU9M3EDCedBQKlP0hUB7011Yzg8CAJ6MBIog9Lq90aaEair4yrBBlk61w==',
  archive: 'package/nodejs12.x-tf2.7.0.br',
};
const inside = 'node_modules/@tensorflow/tfjs-node/';
/** The package was built for an older Node; the addon's interface (Node-API 6) is part of every later one. */
const addonUnpacked = 'lib/napi-v6/tfjs_binding.node';
const addonInside = inside + addonUnpacked;
const librariesInside = `${inside}deps/lib/`;

export const npmCarrierFits = () => process.platform === 'linux' && process.arch === 'x64';

/** Whether an entry of the inner archive belongs to the library. A link may only name a file beside it. */
const belongs: Wanted = (path, { type, linkpath = '' }) => {
  if (path === addonInside) return type === 'File';
  const name = basename(path);
  if (path !== librariesInside + name || !/^libtensorflow[\w.]*$/.test(name)) return false;
  return type === 'File' || (type === 'SymbolicLink' && linkpath === basename(linkpath));
};

/** Takes the addon and the libraries out of the package: a Brotli tar within the gzip tar. */
async function unpack(tarball: string, work: string, to: string): Promise<void> {
  await unpackTar(tarball, work, (path) => path === carrier.archive);
  const inner = join(work, carrier.archive);
  if (!existsSync(inner)) throw new Error(`${carrier.archive} is not in the package`);
  await unpackTar(inner, to, belongs, { strip: inside.split('/').length - 1, brotli: true });
  await rename(join(to, dirname(addonUnpacked)), join(to, dirname(addonPlace)));
  const libraries = await readdir(join(to, librariesPlace));
  const files = [addonPlace, ...libraries.map((name) => join(librariesPlace, name))];
  for (const file of files) await chmod(join(to, file), 0o755);
}

/**
 * Obtains the library through npm, checks it against the pinned hash, unpacks it and keeps it.
 * @returns the kept folder. Throws with the reason as the end of a sentence; leaves nothing half done.
 */
export async function obtainThroughNpm(
  root: string,
  store: string,
  report: Report,
): Promise<string> {
  await mkdir(store, { recursive: true });
  const work = await mkdtemp(join(store, '.npm-'));
  try {
    const tarball = await fetchThroughNpm(
      root,
      carrier,
      "TensorFlow's native library",
      work,
      report,
    );
    await whileTicking(unpack(tarball, work, join(work, 'unpacked')), (seconds) =>
      report.doing("Unpacking TensorFlow's native library", `${seconds} s`),
    );
    return await keepLibrary(store, 'npm', join(work, 'unpacked'));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
