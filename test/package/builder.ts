import { build, type CliOptions } from 'electron-builder';

/**
 * electron-builder, in this process. It hooks on to the process's end to remove its temporary files, and that hook ends the process
 * with 0 whatever exit code was set: a failed check would count as passed. The hook is taken away; a second one of its own removes
 * the files.
 */
export async function runBuilder(options: CliOptions): Promise<string[]> {
  const before = process.listeners('beforeExit');
  try {
    return await build(options);
  } finally {
    for (const listener of process.listeners('beforeExit'))
      if (!before.includes(listener)) process.off('beforeExit', listener);
  }
}
