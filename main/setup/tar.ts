import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { ReadEntry } from 'tar';

/** What is asked of each entry before anything of it is written: its path in the archive, and what it is. */
export type Wanted = (path: string, entry: Pick<ReadEntry, 'type' | 'linkpath'>) => boolean;

export interface UnpackOptions {
  /** How many folders are taken off the front of each path; none where it is left out. */
  strip?: number;
  /** Brotli carries no mark that tells it from plain bytes: it has to be said. Gzip is found out. */
  brotli?: boolean;
}

interface TarError extends Error {
  tarCode?: string;
  code?: string;
}

/** What `tar` and zlib say, in the words that end our sentences; an error of the disk stays as it is. */
function inOurWords(error: TarError): Error {
  const { tarCode, code } = error;
  if (tarCode === 'TAR_BAD_ARCHIVE' || code === 'Z_BUF_ERROR')
    return new Error('the archive is cut short', { cause: error });
  if (tarCode === 'TAR_ENTRY_INVALID' || tarCode === 'TAR_ABORT')
    return new Error('the archive is damaged', { cause: error });
  return error;
}

/**
 * Writes the wanted entries of a tar archive (plain, gzip or Brotli) below a folder, which is made where it is missing. Nothing is
 * written outside of the folder, by no path and by no link.
 * Throws where the archive is damaged or ends early, with the reason as the end of a sentence. What was written until then stays.
 */
export async function unpackTar(
  archive: string,
  folder: string,
  wanted: Wanted,
  { strip = 0, brotli = false }: UnpackOptions = {},
): Promise<void> {
  await mkdir(folder, { recursive: true });
  // Loaded here, because an ordinary start has nothing to unpack and should not wait for it.
  const { Unpack } = await import('tar');
  const unpack = new Unpack({
    cwd: folder,
    strip,
    brotli,
    // A warning is an error: an archive that we pinned has nothing to warn of.
    strict: true,
    // The files are the person's own, whoever packed them and whenever.
    preserveOwner: false,
    noMtime: true,
    filter: (path, entry) => wanted(path, entry as ReadEntry),
  });
  let complete = false;
  unpack.once('eof', () => (complete = true));
  // It may complain again while the pipeline, which has heard enough, is ending it.
  unpack.on('error', () => undefined);
  try {
    await pipeline(createReadStream(archive), unpack as unknown as NodeJS.WritableStream);
  } catch (error) {
    throw inOurWords(error as TarError);
  }
  if (!complete) throw new Error('the archive is cut short');
}
