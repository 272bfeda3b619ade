import { createHash } from 'node:crypto';
import { z } from 'zod';
import { withinLastDay } from '../recently.ts';
import { cacheNote } from './cache-note.ts';
import { proxySettings } from './fetch-failure.ts';

/** When fetching Electron failed last, and why, as the end of a sentence; and which proxies were named then. */
const failedFetch = z.object({ at: z.number(), why: z.string(), proxies: z.string() });
export type FailedFetch = z.infer<typeof failedFetch>;

/** Tells one setting from another. A hash, because a proxy's address may hold a password. */
const proxiesNow = () =>
  createHash('sha256')
    .update(JSON.stringify(proxySettings(process.env)))
    .digest('hex');

const note = cacheNote('electron-not-fetched.json', failedFetch);

/** The last fetch that failed; null where none did, or where another has worked since. */
export const lastFailedFetch = (): FailedFetch | null => note.read();

/**
 * A download that can't work is tried once a day, not at every start: behind some walls it takes minutes to fail. Where another
 * proxy is named since, it is tried again.
 */
export function failedToday(now: number = Date.now()): FailedFetch | null {
  const failed = lastFailedFetch();
  const same = failed?.proxies === proxiesNow();
  return failed && same && withinLastDay(failed.at, now) ? failed : null;
}

/** Remembers a failure, or with null that the last fetch worked. Without a cache every start tries. */
export const noteFetch = (why: string | null): void =>
  note.write(why === null ? null : { at: Date.now(), why, proxies: proxiesNow() });
