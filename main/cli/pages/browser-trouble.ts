import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { LecternError } from '../../contract/errors.ts';
import { reasonInWords } from '../../storage/data-folder.ts';

const megabyte = 2 ** 20;
/** What a browser keeps in temporary files while it lays out a lecture, rounded up (bytes). */
const needed = 64 * megabyte;

const safe = 'No file is half written. A file that was there before is unchanged.';

/**
 * Why pages could not be laid out, for a person: a browser says it with all its switches and an address that nobody else should
 * have. A full disk is found by looking, as a browser gives it many names: `freeIn` says how many bytes a folder may still take, null
 * where that can't be found out. `otherwise` is another way to the same, in a sentence.
 */
export async function browserTrouble(
  error: unknown,
  otherwise: string,
  place = tmpdir(),
  freeIn: (folder: string) => Promise<number | null> = freeBytes,
): Promise<LecternError> {
  const variable = process.platform === 'win32' ? 'TEMP' : 'TMPDIR';
  const free = await freeIn(place);
  const { syscall } = error as NodeJS.ErrnoException;
  let what = `The browser could not lay out the pages: ${firstLine(error)}.`;
  let next = `Try again. If it happens twice, name another browser with CHROMIUM_PATH. ${otherwise}`;
  if (free !== null && free < needed) {
    what =
      `The browser needs ${inMegabytes(needed)} for temporary files, and in ${place} there ` +
      `${megabytesOf(free) === 1 ? 'is' : 'are'} ${inMegabytes(free)} left.`;
    next = `Make room there, or name another folder with ${variable}.`;
  } else if (syscall === 'mkdtemp') {
    what = `${place} can’t hold temporary files: ${reasonInWords(error)}.`;
    next = `Name another folder with ${variable}.`;
  }
  const told = new LecternError({ code: 'internal', what, safe, next: next.trim() });
  told.cause = error;
  return told;
}

const megabytesOf = (bytes: number) => Math.floor(bytes / megabyte);
const inMegabytes = (bytes: number) => `${megabytesOf(bytes)} MB`;

const freeBytes = (folder: string): Promise<number | null> =>
  statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  );

function firstLine(error: unknown): string {
  const [line] = (error instanceof Error ? error.message : String(error)).split('\n');
  // eslint-disable-next-line no-control-regex -- the colours of a terminal
  return line!.replace(/\u001B\[[\d;]*m| at https?:\S+/g, '').replace(/[.:\s]+$/, '');
}
