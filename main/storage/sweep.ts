import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Which process was writing a file of this name; null where the name is not that of an unfinished file, or does not say. */
export function unfinishedBy(name: string): { pid: number | null } | null {
  const ours = /\.(\d+)-\d+\.tmp$/.exec(name);
  if (ours) return { pid: Number(ours[1]) };
  // What Lectern wrote until version 0.1.0.
  return /\.json\.\d+$/.test(name) ? { pid: null } : null;
}

/**
 * Whether an unfinished file was left by a process that was killed. Another Lectern may be writing now, here or on a computer that shares
 * the folder: so none is taken for left behind within a minute, none whose process lives within a day, and none that names no process
 * within a day. (A day, because the system gives a number to another process some time.) Pure.
 */
export function isLeftBehind(
  pid: number | null,
  ageMs: number,
  lives: (pid: number) => boolean,
): boolean {
  if (ageMs > day) return true;
  return pid !== null && ageMs > minute && !lives(pid);
}

/** Removes what writes that were cut off left in a folder. Returns how many there were; never throws. */
export async function sweepUnfinished(
  folder: string,
  now = Date.now(),
  lives: (pid: number) => boolean = processLives,
): Promise<number> {
  let swept = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const by = unfinishedBy(name);
    if (!by) continue;
    const path = join(folder, name);
    try {
      const found = await stat(path);
      if (!found.isFile() || !isLeftBehind(by.pid, now - found.mtimeMs, lives)) continue;
      await rm(path);
      swept += 1;
    } catch {
      // Gone meanwhile, or not ours to remove: it does no harm where it is.
    }
  }
  return swept;
}

/** Of this process's own number only what it wrote since it started counts: an earlier one may have had the same, as in a container. */
function processLives(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
