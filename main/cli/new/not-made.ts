import { LecternError } from '../../contract/errors.ts';
import { isFull, reasonInWords } from '../../storage/data-folder.ts';

/** Why a lab or a slide could not be made: its files are written into the project's own folder. */
export const notMade = (what: string, error: unknown): LecternError =>
  new LecternError({
    code: 'storage',
    what: `${what} could not be made: ${reasonInWords(error)}.`,
    safe: 'Nothing was written.',
    next: isFull(error)
      ? 'Make room, then type the command again.'
      : 'Type the command as the user to whom this folder belongs.',
  });
