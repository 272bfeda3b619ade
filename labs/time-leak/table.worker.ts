import { fingerprint } from '../data/records.ts';
import { guessMapping, type Guess, type Mapping } from '../data/guess.ts';
import { peekCsv, type Peek } from '../data/peek.ts';
import { readTable } from '../data/typed-table.ts';
import { answerFileRequests, type FileProblemAnswer } from '../kit/file-intake.ts';
import { yieldToEventLoop } from '../kit/worker.ts';
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
  | FileProblemAnswer;

answerFileRequests<TableRequest>(self, answer);

/** Reads off the page's own thread. */
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
    await yieldToEventLoop();
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
