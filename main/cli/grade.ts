import { randomInt } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { textOf as listText } from '../../labs/data/people/list-file.ts';
import { LecternError } from '../contract/errors.ts';
import { createReport } from '../setup/report.ts';
import { noFolder, whyNotRead } from './files/why-not-read.ts';
import { chosenLabs } from './grade/chosen-labs.ts';
import { codeAsked } from './grade/code/code-section.ts';
import { runCodeAgain } from './grade/code/run-again.ts';
import { gradesOf, type Grading } from './grade/grades.ts';
import { collect, type Collected } from './grade/intake/collect.ts';
import type { NotRead } from './grade/intake/find-files.ts';
import type { HandedIn } from './grade/intake/handed-in.ts';
import { readSubmission } from './grade/intake/read-file.ts';
import { checkOutputs, outputsIn, refuse, writeOutputs } from './grade/outputs.ts';
import { readRoster } from './grade/points/roster.ts';
import { readRubric, unknownSteps } from './grade/points/rubric.ts';
import { isRead, type Submission } from './grade/submission.ts';
import { summary } from './grade/summary.ts';
import { parseCommand, UsageError } from './usage.ts';

const help = `npm run grade -- FOLDER [--labs a,b] [--rubric FILE] [--roster FILE] [--out DIR] [--force]
  Reads what was handed in: every notebook (.jsonl), run card (.json) and report (.html) in a folder, the folders
  in it and the zip files in them. Every file that was not read is named, with why. Nothing in there is touched.
  Answers in code are run again, in a sandbox, on new data: what a notebook says of them is not believed.
  Writes grades.csv and grades.html (who got which check right, what they predicted and wrote, which runs are in
  more than one notebook), canvas.csv and moodle.csv (points as these gradebooks import them), and a page for each
  student in feedback/.
  --labs a,b     grades only these labs
  --rubric FILE  points, as JSON: {"title": "Homework 1", "check": 2, "predict": 1, "reflect": 3, "hint": 0.5,
                 "words": 20, "steps": {"latency/queue-check": 4}}; without it each counts 1
  --roster FILE  the class list (CSV, tabs, or a name on each line): says who is missing, and finds students for
                 the gradebooks
  --out DIR      where these are written (the folder itself otherwise)
  --force        replaces them where they are there already
  Ends with 0 where every file was read, with 1 where one was not; the grades of the others are written all the same.`;

/** Grades a folder of notebooks. Returns the exit code. */
export async function grade(args: string[]): Promise<number> {
  const options = {
    labs: { type: 'string' },
    rubric: { type: 'string' },
    roster: { type: 'string' },
    out: { type: 'string' },
    force: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values, positionals } = parseCommand({ args, allowPositionals: true, options }, help);
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (positionals.length !== 1) throw new UsageError(`Which folder? Name one.\n${help}`);
  const folder = resolve(positionals[0]!);
  const out = resolve(values.out ?? folder);
  const points = await gradingFrom(values);
  const named = [values.rubric, values.roster].filter((path) => path !== undefined);
  const own = new Set([
    ...outputsIn(folder),
    ...outputsIn(out),
    ...named.map((one) => resolve(one)),
  ]);
  const found = await listed(folder, positionals[0]!, own);
  try {
    if (!(await isFolder(out)))
      throw new UsageError(
        `--out takes a folder that exists; "${values.out}" is none. Nothing was written.`,
      );
    await checkOutputs(out, values.force ?? false);
    const { files, notRead } = asideOf(await readAll(found.files), found.notRead);
    const grading = { ...points, labs: chosenLabs(values.labs, files) };
    await runAgain(files, grading);
    const grades = gradesOf(files, { ...grading, notRead });
    const unknown = unknownSteps(grades.rubric, grades.labs, codeAsked(grades.rows));
    if (unknown.length > 0)
      console.error(`The rubric names what no file asks: ${unknown.join(', ')}.`);
    const written = await writeOutputs(out, grades, basename(folder));
    console.log([...summary(grades, files), ...written].join('\n'));
    return files.every(isRead) && !notRead.some(({ handedIn }) => handedIn) ? 0 : 1;
  } finally {
    found.close();
  }
}

/** Answers in code, in the sandbox, on data that nobody has seen before. */
async function runAgain(files: readonly Submission[], { labs = null }: Grading): Promise<void> {
  const report = createReport();
  const onRun = (done: number, of: number) =>
    report.doing('Running code again', `${done} of ${of}`);
  try {
    await runCodeAgain(files, { seed: randomInt(2 ** 32), labs, onRun });
  } finally {
    report.done();
  }
}

const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** What is worth how much, and whose list is looked at. Throws where a file that the options name can't be read. */
async function gradingFrom(values: {
  rubric?: string | undefined;
  roster?: string | undefined;
}): Promise<Grading> {
  const grading: Grading = {};
  if (values.rubric !== undefined) {
    const read = readRubric(await textOf('--rubric', values.rubric));
    if (!read.ok)
      throw refuse(`${values.rubric} is no rubric: ${read.why}.`, '--help shows what one may say.');
    grading.rubric = read.rubric;
  }
  if (values.roster !== undefined) {
    const list = listText(await bytesOf('--roster', values.roster));
    if (!list.ok) throw refuse(`${values.roster} can't be read as a list.`, list.problem);
    grading.roster = readRoster(list.text);
    if (grading.roster.length === 0)
      throw refuse(
        `There is no name in ${values.roster}.`,
        'A roster is a list: CSV, a spreadsheet’s tabs, or a name on each line.',
      );
  }
  return grading;
}

const textOf = async (option: string, path: string) => (await bytesOf(option, path)).toString();

const bytesOf = (option: string, path: string) =>
  readFile(path).catch((error: unknown) => {
    throw refuse(
      `${path} can't be read: ${whyNotRead(error)}.`,
      `Name a file that is there with ${option}.`,
    );
  });

async function listed(folder: string, named: string, own: ReadonlySet<string>): Promise<Collected> {
  let found: Collected;
  try {
    if (!(await stat(folder)).isDirectory())
      throw refuse(`${named} is a file, not a folder.`, 'Name the folder that it lies in.');
    found = await collect(folder, own);
  } catch (error) {
    if (error instanceof LecternError) throw error;
    throw refuse(
      `${named} can't be read: ${whyNotRead(error, noFolder)}.`,
      'Name the folder with the notebooks that were handed in.',
    );
  }
  if (found.files.length > 0) return found;
  found.close();
  const others = found.notRead.slice(0, 20).map(({ file, why }) => `\nNot read: ${file}: ${why}.`);
  throw refuse(
    `There is no notebook in ${named}: no file whose name ends in .jsonl, .json, .html or .zip with one in it.${others.join('')}`,
    'Students get theirs in the report under “Save file to hand in”. Put those files into this folder.',
  );
}

async function readAll(found: readonly HandedIn[]): Promise<Submission[]> {
  const report = createReport();
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  const total = found.reduce((sum, { bytes }) => sum + bytes, 0);
  const files: Submission[] = [];
  let bytes = 0;
  try {
    for (const one of found) {
      const onBytes = (more: number) => {
        bytes += more;
        report.doing(
          'Reading notebooks',
          `${files.length + 1} of ${found.length}${total > 1e6 ? `, ${megabytes(bytes)} of ${megabytes(total)} MB` : ''}`,
        );
      };
      files.push(await readSubmission(one, onBytes));
    }
  } finally {
    report.done();
  }
  return files;
}

/** A page without a notebook is no student's row: course systems make one for each that types a word. */
function asideOf(
  all: readonly Submission[],
  notRead: readonly NotRead[],
): { files: Submission[]; notRead: NotRead[] } {
  const isPage = ({ file, state }: Submission) => state === 'other' && /\.x?html?$/i.test(file);
  const pages = all.filter(isPage).map(({ file, why }) => ({ file, why: why!, handedIn: true }));
  return { files: all.filter((one) => !isPage(one)), notRead: [...notRead, ...pages] };
}
