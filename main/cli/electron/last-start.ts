import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { cacheFolder } from '../../setup/places.ts';

/** When Electron was started and showed no window, and why, as the end of a sentence. */
const windowless = z.object({ at: z.number(), why: z.string() });
export type WindowlessStart = z.infer<typeof windowless>;

const noteFile = () => join(cacheFolder(), 'electron-no-window.json');

/** The last start without a window; null where none was, or where a window has been shown since. */
export function lastWindowlessStart(): WindowlessStart | null {
  try {
    return windowless.parse(JSON.parse(readFileSync(noteFile(), 'utf8')));
  } catch {
    return null;
  }
}

/** Remembers why no window came, or with null that one was shown. */
export function noteStart(why: string | null): void {
  try {
    if (why === null) rmSync(noteFile(), { force: true });
    else {
      mkdirSync(cacheFolder(), { recursive: true });
      writeFileSync(noteFile(), JSON.stringify({ at: Date.now(), why }));
    }
  } catch {
    // Without a cache only the line above the address says it.
  }
}
