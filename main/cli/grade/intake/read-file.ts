import { createHash, type Hash } from 'node:crypto';
import { learner } from '../../../contract/learner.ts';
import { kindOf, linesOf, longestLine, readLine } from '../../../contract/notebook-lines.ts';
import { whyNotRead } from '../../files/why-not-read.ts';
import { emptyFile, type Submission } from '../submission.ts';
import type { HandedIn } from './handed-in.ts';
import { largestPage, notebookInHtml } from './html-notebook.ts';
import { inspectRun, readRun } from './read-run.ts';

/** So many damaged lines are named; the rest are counted. */
const mostNamed = 10;

/**
 * Reads one file line by line, so that one of 100 MB takes little memory. Never throws: what is
 * wrong with it is in what it returns. `onBytes` hears how much was read.
 */
export async function readSubmission(
  handedIn: HandedIn,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Submission> {
  const { file } = handedIn;
  try {
    if (/\.x?html?$/i.test(file)) return await readPage(handedIn, onBytes);
    return await read(handedIn, onBytes);
  } catch (error) {
    return emptyFile(file, 'unreadable', `it can't be read: ${whyNotRead(error)}`);
  }
}

/** A report in HTML carries the notebook that it was made from. */
async function readPage(
  { file, bytes, open }: HandedIn,
  onBytes: (bytes: number) => void,
): Promise<Submission> {
  const other = (why: string) => emptyFile(file, 'other', why);
  if (bytes > largestPage) return other('it is too large for a page with a notebook');
  let page = '';
  for await (const chunk of open()) page += chunk;
  onBytes(bytes);
  const text = notebookInHtml(page);
  if (text === null) return other('a page that holds no notebook');
  async function* pieces() {
    yield text!;
  }
  return read({ file, bytes: text.length, open: pieces }, () => undefined);
}

async function read(handedIn: HandedIn, onBytes: (bytes: number) => void): Promise<Submission> {
  const { file } = handedIn;
  const hash = createHash('sha256');
  let found: Submission | null = null;
  let said = 0;
  let at = 0;
  for await (const text of linesOf(counted(handedIn.open(), hash, onBytes))) {
    at += 1;
    if (found === null) {
      const kind = kindOf(text ?? '');
      if (kind.kind === 'card') return await readSingle(handedIn);
      if (kind.kind === 'newer')
        return emptyFile(file, 'newer', 'it was written by a newer version of Lectern');
      found = { ...emptyFile(file, 'notebook'), cutShort: true };
      said = kind.runs;
    } else takeLine(found, text, at);
  }
  if (found === null) return emptyFile(file, 'other', 'it is empty');
  const missing = Math.max(0, said - found.runs.length - found.newerRuns);
  return { ...found, missing, digest: hash.digest('hex') };
}

function takeLine(file: Submission, text: string | null, at: number): void {
  const line = text === null ? null : readLine(text);
  if (line === null) return damaged(file, at);
  if (line.kind === 'end') file.cutShort = false;
  else if (line.kind === 'exercises') file.exercises ??= line.labs;
  // Of a table of one's own, which no check asks about: nothing to grade.
  else if (line.kind === 'report') return;
  else if (line.kind === 'learner') {
    const said = learner.safeParse(line.learner);
    // A second set of answers can't be told from the first: the first counts.
    if (!said.success || file.learner !== null) damaged(file, at);
    else file.learner = said.data;
  } else {
    const run = inspectRun(line.card, at);
    if (run === 'newer') file.newerRuns += 1;
    else if (run === 'damaged') damaged(file, at);
    else file.runs.push(run);
  }
}

function damaged(file: Submission, at: number): void {
  file.damaged.count += 1;
  if (file.damaged.lines.length < mostNamed) file.damaged.lines.push(at);
}

/** A file that is no notebook may be one run card. */
async function readSingle({ file, bytes, open }: HandedIn): Promise<Submission> {
  const other = (why: string) => emptyFile(file, 'other', why);
  if (bytes > longestLine) return other('it is neither a notebook nor a run card');
  let text = '';
  for await (const chunk of open()) text += chunk;
  const run = readRun(text.replace(/^\uFEFF/, ''), 1);
  if (run === 'newer')
    return emptyFile(file, 'newer', 'it was written by a newer version of Lectern');
  if (run === 'damaged')
    return other(
      'it is neither a notebook nor a run card, or it is damaged from its first line on',
    );
  return { ...emptyFile(file, 'card'), runs: [run] };
}

async function* counted(
  chunks: AsyncIterable<string>,
  hash: Hash,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  for await (const chunk of chunks) {
    onBytes(Buffer.byteLength(chunk));
    hash.update(chunk);
    yield chunk;
  }
}
