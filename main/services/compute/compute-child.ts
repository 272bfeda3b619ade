import type { MessageChannel } from '../../rpc/messages.ts';

/** How a child process ended. */
export interface Exit {
  code: number | null;
  signal: string | null;
}

/** A started compute process, however this host starts one. */
export interface ComputeChild {
  channel: MessageChannel;
  readonly pid: number;
  /** Ends it at once, even in the middle of an operation. */
  kill(): void;
  /** Called once, also where it ended before the listener came. */
  onExit(listener: (exit: Exit) => void): void;
  /** The end of what it wrote to its error stream, for reports. */
  stderr?(): string;
}

/** So much of a child's error stream is kept, in characters. */
const keptErrors = 8_000;

/** What every way of starting a child needs: its end, told once to each listener, and the last of what it wrote to its error stream. */
export function childEnd(
  errors: NodeJS.ReadableStream | null | undefined,
): { ended: (exit: Exit) => void } & Required<Pick<ComputeChild, 'onExit' | 'stderr'>> {
  let tail = '';
  errors
    ?.setEncoding('utf8')
    .on('data', (text: string) => (tail = (tail + text).slice(-keptErrors)));
  let exit: Exit | null = null;
  const listeners: ((exit: Exit) => void)[] = [];
  return {
    ended(how) {
      if (exit) return;
      exit = how;
      for (const listener of listeners) listener(how);
    },
    onExit: (listener) => (exit ? listener(exit) : void listeners.push(listener)),
    stderr: () => tail,
  };
}

/** Ends a process at once. One that has just ended by itself is no failure. */
export function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The end of a process in words for a person. */
export function exitInWords({ code, signal }: Exit): string {
  if (signal === 'SIGKILL')
    return 'it was killed by the system or by another program, perhaps because memory ran out';
  if (signal) return `it was ended by the signal ${signal}`;
  return code === 0 ? 'it ended by itself' : `it ended with code ${code ?? 'unknown'}`;
}
