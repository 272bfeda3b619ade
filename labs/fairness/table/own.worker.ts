import { fingerprint } from '../../data/records.ts';
import { noChoice, surveyTable, type ReadingChoice, type Survey } from '../../data/survey.ts';
import { answerFileRequests, type FileProblemAnswer } from '../../kit/file-intake.ts';
import { lessonRandom } from './lesson-random.ts';
import { onlyAudit } from './only-audit.ts';
import { sampleOf } from './table-rows.ts';
import { auditOwn, type OwnAudit } from '../own/own-audit.ts';
import { exampleCsv } from '../own/own-example.ts';
import type { Intake } from '../own/own-intake.ts';
import { readOwn, type ReadingPlan } from '../own/own-read.ts';

/** What a worker is asked; `id` tells the newest question from older ones. */
export type OwnRequest =
  | { kind: 'example'; id: number }
  | { kind: 'survey'; id: number; file: File; choice?: ReadingChoice }
  | { kind: 'read'; id: number; file: File; plan: ReadingPlan; threshold: number }
  | { kind: 'audit'; id: number; threshold: number };

export type OwnAnswer =
  | { kind: 'example'; id: number; file: File }
  | { kind: 'surveyed'; id: number; survey: Survey }
  | { kind: 'progress'; id: number; fraction: number }
  | {
      kind: 'audited';
      id: number;
      audit: OwnAudit;
      leftOut: number;
      withoutGroup: number;
      hash: string;
      /** Why the lab's other steps can't be made of it; null where they can. */
      onlyAudit: string | null;
    }
  | { kind: 'broken'; id: number; intake: Extract<Intake, { ok: false }> }
  | FileProblemAnswer;

/** The typed columns of the file that was read last, so that a threshold can be moved without reading again. */
let held:
  (Omit<Extract<Intake, { ok: true }>, 'ok'> & { hash: string; sample: Uint32Array }) | null = null;

answerFileRequests<OwnRequest>(self, answer);

/** Reads and counts off the page's own thread. */
async function answer(request: OwnRequest): Promise<void> {
  const { id } = request;
  if (request.kind === 'example')
    return post({
      kind: 'example',
      id,
      file: new File([exampleCsv()], 'made-up-lender.csv', { type: 'text/csv' }),
    });
  if (request.kind === 'survey') {
    const looking = surveyTable(request.file, request.choice ?? noChoice);
    let step = await looking.next();
    for (; !step.done; step = await looking.next())
      post({ kind: 'progress', id, fraction: step.value });
    return post({ kind: 'surveyed', id, survey: step.value });
  }
  if (request.kind === 'read') {
    held = null;
    const reading = readOwn(request.file, request.plan);
    let step = await reading.next();
    for (; !step.done; step = await reading.next())
      post({ kind: 'progress', id, fraction: 0.9 * step.value });
    if (!step.value.ok) return post({ kind: 'broken', id, intake: step.value });
    const { value } = step;
    held = { ...value, hash: await fingerprint(request.file), sample: sampleOf(value.own) };
  }
  if (held)
    post({
      kind: 'audited',
      id,
      audit: auditOwn(held.own, request.threshold),
      leftOut: held.leftOut,
      withoutGroup: held.withoutGroup,
      hash: held.hash,
      onlyAudit: onlyAudit(held.own, held.sample, request.threshold, lessonRandom()),
    });
}

const post = (message: OwnAnswer) => self.postMessage(message);
