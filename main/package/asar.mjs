import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A file of a package: its path with slashes, its size in bytes; `unpacked` where it lies beside the archive; `link` where it is
 * only another name.
 * @typedef {{ path: string, size: number, unpacked: boolean, link: string | null }} Packed
 * @typedef {{ size?: number, offset?: string, unpacked?: boolean, executable?: boolean, link?: string, files?: Record<string, Node>, integrity?: { algorithm: string, hash: string } }} Node
 */

/** The archive's table of contents: four numbers of 32 bits (the last is the length of the text), the text, then the files. */
function readHead(archive) {
  const file = openSync(archive, 'r');
  try {
    const numbers = Buffer.alloc(16);
    readSync(file, numbers, 0, 16, 0);
    const text = Buffer.alloc(numbers.readUInt32LE(12));
    readSync(file, text, 0, text.length, 16);
    return {
      /** @type {Node} */ root: JSON.parse(text.toString('utf8')),
      start: 8 + numbers.readUInt32LE(4),
    };
  } finally {
    closeSync(file);
  }
}

/** @param {Node} node @param {string} path @returns {Generator<[string, Node]>} */
function* leaves(node, path = '') {
  for (const [name, child] of Object.entries(node.files ?? {})) {
    const below = path === '' ? name : `${path}/${name}`;
    if (child.files) yield* leaves(child, below);
    else yield [below, child];
  }
}

/**
 * What an `app.asar` holds, what lies unpacked beside it included.
 * @param {string} archive @returns {Packed[]}
 */
export function listArchive(archive) {
  return [...leaves(readHead(archive).root)].map(([path, node]) => ({
    path,
    size: node.size ?? 0,
    unpacked: node.unpacked === true,
    link: node.link ?? null,
  }));
}

/** @param {{ start: number }} head @param {string} archive @param {string} path @param {Node} node */
function bytesOf({ start }, archive, path, node) {
  if (node.unpacked) return readFileSync(join(`${archive}.unpacked`, path));
  const bytes = Buffer.alloc(node.size ?? 0);
  const file = openSync(archive, 'r');
  try {
    readSync(file, bytes, 0, bytes.length, start + Number(node.offset));
  } finally {
    closeSync(file);
  }
  return bytes;
}

/**
 * The bytes of one file of an `app.asar`. Throws where there is none of that path.
 * @param {string} archive @param {string} path
 */
export function readFromArchive(archive, path) {
  const head = readHead(archive);
  const found = [...leaves(head.root)].find(([name]) => name === path);
  if (!found) throw new Error(`${path} is not in the archive.`);
  return bytesOf(head, archive, path, found[1]);
}

/**
 * Writes all of an `app.asar` into a folder, each file compared with the hash that the archive gives for it.
 * Throws where one differs or is missing.
 * @param {string} archive @param {string} folder
 */
export function extractArchive(archive, folder) {
  const head = readHead(archive);
  for (const [path, node] of leaves(head.root)) {
    const to = join(folder, path);
    mkdirSync(dirname(to), { recursive: true });
    if (node.link !== undefined) {
      // A link's target is given from the archive's root.
      symlinkSync(`${'../'.repeat(path.split('/').length - 1)}${node.link}`, to);
      continue;
    }
    const bytes = bytesOf(head, archive, path, node);
    if (
      node.integrity &&
      createHash(node.integrity.algorithm).update(bytes).digest('hex') !== node.integrity.hash
    )
      throw new Error(`${path} differs from its hash in the archive.`);
    writeFileSync(to, bytes);
    if (node.executable) chmodSync(to, 0o755);
  }
}
