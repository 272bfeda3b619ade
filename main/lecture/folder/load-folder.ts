import { createHash } from 'node:crypto';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { LectureFiles, Picture } from '../read/files.ts';
import { limits } from '../read/limits.ts';
import { decodeText } from '../read/text.ts';
import { isPicture, pictureType } from './picture-kind.ts';
import { cleanSvg } from './svg.ts';

interface Loaded {
  /** Of the file when it was read: size and times. */
  print: string;
  text?: string;
  picture?: Picture;
  refused?: string;
}

/** What was read of a folder before, by path. */
export type LoadCache = Map<string, Loaded>;

const isText = (path: string) => /\.(md|markdown|ya?ml|csv)$/i.test(path);

/**
 * Reads what a lecture may use of a folder: Markdown, YAML and CSV as text, and which pictures there are. Files that are too large,
 * are no plain files, or whose path leads out of the folder by a link or junction, are refused with a reason. Names that begin
 * with a dot, and `node_modules`, are not looked at.
 * Throws what the file system says where the folder itself can't be read.
 */
export async function loadFolder(
  folder: string,
  cache: LoadCache = new Map(),
): Promise<LectureFiles & { others: readonly string[] }> {
  const root = await realpath(folder);
  const texts = new Map<string, string>();
  const pictures = new Map<string, Picture>();
  const refused = new Map<string, string>();
  const seen = new Set<string>();
  let allText = 0;
  const { found, others } = await pathsIn(root, refused);
  for (const path of found) {
    seen.add(path);
    if (allText > limits.allText && isText(path)) {
      refused.set(path, 'is more text than a lecture can have in all');
      continue;
    }
    const loaded = await loadFile(root, path, cache);
    if (loaded.text !== undefined) allText += loaded.text.length;
    if (allText > limits.allText && isText(path)) {
      refused.set(path, 'is more text than a lecture can have in all');
      continue;
    }
    if (loaded.text !== undefined) texts.set(path, loaded.text);
    if (loaded.picture) pictures.set(path, loaded.picture);
    if (loaded.refused !== undefined) refused.set(path, loaded.refused);
  }
  for (const path of cache.keys()) if (!seen.has(path)) cache.delete(path);
  return { texts, pictures, refused, others };
}

/**
 * Every file below the folder that a lecture may use, sorted, and the others; links are listed, and looked at when they are
 * opened.
 */
async function pathsIn(
  root: string,
  refused: Map<string, string>,
): Promise<Record<'found' | 'others', string[]>> {
  const found: string[] = [];
  const others: string[] = [];
  const visit = async (below: string, depth: number): Promise<void> => {
    const entries = await readdir(join(root, below), { withFileTypes: true }).catch((error) => {
      if (below === '') throw error;
      return [];
    });
    for (const entry of entries) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) {
        if (depth < limits.depth) await visit(path, depth + 1);
        else refused.set(path, `is a folder in more than ${limits.depth} others`);
        continue;
      }
      if (!isText(path) && !isPicture(path)) {
        if (others.length < limits.files) others.push(path);
        continue;
      }
      if (found.length >= limits.files)
        refused.set(path, `is one of more than ${limits.files} files`);
      else found.push(path);
    }
  };
  await visit('', 0);
  return { found: found.sort(), others: others.sort() };
}

/** The real path of a file that stays below the folder; null where a link leads out of it. */
export async function realPathBelow(root: string, path: string): Promise<string | null> {
  const real = await realpath(join(root, ...path.split('/')));
  return real.startsWith(root.endsWith(sep) ? root : root + sep) ? real : null;
}

async function loadFile(root: string, path: string, cache: LoadCache): Promise<Loaded> {
  try {
    const real = await realPathBelow(root, path);
    if (real === null) return { print: '', refused: 'leads out of the folder by a link' };
    const found = await stat(real);
    const { size, mtimeMs, ctimeMs, ino } = found;
    if (!found.isFile()) return { print: '', refused: 'is no plain file' };
    const print = [real, size, mtimeMs, ctimeMs, ino].join(' ');
    const before = cache.get(path);
    if (before?.print === print) return before;
    const most = isText(path) ? limits.textFile : limits.picture;
    const loaded: Loaded =
      size > most
        ? { print, refused: `is larger than ${most / 1024 / 1024} MB` }
        : { print, ...takeIn(path, await readUpTo(real, most)) };
    cache.set(path, loaded);
    return loaded;
  } catch {
    return { print: '', refused: 'can’t be read' };
  }
}

/** A file's bytes, never more than `most`: it may grow while it is read. */
export async function readUpTo(path: string, most: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, most));
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

function takeIn(path: string, bytes: Buffer): Omit<Loaded, 'print'> {
  if (isText(path)) {
    const text = decodeText(bytes);
    return text === null ? { refused: 'is no text in UTF-8 or UTF-16' } : { text };
  }
  const served = servedPicture(path, bytes);
  if (served === null) return { refused: 'is no picture of the kind that its name says' };
  const hash = createHash('sha256').update(served.body).digest('hex').slice(0, 16);
  return { picture: { hash } };
}

/** A picture as it is served: a drawing is cleaned first. Null where its bytes are not what its name says. */
export function servedPicture(path: string, bytes: Buffer): { body: Buffer; type: string } | null {
  const type = pictureType(path, bytes);
  if (type === null) return null;
  if (type !== 'image/svg+xml') return { body: bytes, type };
  const text = decodeText(bytes);
  const clean = text === null ? null : cleanSvg(text);
  return clean === null ? null : { body: Buffer.from(clean), type };
}
