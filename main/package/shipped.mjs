import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listArchive, readFromArchive } from './asar.mjs';
import { readPackage } from './licences.mjs';

/** Where in `node_modules` a package of this name and version lies, from the lock file; a packer lays folders out in its own way. */
function placesByVersion(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return new Map(
    Object.entries(packages)
      .filter(([place]) => place !== '')
      .map(([place, { name, version }]) => [
        `${name ?? place.split('node_modules/').at(-1)} ${version}`,
        place,
      ]),
  );
}

/** TensorFlow's library itself comes in no package of its own. */
function tensorflow(root) {
  const libraries = join(root, 'node_modules/@tensorflow/tfjs-node/deps/lib');
  const deps = join(libraries, '..');
  const version =
    readdirSync(libraries)
      .map((name) => /^libtensorflow\.(?:so\.)?(\d+\.\d+\.\d+)/.exec(name)?.[1])
      .find(Boolean) ?? '';
  const texts = readdirSync(deps)
    .filter((name) => /^(LICENSE|THIRD_PARTY)/.test(name))
    .map((file) => ({ file, text: readFileSync(join(deps, file), 'utf8').trim() }));
  return {
    name: 'libtensorflow',
    version,
    licence: 'Apache-2.0',
    author: 'The TensorFlow Authors',
    texts,
  };
}

/**
 * The packages that an `app.asar` holds, those whose code went into the pages, the programs and the
 * sandbox's worker, and TensorFlow's library where it is packed, each with its licence as it stands
 * in `node_modules`.
 * @param {string} root the project's folder @param {string} archive @returns {import('./licences.mjs').Shipped[]}
 */
export function shippedPackages(root, archive) {
  const places = placesByVersion(root);
  const packed = listArchive(archive);
  const manifests = packed.filter(({ path }) =>
    /(^|\/)node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(path),
  );
  const inArchive = manifests.map(({ path }) => {
    const { name, version } = JSON.parse(readFromArchive(archive, path).toString('utf8'));
    const place = places.get(`${name} ${version}`);
    if (!place)
      throw new Error(`${name} ${version} is packed, but the lock file does not know it.`);
    return place;
  });
  const inPages = JSON.parse(readFileSync(join(root, 'out/renderer-packages.json'), 'utf8'));
  const inWorker = JSON.parse(readFileSync(join(root, 'out/worker-packages.json'), 'utf8'));
  const inPrograms = JSON.parse(readFileSync(join(root, 'out/app-packages.json'), 'utf8'));
  const all = [...new Set([...inArchive, ...inPages, ...inWorker, ...inPrograms])].map((place) =>
    readPackage(join(root, place)),
  );
  return packed.some(({ path }) => /deps\/lib\/|tensorflow\.dll$/.test(path))
    ? [...all, tensorflow(root)]
    : all;
}
