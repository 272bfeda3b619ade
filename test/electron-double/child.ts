import type * as Electron from 'electron';
import { Played, type ChildEvents } from './events.ts';

type UsedChild = Pick<Electron.UtilityProcess, 'postMessage' | 'kill' | 'pid' | 'stderr'>;

/** Process ids that no system gives, each with the child that stands for it: killing one ends no real process. */
const unreal = new Map<number, PlayedChild>();
let nextId = 2 ** 30;

/**
 * A utility process. It has an id from `spawn` on, and until then nothing ends it: `kill` answers false and does nothing, as
 * Electron's does. An 'error' that nobody listens for throws, as with any emitter of Node's.
 */
export class PlayedChild extends Played<ChildEvents> implements UsedChild {
  pid: number | undefined = undefined;
  stderr: NodeJS.ReadableStream | null = null;
  posted: unknown[] = [];
  kills = 0;

  postMessage(message: unknown): void {
    this.posted.push(message);
    this.emit('posted', message);
  }

  /** The process stands: it has an id, and whoever waits for it is told. */
  spawn(pid = nextId++): void {
    this.pid = pid;
    if (pid >= 2 ** 30) unreal.set(pid, this);
    this.play('spawn');
  }

  kill(): boolean {
    if (this.pid === undefined) return false;
    this.kills += 1;
    // One that was told to end has ended well.
    setImmediate(() => this.end(0));
    return true;
  }

  /** The process has ended. */
  end(code: number): void {
    if (this.pid !== undefined) unreal.delete(this.pid);
    this.pid = undefined;
    this.play('exit', code);
  }
}

/** `process.kill` for a program that may hold unreal ids: those end the child that they stand for. */
export const killPlayed =
  (kill: typeof process.kill): typeof process.kill =>
  (pid, signal) => {
    const child = unreal.get(pid);
    if (!child) return kill.call(process, pid, signal);
    if (signal !== 0) setImmediate(() => child.end(9));
    return true;
  };
