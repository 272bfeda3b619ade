import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { keepLibrary } from './library-store.ts';
import { fetchThroughNpm, type Pinned } from '../npm-pack.ts';
import { addonPlace, librariesPlace } from '../places.ts';
import { whileTicking, type Report } from '../report.ts';
import { tarEntries } from '../tar.ts';

/**
 * A package of the npm registry that carries libtensorflow 1.15.0 and tfjs-node's addon for Linux x64. Its version and content
 * are pinned: whatever else the registry answers is refused.
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
const addonInside = `${inside}lib/napi-v6/tfjs_binding.node`;
const librariesInside = `${inside}deps/lib/`;

export const npmCarrierFits = () => process.platform === 'linux' && process.arch === 'x64';

/** Takes the addon and the libraries out of the package: a brotli tar within the gzip tar. */
async function unpack(tarball: string, to: string): Promise<void> {
  for (const part of [dirname(addonPlace), librariesPlace])
    await mkdir(join(to, part), { recursive: true });
  const destination = (path: string): string | null => {
    if (path === addonInside) return join(to, addonPlace);
    const name = basename(path);
    return path === librariesInside + name && /^libtensorflow[\w.]*$/.test(name)
      ? join(to, librariesPlace, name)
      : null;
  };
  await pipeline(
    createReadStream(tarball),
    createGunzip(),
    async (outer: AsyncIterable<Buffer>) => {
      for await (const entry of tarEntries(outer)) {
        if (entry.path !== carrier.archive) continue;
        await pipeline(
          Readable.from(entry.body),
          createBrotliDecompress(),
          async (inner: AsyncIterable<Buffer>) => {
            for await (const { path, kind, target, body } of tarEntries(inner)) {
              const file = destination(path);
              if (file === null) continue;
              if (kind === 'file')
                await pipeline(Readable.from(body), createWriteStream(file, { mode: 0o755 }));
              else if (kind === 'link' && target === basename(target)) await symlink(target, file);
            }
          },
        );
        return;
      }
      throw new Error(`${carrier.archive} is not in the package`);
    },
  );
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
    await whileTicking(unpack(tarball, join(work, 'unpacked')), (seconds) =>
      report.doing("Unpacking TensorFlow's native library", `${seconds} s`),
    );
    return await keepLibrary(store, 'npm', join(work, 'unpacked'));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
