import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
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

/** A lock is left behind where its process is gone, or where it died before it could write its number. */
async function leftBehind(folder: string): Promise<boolean> {
  try {
    const pid = Number(await readFile(join(folder, 'pid'), 'utf8'));
    return !alive(pid);
  } catch {
    const age = await stat(folder).then(
      // Its date may lie in the future: the clock may have been put back since.
      (s) => Math.abs(Date.now() - s.mtimeMs),
      () => 0,
    );
    return age > 5_000;
  }
}

/**
 * Runs `work` while no other process runs it under the same lock folder: two commands started at once must not download or
 * build the same thing twice, or into each other. `waiting` is called while another one is at it.
 */
export async function withLock<T>(
  folder: string,
  waiting: () => void,
  work: () => Promise<T>,
): Promise<T> {
  await mkdir(dirname(folder), { recursive: true });
  for (;;) {
    try {
      await mkdir(folder);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (await leftBehind(folder)) {
        await rm(folder, { recursive: true, force: true });
      } else {
        waiting();
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
  }
  try {
    await writeFile(join(folder, 'pid'), String(process.pid));
    return await work();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
