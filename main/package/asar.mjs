import { extractAll, extractFile, listPackage, statFile, uncache } from '@electron/asar';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * A file of a package: its path with slashes, its size in bytes; `unpacked` where it lies beside
 * the archive; `link` where it is only another name.
 * @typedef {{ path: string, size: number, unpacked: boolean, link: string | null }} Packed
 */

/**
 * The files and links of an archive, each with what its table of contents says of it. The library
 * keeps every table that it has read: it is told to look again, as an archive may be packed anew.
 * @param {string} archive
 */
function entriesOf(archive) {
  uncache(archive);
  return listPackage(archive, { isPack: false })
    .map((path) => path.slice(1))
    .map((path) => ({
      path: path.split(sep).join('/'),
      entry: statFile(archive, path, false),
    }))
    .filter(({ entry }) => !('files' in entry));
}

/**
 * What an `app.asar` holds, what lies unpacked beside it included.
 * @param {string} archive @returns {Packed[]}
 */
export function listArchive(archive) {
  return entriesOf(archive).map(({ path, entry }) => ({
    path,
    size: 'size' in entry ? entry.size : 0,
    unpacked: entry.unpacked === true,
    link: 'link' in entry ? entry.link : null,
  }));
}

/**
 * The bytes of one file of an `app.asar`. Throws where there is none of that path.
 * @param {string} archive @param {string} path
 */
export function readFromArchive(archive, path) {
  if (!entriesOf(archive).some((found) => found.path === path))
    throw new Error(`${path} is not in the archive.`);
  return extractFile(archive, path.split('/').join(sep));
}

/**
 * Writes all of an `app.asar` into a folder and compares each file with the hash that the archive
 * gives for it, which the library does not do. Throws where one differs or is missing.
 * @param {string} archive @param {string} folder
 */
export function extractArchive(archive, folder) {
  const entries = entriesOf(archive);
  extractAll(archive, folder);
  for (const { path, entry } of entries) {
    if (!('integrity' in entry)) continue;
    const { algorithm, hash } = entry.integrity;
    const written = readFileSync(join(folder, path));
    if (createHash(algorithm).update(written).digest('hex') !== hash)
      throw new Error(`${path} differs from its hash in the archive.`);
  }
}
