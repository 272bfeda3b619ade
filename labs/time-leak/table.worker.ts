import { CsvProblem, type ProblemData } from '../data/problem.ts';
import { fingerprint } from '../data/records.ts';
import { guessMapping, type Guess, type Mapping } from '../data/guess.ts';
import { peekCsv, type Peek } from '../data/peek.ts';
import { readTable } from '../data/typed-table.ts';
import { leakReport, type LeakReport } from './leak-report.ts';

export type TableRequest =
  | { kind: 'peek'; id: number; file: File }
  | { kind: 'read'; id: number; file: File; mapping: Mapping; delimiter: string };

export type TableAnswer =
  | { kind: 'peeked'; id: number; peek: Peek; guess: Guess }
  | { kind: 'progress'; id: number; phase: string; fraction: number }
  | {
      kind: 'report';
      id: number;
      report: LeakReport;
      notices: string[];
      labelWords: [string, string];
      hash: string;
    }
  | { kind: 'problem'; id: number; problem: ProblemData };

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

// The parser's own module would take messages in a worker; this is set after it, and in its place.
self.onmessage = ({ data }: MessageEvent<TableRequest>) => {
  void answer(data).catch((error: unknown) =>
    post({ kind: 'problem', id: data.id, problem: problemOf(error) }),
  );
};

/** Reads off the page's own thread. To cancel, the page ends the worker: nothing outlives it. */
async function answer(request: TableRequest): Promise<void> {
  const { id, file } = request;
  if (request.kind === 'peek') {
    const peek = await peekCsv(file);
    return post({ kind: 'peeked', id, peek, guess: guessMapping(peek.columns) });
  }
  const reading = readTable(file, request.mapping, request.delimiter);
  let step = await reading.next();
  for (; !step.done; step = await reading.next())
    post({ kind: 'progress', id, phase: 'Reading rows', fraction: 0.6 * step.value });
  const table = step.value;
  const judging = leakReport(table);
  let stage = judging.next();
  for (; !stage.done; stage = judging.next()) {
    post({
      kind: 'progress',
      id,
      phase: stage.value.phase,
      fraction: 0.6 + 0.35 * stage.value.part,
    });
    await turn();
  }
  post({ kind: 'progress', id, phase: 'Taking the file’s fingerprint', fraction: 0.97 });
  post({
    kind: 'report',
    id,
    report: stage.value,
    notices: table.notices,
    labelWords: table.labelWords,
    hash: await fingerprint(file),
  });
}

const post = (message: TableAnswer) => self.postMessage(message);

function problemOf(error: unknown): ProblemData {
  if (error instanceof CsvProblem) return error.data;
  const what =
    error instanceof Error && error.name === 'NotReadableError'
      ? 'The file can no longer be read: it was changed, moved or removed.'
      : `The file could not be read: ${error instanceof Error ? error.message : String(error)}.`;
  return { what, next: 'Choose the file again.' };
}
