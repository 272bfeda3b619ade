import { fingerprint } from '../../data/records.ts';
import { answerFileRequests, type FileProblemAnswer } from '../../kit/file-intake.ts';
import { yieldToEventLoop } from '../../kit/worker.ts';
import { brokenWords } from '../own/own-problems.ts';
import type { ReadingPlan } from '../own/own-read.ts';
import { lessonRandom } from './lesson-random.ts';
import { lessonOf, type Lesson } from './lesson.ts';
import { readTableRows } from './table-rows.ts';

/** What the worker is asked: the lab's steps on a file whose columns have their roles. */
export interface LessonRequest {
  id: number;
  file: File;
  plan: ReadingPlan;
  threshold: number;
}

export type LessonAnswer =
  | { kind: 'progress'; id: number; phase: string; fraction: number }
  | {
      kind: 'lesson';
      id: number;
      lesson: Pick<Lesson, 'about' | 'sections'>;
      rows: number;
      hash: string;
    }
  | FileProblemAnswer;

answerFileRequests<LessonRequest>(self, answer);

async function answer({ id, file, plan, threshold }: LessonRequest): Promise<void> {
  const reading = readTableRows(file, plan);
  let step = await reading.next();
  for (; !step.done; step = await reading.next())
    post({ kind: 'progress', id, phase: 'Reading rows', fraction: 0.4 * step.value });
  const table = step.value;
  if ('ok' in table) {
    const [problem] = brokenWords(table);
    return post({ kind: 'problem', id, problem: problem! });
  }
  const teaching = lessonOf(table, threshold, lessonRandom());
  let stage = teaching.next();
  for (; !stage.done; stage = teaching.next()) {
    const { phase, part } = stage.value;
    post({ kind: 'progress', id, phase, fraction: 0.4 + 0.55 * part });
    await yieldToEventLoop();
  }
  const { about, sections } = stage.value;
  const hash = await fingerprint(file);
  post({ kind: 'lesson', id, lesson: { about, sections }, rows: table.own.rows, hash });
}

const post = (message: LessonAnswer) => self.postMessage(message);
