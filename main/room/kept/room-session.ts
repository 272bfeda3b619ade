import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { mostKnown, mostQuestions } from '../../contract/room.ts';
import { readVersioned } from '../../storage/versioned.ts';
import { sessionQuestion } from '../class/session-question.ts';

/** What lets phones come back after a restart. It goes with its class. */
export const roomSession = z.object({
  version: z.literal(1),
  /** The class's number. */
  class: z.number().int().min(1),
  /** Signs the cookies. */
  key: z.string().min(20).max(100),
  word: z.string().length(4),
  host: z.string().max(60),
  port: z.number().int().min(1).max(65_535),
  /** Whether it is open, or was when Lectern ended without closing it. */
  open: z.boolean(),
  /** Hashes of cookies, each with the phone's number in the class. */
  members: z.array(z.tuple([z.string().max(60), z.number().int().min(1)])).max(mostKnown),
  questions: z.array(sessionQuestion).max(mostQuestions),
});
export type RoomSession = z.infer<typeof roomSession>;

export const sessionPath = (folder: string): string => join(folder, 'room.json');

/** The session of a class; null where there is none, or the file can't be read: then phones join anew. */
export async function readSession(folder: string, number: number): Promise<RoomSession | null> {
  const text = await readFile(sessionPath(folder), 'utf8').catch(() => '');
  const read = readVersioned(text, roomSession, 'version', 1);
  return read.ok && read.data.class === number ? read.data : null;
}

export const removeSession = (folder: string): Promise<void> =>
  rm(sessionPath(folder), { force: true });
