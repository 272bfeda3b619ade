import type { Tf } from '../../lab.ts';
import type { OwnRun } from './own-run.ts';

/** A table for the terminal: its heads, then its rows. */
export type ScriptRows = (string | number | null)[][];

/**
 * What a lab's `code/script.ts` exports as `script`: a program that prints the numbers of one figure from a run's card alone. It is
 * bundled with the lab's own functions into one file that runs without Lectern.
 */
export interface FigureScript {
  /** Whose figure it is: the part of the story. */
  part: string;
  /** What the program does, in comments at its head, a line each. */
  steps: readonly string[];
  /** What of the card it reads besides parameters and seed: no more is written into the program. */
  reads: (run: OwnRun) => Pick<OwnRun, 'measured' | 'result'>;
  /** True where it trains or scores with TensorFlow.js, which is then handed in. */
  needsTf?: true;
  numbers: (run: OwnRun, tf: Tf | null) => ScriptRows;
}
