import { open, type FileHandle } from 'node:fs/promises';
import type { FileSource } from '../../../labs/data/encoding.ts';
import { LecternError } from '../../contract/errors.ts';
import { whyNotRead } from '../files/why-not-read.ts';

/** A file on disk as the labs read it: piece by piece, never as a whole. */
export interface TableFile extends FileSource {
  close(): Promise<void>;
}

/** Opens a file to be read. Throws a LecternError where there is none or it can't be read. */
export async function openTable(path: string): Promise<TableFile> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch (error) {
    const missing = (error as { code?: string }).code === 'ENOENT';
    throw refuse(
      missing ? `There is no file ${path}.` : `${path} can’t be opened: ${whyNotRead(error)}.`,
    );
  }
  const stat = await handle.stat();
  if (!stat.isFile()) {
    await handle.close();
    throw refuse(`${path} is no file.`);
  }
  return {
    size: stat.size,
    slice: (from, to) => ({ arrayBuffer: () => readPart(handle, from, to) }),
    close: () => handle.close(),
  };
}

async function readPart(handle: FileHandle, from: number, to: number): Promise<ArrayBuffer> {
  const buffer = new ArrayBuffer(to - from);
  const bytes = new Uint8Array(buffer);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled === bytes.length ? buffer : buffer.slice(0, filled);
}

const refuse = (what: string) =>
  new LecternError({
    code: 'bad-file',
    what,
    safe: 'Nothing was written.',
    next: 'Name a CSV file that exists.',
  });
