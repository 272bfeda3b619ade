import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readVersioned } from '../storage/versioned.ts';
import { writeAtomic } from '../storage/write.ts';

/** A browser that was let in: the hash of its cookie, never the cookie. */
export interface KnownBrowser {
  hash: string;
  /** ms since 1970. */
  at: number;
}

const keptFile = z.object({
  version: z.literal(1),
  /** The port that was used last. */
  port: z.number().int().min(1).max(65_535),
  sessions: z
    .array(
      z.object({
        port: z.number().int(),
        hash: z.string().regex(/^[\w-]{43}$/),
        at: z.number(),
      }),
    )
    .max(500),
});
type KeptFile = z.infer<typeof keptFile>;

/** A session is good for so long, in ms, however often the host is started again. */
const sessionMs = 12 * 3600_000;
/** More browsers than this are not remembered. */
const mostKept = 50;

const path = (folder: string) => join(folder, 'session.json');

async function read(folder: string): Promise<KeptFile | null> {
  const text = await readFile(path(folder), 'utf8').catch(() => '');
  const found = readVersioned(text, keptFile, 'version', 1);
  return found.ok ? found.data : null;
}

/** Whether a session is still good. Where the clock was set back by more than a session's life it is not. */
const isFresh = (at: number, now: number) => Math.abs(now - at) < sessionMs;

/** The port that the last host on this folder had; null where none is known. */
export async function lastPort(folder: string): Promise<number | null> {
  return (await read(folder))?.port ?? null;
}

/** The browsers that may come back to a host on this port. A file that can't be read lets nobody in. */
export async function keptSessions(
  folder: string,
  port: number,
  now: number,
): Promise<KnownBrowser[]> {
  const sessions = (await read(folder))?.sessions ?? [];
  return sessions
    .filter((one) => one.port === port && isFresh(one.at, now))
    .map(({ hash, at }) => ({ hash, at }));
}

/**
 * Keeps this port's browsers, readable by the file's owner alone. Those of another host on the same
 * folder stay. A folder that can't be written costs a restart its windows and nothing else.
 */
export async function keepSessions(
  folder: string,
  port: number,
  browsers: readonly KnownBrowser[],
  now: number,
): Promise<void> {
  const others = ((await read(folder))?.sessions ?? []).filter(
    (one) => one.port !== port && isFresh(one.at, now),
  );
  const own = browsers.slice(-mostKept).map((one) => ({ port, ...one }));
  await write(folder, { version: 1, port, sessions: [...others.slice(-mostKept), ...own] });
}

/** Forgets the browsers of all ports: whoever ends all sessions means those of an earlier start on another port too. */
export const forgetSessions = (folder: string, port: number): Promise<void> =>
  write(folder, { version: 1, port, sessions: [] });

const write = (folder: string, file: KeptFile): Promise<void> =>
  writeAtomic(path(folder), `${JSON.stringify(file)}\n`, 0o600).catch(() => undefined);
