import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { cacheFolder } from '../places.ts';
import { withinLastDay } from '../recently.ts';

/** When fetching Electron failed last, and why, as the end of a sentence. */
const failedFetch = z.object({ at: z.number(), why: z.string() });
export type FailedFetch = z.infer<typeof failedFetch>;

const noteFile = () => join(cacheFolder(), 'electron-not-fetched.json');

/** The last fetch that failed; null where none did, or where another has worked since. */
export function lastFailedFetch(): FailedFetch | null {
  try {
    return failedFetch.parse(JSON.parse(readFileSync(noteFile(), 'utf8')));
  } catch {
    return null;
  }
}

/** A download that can't work is tried once a day, not at every start: behind some walls it takes minutes to fail. */
export function failedToday(now: number = Date.now()): FailedFetch | null {
  const failed = lastFailedFetch();
  return failed && withinLastDay(failed.at, now) ? failed : null;
}

/** Remembers a failure, or with null that the last fetch worked. */
export function noteFetch(why: string | null): void {
  try {
    if (why === null) rmSync(noteFile(), { force: true });
    else {
      mkdirSync(cacheFolder(), { recursive: true });
      writeFileSync(noteFile(), JSON.stringify({ at: Date.now(), why }));
    }
  } catch {
    // Without a cache every start tries.
  }
}
