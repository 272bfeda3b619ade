import type { Learner } from '../../contract/learner.ts';
import type { Exercises } from '../../contract/notebook-file.ts';
import type { CodeFound } from './code/code-found.ts';
import type { Parameters, Prediction, RunStatus } from '../../contract/run.ts';

/** One run of a file: what grading needs of its card. */
export interface SubmittedRun {
  id: string;
  number: number;
  lab: string;
  seed: number;
  parameters: Parameters;
  status: RunStatus;
  complete: boolean;
  durationMs: number;
  /** The line of its file, from 1. */
  line: number;
  /** False where the card was changed after it was written. */
  hashFits: boolean;
  prediction: Prediction | null;
  /** When it began, and whether its prediction was locked only after that. */
  startedAt: string;
  lockedAfter: boolean;
  /** What two cards of one run have in common; see `run-keys.ts`. */
  keys: RunKeys;
}

export interface RunKeys {
  /** The hash the card states. */
  hash: string;
  /** Of all that it measured; null where its lab measures nothing. */
  timings: string | null;
  /** Of lab, parameters, seed and how long it took to the microsecond; null where that was not measured. */
  duration: string | null;
}

/** What a file that was handed in is. `other`: no notebook and no run card. */
export type FileState = 'notebook' | 'card' | 'newer' | 'other' | 'unreadable';

/** One file that was handed in, read. */
export interface Submission {
  /** Its path below the folder, with forward slashes. */
  file: string;
  state: FileState;
  /** Why it could not be read, in words; null where it could. */
  why: string | null;
  /** Null where the file holds none, as a single card. */
  learner: Learner | null;
  exercises: Exercises | null;
  runs: SubmittedRun[];
  /** Its answers in code as they were run again; empty until then. */
  code: CodeFound[];
  /** Lines that can't be read: the first of them, and how many there are. */
  damaged: { lines: number[]; count: number };
  /** Runs of a newer version of Lectern, which were not read. */
  newerRuns: number;
  /** The file ends before the notebook does. */
  cutShort: boolean;
  /** So many runs fewer than the file says of itself. */
  missing: number;
  /** SHA-256 of a notebook's text, in hex: two that have it in common are one file. Null for all else. */
  digest: string | null;
}

export const emptyFile = (
  file: string,
  state: FileState,
  why: string | null = null,
): Submission => ({
  file,
  state,
  why,
  learner: null,
  exercises: null,
  runs: [],
  code: [],
  damaged: { lines: [], count: 0 },
  newerRuns: 0,
  cutShort: false,
  missing: 0,
  digest: null,
});

/** Whether there is anything in it to grade. */
export const isRead = ({ state }: Submission): boolean => state === 'notebook' || state === 'card';
