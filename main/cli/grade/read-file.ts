import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { learner } from '../../contract/learner.ts';
import { kindOf, linesOf, longestLine, readLine } from '../../contract/notebook-lines.ts';
import { reasonInWords } from '../../storage/data-folder.ts';
import { emptyFile, type Submission } from './submission.ts';
import { readRun } from './read-run.ts';

/** So many damaged lines are named; the rest are counted. */
const mostNamed = 10;

/**
 * Reads one file line by line, so that one of 100 MB takes little memory. Never throws: what is wrong with it is in what it returns.
 * `file` is its name in the tables; `onBytes` hears how much was read.
 */
export async function readSubmission(
  path: string,
  file: string,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Submission> {
  try {
    return await read(path, file, onBytes);
  } catch (error) {
    return emptyFile(file, 'unreadable', `it can't be read: ${reasonInWords(error)}`);
  }
}

async function read(
  path: string,
  file: string,
  onBytes: (bytes: number) => void,
): Promise<Submission> {
  let found: Submission | null = null;
  let said = 0;
  let at = 0;
  for await (const text of linesOf(counted(createReadStream(path, 'utf8'), onBytes))) {
    at += 1;
    if (found === null) {
      const kind = kindOf(text ?? '');
      if (kind.kind === 'card') return await readSingle(path, file);
      if (kind.kind === 'newer')
        return emptyFile(file, 'newer', 'it was written by a newer version of Lectern');
      found = { ...emptyFile(file, 'notebook'), cutShort: true };
      said = kind.runs;
    } else takeLine(found, text, at);
  }
  if (found === null) return emptyFile(file, 'other', 'it is empty');
  return { ...found, missing: Math.max(0, said - found.runs.length - found.newerRuns) };
}

function takeLine(file: Submission, text: string | null, at: number): void {
  const line = text === null ? null : readLine(text);
  if (line === null) return damaged(file, at);
  if (line.kind === 'end') file.cutShort = false;
  else if (line.kind === 'exercises') file.exercises ??= line.labs;
  else if (line.kind === 'learner') {
    const said = learner.safeParse(line.learner);
    // A second set of answers can't be told from the first: the first counts.
    if (!said.success || file.learner !== null) damaged(file, at);
    else file.learner = said.data;
  } else {
    const run = readRun(JSON.stringify(line.card), at);
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
async function readSingle(path: string, file: string): Promise<Submission> {
  const other = (why: string) => emptyFile(file, 'other', why);
  if ((await stat(path)).size > longestLine)
    return other('it is neither a notebook nor a run card');
  let text = '';
  for await (const chunk of createReadStream(path, 'utf8')) text += chunk as string;
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
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  for await (const chunk of chunks) {
    onBytes(Buffer.byteLength(chunk));
    yield chunk;
  }
}
