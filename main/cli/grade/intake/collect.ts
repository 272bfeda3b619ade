import { createReadStream } from 'node:fs';
import { findFiles, type FoundFile, type NotRead } from './find-files.ts';
import type { HandedIn } from './handed-in.ts';
import { openZip } from './open-zip.ts';

export interface Collected {
  files: HandedIn[];
  /** Everything else that lies there, and why it is left. */
  notRead: NotRead[];
  /** Closes the zips: the files in them can't be opened afterwards. */
  close: () => void;
}

/** So much is read at a time (bytes): a run's line is often longer than the 64 kB that Node reads. */
const pieceBytes = 2 ** 20;

/** A file of the disk. */
export const onDisk = ({ path, file, bytes }: FoundFile): HandedIn => ({
  file,
  bytes,
  open: () => createReadStream(path, { encoding: 'utf8', highWaterMark: pieceBytes }),
});

/** Everything that was handed in, also in zips. `own`: see `findFiles`. Throws where the folder can't be listed. */
export async function collect(
  folder: string,
  own: ReadonlySet<string> = new Set(),
): Promise<Collected> {
  const found = await findFiles(folder, own);
  const all: Collected = { files: [], notRead: [...found.notRead], close: () => undefined };
  const closers: (() => void)[] = [];
  for (const one of found.files) {
    if (!/\.zip$/i.test(one.file)) {
      all.files.push(onDisk(one));
      continue;
    }
    const zip = await openZip(one.path, one.file);
    closers.push(zip.close);
    all.files.push(...zip.files);
    all.notRead.push(...zip.notRead);
  }
  all.close = () => {
    for (const close of closers) close();
  };
  return all;
}
