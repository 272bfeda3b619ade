import type { Data } from './data.ts';

/** One program: what was written, and the calls that are made of it. */
export interface Program {
  /** JavaScript or TypeScript, at most `limits.code` characters. */
  code: string;
  /** The function that the code must define at its top level. */
  name: string;
  /** The arguments of each call; every call gets its own copies. */
  calls: readonly (readonly Data[])[];
  /** Seeds `Math.random`. */
  seed: number;
  /** All calls together may take so long, see `Allowance`. Left out: `limits.timeMs`. */
  timeMs?: number;
}

/** What one call came to. */
export type Called =
  | {
      kind: 'returned';
      value: Data;
      /** The arguments as they are after the call. */
      after: Data[];
    }
  | { kind: 'threw'; what: string; line: number | null };

/** Why a program ended before its calls were all made. */
export type Stopped =
  'time' | 'memory' | 'stack' | 'code-length' | 'unreadable' | 'no-function' | 'threw' | 'lost';

export interface Outcome {
  /** As many as were made before it ended. */
  calls: Called[];
  /** Null where all calls were made. */
  stopped: { why: Stopped; what: string; line: number | null } | null;
  /** What was printed, at most `limits.lines` lines. */
  printed: string[];
}

/** The limits of one program. Lengths in UTF-16 code units. */
export const limits = {
  timeMs: 1_000,
  /** So much longer until the parent ends the worker. */
  graceMs: 400,
  /** On the wall no program lasts longer, however little of the processor it got. */
  starvedMs: 20_000,
  /** A worker that has not begun by then is given up: a starved computer takes seconds to start one. */
  beginMs: 20_000,
  memoryBytes: 64 * 2 ** 20,
  /** Of WebAssembly, 64 KiB each: QuickJS' own limit and what it stands in. */
  memoryPages: 1_280,
  stackBytes: 256 * 1024,
  code: 50_000,
  lines: 100,
  lineLength: 500,
  /** Text of all values of one call. */
  text: 2_000_000,
  depth: 12,
} as const;
