import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Whether a process of this computer is alive. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** How long ago a folder was last written to, in milliseconds; 0 where it is gone. */
function age(folder: string): number {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found ? Date.now() - found.mtimeMs : 0;
}

/** A lock is left behind where its process is gone, or where it died before it could write its number. */
function leftBehind(folder: string): boolean {
  try {
    return !alive(Number(readFileSync(join(folder, 'pid'), 'utf8')));
  } catch {
    return age(folder) > 5_000;
  }
}

/**
 * Removes a lock that was left behind. Whoever does so holds a guard and looks again under it: of two that found the same dead
 * lock, the second would otherwise remove the first one's new one. Nothing waits under the guard, so that only a kill between
 * two system calls can leave it; then it is in the way for a minute.
 */
function takeOver(folder: string): void {
  const guard = `${folder}.takeover`;
  try {
    mkdirSync(guard);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (age(guard) > 60_000) rmSync(guard, { recursive: true, force: true });
    return;
  }
  try {
    if (leftBehind(folder)) rmSync(folder, { recursive: true, force: true });
  } finally {
    rmSync(guard, { recursive: true, force: true });
  }
}

/**
 * Runs `work` while no other process runs it under the same lock folder: two commands started at once must not download or
 * build the same thing twice, or into each other. `waiting` is called while another one is at it, every `pause` milliseconds.
 */
export async function withLock<T>(
  folder: string,
  waiting: () => void,
  work: () => Promise<T>,
  pause = 250,
): Promise<T> {
  await mkdir(dirname(folder), { recursive: true });
  for (;;) {
    try {
      await mkdir(folder);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (leftBehind(folder)) takeOver(folder);
      else waiting();
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  try {
    await writeFile(join(folder, 'pid'), String(process.pid));
    return await work();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
