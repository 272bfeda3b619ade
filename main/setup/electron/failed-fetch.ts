import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { haveFolder } from '../../storage/make-folder.ts';
import { cacheFolder } from '../places.ts';
import { withinLastDay } from '../recently.ts';
import { proxySettings } from './fetch-failure.ts';

/** When fetching Electron failed last, and why, as the end of a sentence; and which proxies were named then. */
const failedFetch = z.object({ at: z.number(), why: z.string(), proxies: z.string() });
export type FailedFetch = z.infer<typeof failedFetch>;

/** Tells one setting from another. A hash, because a proxy's address may hold a password. */
const proxiesNow = () =>
  createHash('sha256')
    .update(JSON.stringify(proxySettings(process.env)))
    .digest('hex');

const noteFile = () => join(cacheFolder(), 'electron-not-fetched.json');

/** The last fetch that failed; null where none did, or where another has worked since. */
export function lastFailedFetch(): FailedFetch | null {
  try {
    return failedFetch.parse(JSON.parse(readFileSync(noteFile(), 'utf8')));
  } catch {
    return null;
  }
}

/**
 * A download that can't work is tried once a day, not at every start: behind some walls it takes minutes to fail. Where another
 * proxy is named since, it is tried again.
 */
export function failedToday(now: number = Date.now()): FailedFetch | null {
  const failed = lastFailedFetch();
  const same = failed?.proxies === proxiesNow();
  return failed && same && withinLastDay(failed.at, now) ? failed : null;
}

/** Remembers a failure, or with null that the last fetch worked. */
export function noteFetch(why: string | null): void {
  try {
    if (why === null) rmSync(noteFile(), { force: true });
    else {
      haveFolder(cacheFolder());
      writeFileSync(noteFile(), JSON.stringify({ at: Date.now(), why, proxies: proxiesNow() }));
    }
  } catch {
    // Without a cache every start tries.
  }
}
