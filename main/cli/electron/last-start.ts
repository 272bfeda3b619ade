import { z } from 'zod';
import { cacheNote } from '../../setup/electron/cache-note.ts';

/** When Electron was started and showed no window, and why, as the end of a sentence. */
const windowless = z.object({ at: z.number(), why: z.string() });
export type WindowlessStart = z.infer<typeof windowless>;

const note = cacheNote('electron-no-window.json', windowless);

/** The last start without a window; null where none was, or where a window has been shown since. */
export const lastWindowlessStart = (): WindowlessStart | null => note.read();

/** Remembers why no window came, or with null that one was shown. */
export const noteStart = (why: string | null): void =>
  note.write(why === null ? null : { at: Date.now(), why });
