import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { whyNotRead } from '../../files/why-not-read.ts';
import { isForeign, whyNot, type NotRead } from './find-files.ts';
import type { HandedIn } from './handed-in.ts';

/**
 * What one zip may unpack to, all that is in it together (bytes). A class of 300 with 3 MB each is
 * 900 MB; a zip bomb begins far above. Nothing is ever written to disk: this bounds time, and memory
 * is bounded by the longest line.
 */
export const zipLimits = {
  bytes: 2 ** 31,
  /** One file in it (bytes): far more than any notebook, and little enough to be read in seconds. */
  file: 2 ** 28,
  /** Past so many files the rest is not even listed; folders of a system do not count. */
  files: 20_000,
  /** A zip within a zip is held in memory, so it must be smaller (bytes). */
  inner: 2 ** 26,
  /** A course's zip holds what a student zipped: two, one in the other. */
  depth: 2,
};
export type ZipLimits = typeof zipLimits;

export interface OpenedZip {
  files: HandedIn[];
  notRead: NotRead[];
  close: () => void;
}

/** What the zips of one hand-in have used up of the limits, those in one another together. */
interface Spent {
  bytes: number;
  files: number;
}

/**
 * What a zip file holds, without unpacking it: `files` are read as streams, straight out of it.
 * Sizes are checked by what the zip says, and again while it is read, for it may say anything.
 * `name` is the zip's own name in the tables. Never throws: a damaged zip is one file not read.
 */
export async function openZip(
  from: string | Buffer,
  name: string,
  limits: ZipLimits = zipLimits,
  spent: Spent = { bytes: 0, files: 0 },
  depth = 1,
): Promise<OpenedZip> {
  const found: OpenedZip = { files: [], notRead: [], close: () => undefined };
  // Names are decoded below: a wrong one leaves out its own file, not the whole zip.
  const options = { autoClose: false, decodeStrings: false };
  try {
    const zip =
      typeof from === 'string'
        ? await yauzl.openPromise(from, options)
        : await yauzl.fromBufferPromise(from, options);
    found.close = () => zip.close();
    for await (const entry of zip.eachEntry()) {
      if (spent.files >= limits.files) {
        const why = `the zip holds more than ${limits.files.toLocaleString('en-US')} files: the rest was not looked at`;
        found.notRead.push({ file: name, why, handedIn: true });
        break;
      }
      await take({ zip, entry, name, limits, spent, depth, found });
    }
  } catch (error) {
    found.notRead.push({
      file: name,
      why: whyNotOpened(error),
      handedIn: true,
    });
  }
  return found;
}

interface Taking {
  zip: ZipFile;
  entry: Entry;
  name: string;
  limits: ZipLimits;
  spent: Spent;
  depth: number;
  found: OpenedZip;
}

async function take(taking: Taking): Promise<void> {
  const { zip, entry, name, limits, spent, found } = taking;
  const inside = nameOf(entry);
  const file = `${name}/${inside}`;
  const leave = (why: string, handedIn = true) => found.notRead.push({ file, why, handedIn });
  if (inside.endsWith('/')) return;
  const parts = inside.split('/');
  if (yauzl.validateFileName(inside) !== null) {
    leave('its name leads out of the zip');
    return;
  }
  if (parts.slice(0, -1).some(isForeign)) {
    leave('it lies in a folder of the system', false);
    return;
  }
  spent.files += 1;
  const not = whyNot(parts.at(-1)!);
  if (not) {
    leave(not.why, not.handedIn);
    return;
  }
  if (!entry.canDecodeFileData()) {
    leave(entry.isEncrypted() ? 'it is locked with a password' : 'it is packed in an unknown way');
    return;
  }
  if (entry.uncompressedSize > limits.file) {
    leave('it unpacks to far more than a notebook has');
    return;
  }
  // What is left counts for nothing: the files behind a bomb are read.
  if (spent.bytes + entry.uncompressedSize > limits.bytes) {
    leave('the zip unpacks to far more than a class hands in');
    return;
  }
  spent.bytes += entry.uncompressedSize;
  if (/\.zip$/i.test(inside)) await takeInner(taking, file, leave);
  else
    found.files.push({
      file,
      bytes: entry.uncompressedSize,
      open: () => decoded(zip.openReadStreamPromise(entry)),
    });
}

async function takeInner(
  { zip, entry, limits, spent, depth, found }: Taking,
  file: string,
  leave: (why: string) => void,
): Promise<void> {
  if (depth >= limits.depth) return leave('a zip in a zip in a zip');
  if (entry.uncompressedSize > limits.inner) return leave('it is too large for a zip in a zip');
  try {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    const inner = await openZip(Buffer.concat(pieces), file, limits, spent, depth + 1);
    found.files.push(...inner.files);
    found.notRead.push(...inner.notRead);
  } catch (error) {
    leave(whyNotOpened(error));
  }
}

/** Its name as the zip means it; slashes of Windows are taken for slashes. */
const nameOf = (entry: Entry): string =>
  yauzl.getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    false,
  );

async function* decoded(opening: Promise<Readable>): AsyncGenerator<string> {
  try {
    const stream = await opening;
    stream.setEncoding('utf8');
    for await (const chunk of stream) yield chunk as string;
  } catch (error) {
    throw new Error('the zip is damaged where this file lies in it', { cause: error });
  }
}

/** In words of a person's: what a zip is made of inside helps nobody who has to ask for it again. */
function whyNotOpened(error: unknown): string {
  const { syscall } = error as NodeJS.ErrnoException;
  return syscall === undefined
    ? 'the zip is damaged, or its end is missing'
    : `the zip can't be read: ${whyNotRead(error)}`;
}
