import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../bench/child.ts';

/** A small disk of its own, which can be filled and made read-only. */
export interface SmallDisk {
  folder: string;
  /** Makes it read-only, or writable again. False where the system will not. */
  readOnly(yes: boolean): Promise<boolean>;
  remove(): Promise<void>;
}

const done = async (command: string, args: readonly string[]) =>
  (await runProgram(command, args)).code === 0;

/** Mounts a disk in memory that holds so many megabytes; null where this system or user may not. */
export async function smallDisk(megabytes: number): Promise<SmallDisk | null> {
  if (process.platform !== 'linux') return null;
  const folder = await mkdtemp(join(tmpdir(), 'lectern-disk-'));
  if (!(await done('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]))) {
    await rm(folder, { recursive: true, force: true });
    return null;
  }
  return {
    folder,
    readOnly: (yes) => done('mount', ['-o', `remount,${yes ? 'ro' : 'rw'}`, folder]),
    async remove() {
      // Lazily: what still has a file of it open must not keep it mounted for ever.
      await done('umount', ['-l', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
