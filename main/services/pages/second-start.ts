import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * Electron's lock says no both where another Lectern is open and where it can't lock at all: on a disk without links, or beside a lock
 * that another computer left. So a second start hands the first a word, and the first answers with a file of that name: nobody has
 * to trust a process id, a clock or what an earlier start left behind.
 */
const word = z.object({ word: z.uuid() });
export type Word = z.infer<typeof word>;
export const newWord = (): Word => ({ word: randomUUID() });

/** How long a start waits for the other's answer (milliseconds): an impatient double click meets one that is still getting ready. */
const patienceMs = 8_000;
const betweenMs = 25;
const fileOf = (folder: string, { word }: Word) => join(folder, `second-start-${word}`);

/** The first: answers a second start. What is no word of ours comes from an older Lectern or a stranger. */
export function answer(folder: string, given: unknown): void {
  const { success, data } = word.safeParse(given);
  if (!success) return;
  try {
    writeFileSync(fileOf(folder, data), '');
  } catch (error) {
    // The second then says that nobody answered, which is better than that this one ends.
    console.error(error);
  }
}

/** The second: whether the first has answered in time. */
export async function isAnswered(folder: string, given: Word): Promise<boolean> {
  const file = fileOf(folder, given);
  const until = performance.now() + patienceMs;
  while (!existsSync(file)) {
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, betweenMs));
  }
  try {
    rmSync(file, { force: true });
  } catch {
    // Windows may still hold it for a moment. It is empty, and nobody reads it.
  }
  return true;
}
