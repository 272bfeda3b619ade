import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { hashFile, keepLibrary } from './library-store.ts';
import { addonPlace, librariesPlace } from './places.ts';
import { whileTicking, type Report } from './report.ts';
import { tarEntries } from './tar.ts';

/**
 * A package of the npm registry that carries libtensorflow 1.15.0 and tfjs-node's addon for Linux x64. Its version and content
 * are pinned: whatever else the registry answers is refused.
 */
const carrier = {
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
/** A slow line gets this long (milliseconds). */
const limit = 15 * 60_000;

export const npmCarrierFits = () => process.platform === 'linux' && process.arch === 'x64';

/** Fetches the package through npm, so that the person's own registry, proxy, certificates and tokens apply. */
async function fetchThroughNpm(root: string, to: string, report: Report): Promise<string> {
  const args = [
    'pack',
    carrier.spec,
    '--pack-destination',
    to,
    '--ignore-scripts',
    '--loglevel=error',
    '--fetch-retries=1',
  ];
  const cli = process.env['npm_execpath'];
  const child = cli?.endsWith('.js')
    ? spawn(process.execPath, [cli, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
    : spawn('npm', args, {
        cwd: root,
        stdio: ['ignore', 'ignore', 'pipe'],
        shell: process.platform === 'win32',
      });
  let complaint = '';
  child.stderr.on(
    'data',
    (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(0, 4000)),
  );
  const timer = setTimeout(() => child.kill('SIGKILL'), limit);
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      complaint = error.message;
      resolve(null);
    });
    child.once('exit', resolve);
  });
  const code = await whileTicking(ended, (seconds) =>
    report.doing(
      `Fetching TensorFlow's native library through npm (${carrier.megabytes} MB, once)`,
      `${seconds} s`,
    ),
  );
  clearTimeout(timer);
  const file = (await readdir(to)).find((name) => name.endsWith('.tgz'));
  if (code === 0 && file) return join(to, file);
  if (code === null && !complaint)
    throw new Error(`npm had not fetched it after ${limit / 60_000} minutes`);
  const reason = complaint
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .find((line) => line && !line.startsWith('code'));
  throw new Error(`npm could not fetch ${carrier.spec}${reason ? `: ${reason}` : ''}`);
}

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
    const tarball = await fetchThroughNpm(root, work, report);
    report.doing('Checking what was fetched');
    if ((await hashFile(tarball, 'sha512', 'base64')) !== carrier.sha512)
      throw new Error(
        `what npm fetched (${(await stat(tarball)).size} bytes) is not the file that Lectern knows; it was thrown away`,
      );
    await whileTicking(unpack(tarball, join(work, 'unpacked')), (seconds) =>
      report.doing("Unpacking TensorFlow's native library", `${seconds} s`),
    );
    return await keepLibrary(store, 'npm', join(work, 'unpacked'));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
