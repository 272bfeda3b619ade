import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { dirname, join } from 'node:path';
import { makeFolder } from '../storage/make-folder.ts';

/**
 * What Linux says of a process: whether it ended and only its parent has not asked how, and when it began (ticks since the
 * start of the computer). Null elsewhere, and for a process that is gone.
 */
function told(pid: number | 'self'): { ended: boolean; began: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before it may hold anything, also brackets and spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { ended: /^[ZX]/.test(fields[0] ?? ''), began: fields[19] ?? '' };
  } catch {
    return null;
  }
}

/**
 * Whether a process of this computer is alive. A killed one keeps its number for as long as its parent does not ask for it,
 * and in a container that may be for ever; after a container's restart, another process has the number.
 * @param began what was told of its beginning when it wrote its number; empty where nothing was
 */
function alive(pid: number, began: string): boolean {
  const now = told(pid);
  if (now && (now.ended || (began !== '' && now.began !== began))) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * How far away the last writing to a folder is, in milliseconds; 0 where it is gone. Its date may lie in the future: the clock may
 * have been put back since.
 */
function age(folder: string): number {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found ? Math.abs(Date.now() - found.mtimeMs) : 0;
}

/**
 * Whether a file is older than the last start of the computer, as far as its clock tells; a minute is left for clocks that are set
 * at the start.
 */
const beforeBoot = (file: string) => Date.now() - statSync(file).mtimeMs > uptime() * 1000 + 60_000;

/** A lock is left behind where its process is gone, or where it died before it could write its number. */
function leftBehind(folder: string): boolean {
  const file = join(folder, 'pid');
  try {
    const [pid = '', began = ''] = readFileSync(file, 'utf8').split(' ');
    // Where nothing tells when a process began, another one may have had its number since the power failed.
    if (/^[1-9]\d*$/.test(pid)) return !alive(Number(pid), began) || (!began && beforeBoot(file));
  } catch {
    // Not written yet, as where it is empty: somebody may be about to.
  }
  return age(folder) > 5_000;
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
  await makeFolder(dirname(folder));
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
    await writeFile(join(folder, 'pid'), `${process.pid} ${told('self')?.began ?? ''}`);
    return await work();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
