import { spawn, type ChildProcess } from 'node:child_process';
import { within } from './within.ts';

/** Elsewhere a child leads a group of its own, so that all it started can be ended with it. Windows has no groups. */
export const ownGroup = process.platform !== 'win32';

/** How long a child and all it started have to be gone after they were killed (milliseconds). */
const burial = 5_000;

const running = (child: ChildProcess) =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null;

function groupLives(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Kills a child and what it started, without waiting. For a child that was spawned `detached` where `ownGroup`. */
export function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (ownGroup) process.kill(-child.pid, 'SIGKILL');
    else if (running(child))
      spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' }).on(
        'error',
        () => child.kill('SIGKILL'),
      );
  } catch {
    // All of it was gone already.
  }
}

/** Resolves when a child has ended; at once where it has already. */
export function gone(child: ChildProcess): Promise<void> {
  if (!running(child)) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/**
 * Asks the shell to save and quit. Windows has no signals: there it is a message.
 * @param signals whether the system has them; tests say otherwise
 */
export function askToQuit(child: ChildProcess, signals: boolean = ownGroup): void {
  if (signals) child.kill('SIGTERM');
  else if (child.connected) child.send({ lectern: 'quit' }, () => undefined);
  else killTree(child);
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Asks a child to save and end, kills what is left after `grace` milliseconds, and returns when nothing of it is left. It waits 5 s for
 * that: what the system can't end (a process that waits for a dead disk, a `taskkill` that is refused) must not keep the person waiting.
 */
export async function endTree(
  child: ChildProcess,
  grace: number,
  signals: boolean = ownGroup,
): Promise<void> {
  if (running(child)) {
    askToQuit(child, signals);
    await within(grace, gone(child));
  }
  killTree(child);
  const until = performance.now() + burial;
  await within(burial, gone(child));
  if (running(child)) {
    // Nor does it keep this program from ending.
    child.unref();
    child.channel?.unref();
  }
  const { pid } = child;
  if (!ownGroup || pid === undefined) return;
  while (groupLives(pid) && performance.now() < until) await pause(20);
}
