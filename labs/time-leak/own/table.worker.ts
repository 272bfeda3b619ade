import { fingerprint } from '../../data/records.ts';
import { noChoice, surveyTable, type ReadingChoice, type Survey } from '../../data/survey.ts';
import { answerFileRequests, type FileProblemAnswer } from '../../kit/file-intake.ts';
import { yieldToEventLoop } from '../../kit/worker.ts';
import { exampleCsv } from './leak-example.ts';
import { leakReport, type LeakReport } from './leak-report.ts';
import { inOrder, type LeakTable } from './leak-table.ts';
import { readTable } from './read-table.ts';
import type { TableMapping } from './table-mapping.ts';

export type TableRequest =
  | { kind: 'example'; id: number }
  | { kind: 'survey'; id: number; file: File; choice?: ReadingChoice }
  | { kind: 'read'; id: number; file: File; survey: Survey; mapping: TableMapping };

export type TableAnswer =
  | { kind: 'example'; id: number; file: File }
  | { kind: 'surveyed'; id: number; survey: Survey }
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
  const { id } = request;
  if (request.kind === 'example')
    return post({
      ...{ kind: 'example', id },
      file: new File([exampleCsv()], 'made-up-shop.csv', { type: 'text/csv' }),
    });
  const { file } = request;
  if (request.kind === 'survey') {
    const looking = surveyTable(file, request.choice ?? noChoice);
    let step = await looking.next();
    for (; !step.done; step = await looking.next())
      post({ kind: 'progress', id, phase: 'Looking at all rows', fraction: step.value });
    return post({ kind: 'surveyed', id, survey: step.value });
  }
  const table = await readInOrder(request);
  const judging = leakReport(table);
  let stage = judging.next();
  for (; !stage.done; stage = judging.next()) {
    post({
      kind: 'progress',
      id,
      phase: stage.value.phase,
      fraction: 0.4 + 0.55 * stage.value.part,
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

/** Reads the rows. The table as the file has it is dropped here: it is as large as the one in order. */
async function readInOrder({
  id,
  file,
  survey,
  mapping,
}: Extract<TableRequest, { kind: 'read' }>): Promise<LeakTable> {
  const reading = readTable(file, survey, mapping);
  let step = await reading.next();
  for (; !step.done; step = await reading.next())
    post({ kind: 'progress', id, phase: 'Reading rows', fraction: 0.4 * step.value });
  return inOrder(step.value);
}

const post = (message: TableAnswer) => self.postMessage(message);
