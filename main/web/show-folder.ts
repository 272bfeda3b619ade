import type { ChildProcess } from 'node:child_process';
import open from 'open';

const nothing = 'no file manager was found on this computer';
type Started = Pick<ChildProcess, 'exitCode' | 'signalCode' | 'once'>;

/**
 * Shows a folder in the system's file manager; resolves as `ShowFolder` says. `open` itself only
 * says that something was started: on Linux that is `xdg-open`, which ends with 3, in less than a
 * tenth of a second, where there is no file manager. So what was started is watched for
 * `patienceMs`; what has not ended by then may be the file manager itself, and is left alone.
 */
export async function showFolder(
  folder: string,
  start: (folder: string) => Promise<Started> = open,
  patienceMs = 3_000,
): Promise<string> {
  let started: Started;
  try {
    started = await start(folder);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? nothing : message;
  }
  await new Promise<void>((resolve) => {
    if (started.exitCode !== null || started.signalCode !== null) return resolve();
    started.once('exit', () => resolve());
    // Nobody waits for it when Lectern ends.
    setTimeout(resolve, patienceMs).unref();
  });
  const { exitCode, signalCode } = started;
  if (signalCode !== null) return `the system’s opener was ended (${signalCode})`;
  if (exitCode === null || exitCode === 0) return '';
  return process.platform === 'linux' && exitCode === 3
    ? nothing
    : `the system’s opener failed (exit code ${exitCode})`;
}
