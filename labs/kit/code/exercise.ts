import type { Random } from '../../math/random.ts';
import type { OwnTask } from './own-run.ts';

/** What goes into a learner's function: JSON, what JSON lacks, and typed arrays. */
export type CodeValue =
  | null
  | undefined
  | boolean
  | number
  | string
  | Float64Array
  | Uint8Array
  | readonly CodeValue[]
  | { readonly [name: string]: CodeValue };

/** What a learner reads of an exercise, and what may be shown after two tries. */
export interface CodeTask {
  /** The story step's id too: stable. */
  id: string;
  /** Raised when what is asked, or how it is judged, changes: an older answer is then judged anew. */
  version: number;
  title: string;
  /** The function to be written. */
  name: string;
  /** The signature with its doc comment and an example: what the editor begins with. */
  starter: string;
  hints: [string, string];
  /** A worked answer, which passes. */
  answer: string;
  /**
   * What of a run of the learner's own it is tried on, after "on": "the calls that your own run
   * timed". Left out: it is not tried on one.
   */
  onRun?: string;
}

/** One call and what must come of it. */
export interface CodeTest {
  /** Which of the exercise's properties it looks at. */
  property: string;
  /** Shown with its input and its difference. The others only name their property. */
  visible?: true;
  args: readonly CodeValue[];
  /** The reference value, compared within `tolerance`. */
  expected?: CodeValue;
  /** Relative, and absolute below 1. Left out: 1e-9. */
  tolerance?: number;
  /** What is wrong with a value; null where nothing is. Instead of `expected`, where more than one answer is right. */
  check?: (got: unknown) => string | null;
}

export interface CodeExercise extends CodeTask {
  /** What an answer must do, a sentence each: what a failed hidden test says. In the order in which they are shown. */
  properties: Record<string, string>;
  /** The tests from one seed: any seed gives tests as good. */
  tests: (random: Random) => CodeTest[];
  /** How it is tried on a run of the learner's own, which passes and fails nothing. */
  own?: OwnTask;
}

/** What every exercise asks besides its own properties. */
export const keepsInputs = {
  id: 'keeps-inputs',
  says: 'It leaves what it is given as it was.',
} as const;
