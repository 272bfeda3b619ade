import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { LecternError } from '../contract/errors.ts';
import { createReport } from '../setup/report.ts';
import { reasonInWords } from '../storage/data-folder.ts';
import { writeAtomic } from '../storage/write.ts';
import { findSubmissions, type FoundFile } from './grade/find-files.ts';
import { gradesCsv } from './grade/grades-csv.ts';
import { gradesHtml } from './grade/grades-html.ts';
import { gradesOf, type Grades } from './grade/grades.ts';
import { isRead, type Submission } from './grade/submission.ts';
import { readSubmission } from './grade/read-file.ts';
import { checkWritable } from './lab-files.ts';
import { parseCommand, UsageError } from './usage.ts';

const help = `npm run grade -- FOLDER [--out DIR] [--force]
  Reads every notebook that was handed in (*.jsonl) and every single run card (*.json) in a folder and the folders in it,
  and writes grades.csv and grades.html: who got which check right, what they predicted, which runs are in more than one
  notebook, and which cards were changed after they were written. The files that were handed in are not touched.
  --out DIR  where the two files are written (the folder itself otherwise)
  --force    replaces grades.csv and grades.html where they are there already
  Ends with 0 where every file was read, with 1 where one was not; the grades of the others are written all the same.`;

/** Grades a folder of notebooks. Returns the exit code. */
export async function grade(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand(
    {
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        force: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    },
    help,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (positionals.length !== 1) throw new UsageError(`Which folder? Name one.\n${help}`);
  const folder = resolve(positionals[0]!);
  const out = resolve(values.out ?? folder);
  const found = await listed(folder, positionals[0]!);
  if (!(await isFolder(out)))
    throw new UsageError(
      `--out takes a folder that exists; "${values.out}" is none. Nothing was written.`,
    );
  const [csv, page] = [join(out, 'grades.csv'), join(out, 'grades.html')];
  for (const path of [csv, page]) {
    if (
      !values.force &&
      (await stat(path).then(
        () => true,
        () => false,
      ))
    )
      throw refuse(
        `${path} is there already.`,
        'Give --force to replace it, or another folder with --out.',
      );
    await checkWritable(path, 'Nothing was written.', 'Name another folder with --out.');
  }
  const files = await readAll(found);
  const grades = gradesOf(files);
  const when = new Date().toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  await save(csv, gradesCsv(grades));
  await save(page, gradesHtml(grades, basename(folder), when));
  console.log([...summary(grades, files), csv, page].join('\n'));
  return files.every(isRead) ? 0 : 1;
}

const refuse = (what: string, next: string) =>
  new LecternError({ code: 'bad-file', what, safe: 'Nothing was written.', next });
const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function listed(folder: string, named: string): Promise<FoundFile[]> {
  let found: FoundFile[];
  try {
    if (!(await stat(folder)).isDirectory())
      throw refuse(`${named} is a file, not a folder.`, 'Name the folder that it lies in.');
    found = await findSubmissions(folder);
  } catch (error) {
    if (error instanceof LecternError) throw error;
    throw refuse(
      `${named} can't be read: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such folder' : reasonInWords(error)}.`,
      'Name the folder with the notebooks that were handed in.',
    );
  }
  if (found.length === 0)
    throw refuse(
      `There is no notebook in ${named}: no file whose name ends in .jsonl or .json.`,
      'Students get theirs in the notebook under “Export all”. Put those files into this folder.',
    );
  return found;
}

async function readAll(found: readonly FoundFile[]): Promise<Submission[]> {
  const report = createReport();
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  const total = found.reduce((sum, { bytes }) => sum + bytes, 0);
  const files: Submission[] = [];
  let bytes = 0;
  try {
    for (const { path, file } of found) {
      const onBytes = (more: number) => {
        bytes += more;
        report.doing(
          'Reading notebooks',
          `${files.length + 1} of ${found.length}${total > 1e6 ? `, ${megabytes(bytes)} of ${megabytes(total)} MB` : ''}`,
        );
      };
      files.push(await readSubmission(path, file, onBytes));
    }
  } finally {
    report.done();
  }
  return files;
}

async function save(path: string, text: string): Promise<void> {
  await writeAtomic(path, text).catch((error: unknown) => {
    throw new LecternError({
      code: 'storage',
      what: `${path} could not be written: ${reasonInWords(error)}.`,
      safe: 'An older file of that name is unchanged, and so is what was handed in.',
      next: 'Make room, or name another folder with --out.',
    });
  });
}

function summary({ rows, same }: Grades, files: readonly Submission[]): string[] {
  const count = (n: number, one: string, more = `${one}s`) =>
    `${n.toLocaleString('en-US')} ${n === 1 ? one : more}`;
  const students = new Set(
    rows.filter(({ file }) => isRead(file)).map(({ student }) => student.key),
  ).size;
  const unfit = files.flatMap(({ runs }) => runs).filter(({ hashFits }) => !hashFits).length;
  return [
    `${count(files.length, 'file')} of ${count(students, 'student')}, ${count(
      files.reduce((sum, { runs }) => sum + runs.length, 0),
      'run',
    )}.`,
    ...(same.length > 0 ? [`${count(same.length, 'run')} in more than one notebook.`] : []),
    ...(unfit > 0
      ? [
          `${count(unfit, 'card')} changed after ${unfit === 1 ? 'it was' : 'they were'} written: the hash does not fit.`,
        ]
      : []),
    ...files.filter((file) => !isRead(file)).map(({ file, why }) => `Not read: ${file}: ${why}.`),
  ];
}
