import type { MessageChannel } from '../rpc/messages.ts';

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

/** The end of a process in words for a person. */
export function exitInWords({ code, signal }: Exit): string {
  if (signal === 'SIGKILL') return 'it was killed by the system or by another program, perhaps because memory ran out';
  if (signal) return `it was ended by the signal ${signal}`;
  return code === 0 ? 'it ended by itself' : `it ended with code ${code ?? 'unknown'}`;
}
