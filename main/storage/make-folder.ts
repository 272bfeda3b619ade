import { mkdirSync, statSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and what is missing above it; returns the topmost one it made, or null where all were there.
 * Not `mkdir`'s own `recursive`: that never returns where the system says "no such folder" of a place it lets nobody make one in, as
 * Linux does of /proc (seen with Node 20). Throws what `mkdir` throws.
 */
export async function makeFolder(folder: string): Promise<string | null> {
  try {
    await mkdir(folder);
    return folder;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return null;
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error;
  }
  const above = await makeFolder(dirname(folder));
  await mkdir(folder).catch(async (error: NodeJS.ErrnoException) => {
    // Another process may have made it meanwhile.
    if (error.code !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error;
  });
  return above ?? folder;
}

/** Whether a folder is there in the end, made where it was missing: for what can't wait. Never throws. */
export function haveFolder(folder: string): boolean {
  const stands = () => {
    try {
      return statSync(folder).isDirectory();
    } catch {
      return false;
    }
  };
  if (stands()) return true;
  if (dirname(folder) === folder || !haveFolder(dirname(folder))) return false;
  try {
    mkdirSync(folder);
    return true;
  } catch {
    // Another process may have made it meanwhile.
    return stands();
  }
}
