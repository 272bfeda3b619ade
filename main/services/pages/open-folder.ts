import { stat } from 'node:fs/promises';
import { LecternError } from '../../contract/errors.ts';

/** Shows a folder in the system's file manager. Resolves to why it could not, in a few words; to nothing where it could. */
export type ShowFolder = (folder: string) => Promise<string>;

const failed = (
  what: string,
  safe: string,
  next: string,
  code: 'bad-request' | 'storage' = 'bad-request',
) => new LecternError({ code, what, safe, next });

/**
 * How windows have the data folder shown: that one and no other, once at a time, however often they ask. It throws `storage` where the
 * folder is gone, `bad-request` where nothing can show it. A host that may start no other program hands in nothing.
 */
export function folderOpener(folder: string, show: ShowFolder | undefined): () => Promise<void> {
  const once = async () => {
    if (!show)
      throw failed(
        'Lectern was started so that it opens no other program.',
        'Your files are in the folder as before.',
        'Copy the path and open it yourself.',
      );
    const found = await stat(folder).catch(() => null);
    if (!found?.isDirectory()) {
      throw failed(
        'The data folder is not there: it was moved, renamed or taken away, or its drive is not connected.',
        'Lectern keeps in memory what it could not save, as long as it runs.',
        'Bring the folder back to its place.',
        'storage',
      );
    }
    const why = await show(folder).catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    );
    if (why !== '')
      throw failed(
        `The folder could not be opened: ${why}.`,
        'Your files are in it as before.',
        'Copy the path and open it in a file manager or a terminal.',
      );
  };
  let under: Promise<void> | null = null;
  return () => (under ??= once().finally(() => (under = null)));
}
