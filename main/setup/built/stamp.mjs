import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A fingerprint of every file below the folders: names, sizes and times, not contents, so that asking costs milliseconds.
 * @param {string} root @param {string[]} places folders, or files
 */
export function fingerprint(root, places) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(path);
    if (stat.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name));
    else if (!/\.test\.tsx?$/.test(path))
      hash.update(`${path.slice(root.length)}\0${stat.size}\0${stat.mtimeMs}\n`);
  };
  for (const place of places) if (existsSync(join(root, place))) visit(join(root, place));
  return hash.digest('hex');
}

/**
 * The text of a stamp, which says of what sources a build was made and what it left: asked for once everything is written.
 * @param {string} root
 * @param {string} sources the fingerprint of the sources, from before the build
 * @param {string[]} made what the build wrote, below the root
 */
export const stampText = (root, sources, made) =>
  JSON.stringify({ sources, made, outputs: fingerprint(root, made) });

/**
 * What a stamp says of a build: it stands; it is out of date (or there is none); or its sources are the same and what it made is not.
 * A full disk, a power cut or a person's hand can do that, and nothing else would notice it.
 * @param {string} root @param {string} file the stamp @param {string[]} sources
 * @returns {'current' | 'old' | 'damaged'}
 */
export function readStamp(root, file, sources) {
  let stamp;
  try {
    stamp = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return 'old';
  }
  if (stamp?.sources !== fingerprint(root, sources) || !Array.isArray(stamp.made)) return 'old';
  return stamp.outputs === fingerprint(root, stamp.made) ? 'current' : 'damaged';
}

/** What is said where something built is built again though no source changed. @param {string} folder */
export const damagedLine = (folder) =>
  `Files in ${folder} were not as they had been built. They are built again.`;
