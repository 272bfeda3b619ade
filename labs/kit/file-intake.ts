import { CsvProblem, type ProblemData } from '../data/problem.ts';
import type { WorkerScope } from './worker.ts';

/** What is said where the worker itself broke down: it says nothing more. */
export const readerStopped: ProblemData = {
  what: 'Reading stopped: this window ran out of memory or could not start its reader.',
  next: 'Close other windows, or choose a smaller file.',
};

/** What went wrong in reading a file, as the learner is told. */
export function fileProblem(error: unknown): ProblemData {
  if (error instanceof CsvProblem) return error.data;
  const next = 'Choose the file again.';
  if (!(error instanceof Error))
    return { what: `The file could not be read: ${String(error)}.`, next };
  // The browser's name for a file that is not what it was when it was chosen.
  if (error.name === 'NotReadableError')
    return {
      what: 'The file can no longer be read: it was changed, moved or removed.',
      next,
    };
  return { what: `The file could not be read: ${error.message}.`, next };
}

/** What a worker answers where a file can't be read. */
export interface FileProblemAnswer {
  kind: 'problem';
  /** Of the request. */
  id: number;
  problem: ProblemData;
}

/** A worker's scope that can answer. */
export interface AnsweringScope<Request> extends WorkerScope<Request> {
  postMessage(message: unknown): void;
}

/**
 * Answers requests about a learner's file in a worker. Whatever fails is answered as a problem. The page ends the worker to cancel:
 * nothing of the file outlives it.
 */
export function answerFileRequests<Request extends { id: number }>(
  scope: AnsweringScope<Request>,
  answer: (request: Request) => Promise<void>,
): void {
  // The parser's module would take messages in a worker; this is set after it, and in its place.
  scope.onmessage = ({ data }) => {
    answer(data).catch((error: unknown) => {
      const problem: FileProblemAnswer = {
        kind: 'problem',
        id: data.id,
        problem: fileProblem(error),
      };
      scope.postMessage(problem);
    });
  };
}
