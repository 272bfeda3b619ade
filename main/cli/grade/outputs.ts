import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LecternError } from '../../contract/errors.ts';
import { reasonInWords } from '../../storage/data-folder.ts';
import { makeFolder } from '../../storage/make-folder.ts';
import { writeAtomic } from '../../storage/write.ts';
import { checkWritable } from '../lab-files.ts';
import { feedbackHtml } from './feedback/feedback-html.ts';
import { feedbackNames } from './feedback/file-names.ts';
import { canvasCsv } from './gradebooks/canvas.ts';
import { moodleCsv } from './gradebooks/moodle.ts';
import { gradesCsv } from './grades-csv.ts';
import { gradesHtml } from './grades-html.ts';
import type { Grades } from './grades.ts';

const names = ['grades.csv', 'grades.html', 'canvas.csv', 'moodle.csv', 'feedback'] as const;

/** So many pages are written at once. */
const atOnce = 32;

/** Everything that the command may write into a folder. */
export const outputsIn = (folder: string): string[] => names.map((name) => join(folder, name));

export const refuse = (what: string, next: string): LecternError =>
  new LecternError({ code: 'bad-file', what, safe: 'Nothing was written.', next });

/** Throws a `LecternError` where something is there already and may not be replaced, or can't be written. */
export async function checkOutputs(folder: string, force: boolean): Promise<void> {
  for (const path of outputsIn(folder)) {
    const there = await stat(path).catch(() => null);
    if (there && !force)
      throw refuse(
        `${path} is there already.`,
        'Give --force to replace it, or another folder with --out.',
      );
    if (!there?.isDirectory())
      await checkWritable(path, 'Nothing was written.', 'Name another folder with --out.');
  }
}

/** Writes them; gives the lines that say where they are. `folder` is the hand-in's name, for the pages. */
export async function writeOutputs(out: string, grades: Grades, folder: string): Promise<string[]> {
  const [csv, page, canvas, moodle, feedback] = outputsIn(out) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const when = new Date().toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const { graded, apart, rubric, most } = grades;
  const all = [...graded, ...apart];
  await save(csv, gradesCsv(grades));
  await save(page, gradesHtml(grades, folder, when));
  await save(canvas, canvasCsv(graded, rubric.title, most));
  const forMoodle = moodleCsv(graded, rubric.title);
  if (forMoodle !== null) await save(moodle, forMoodle);
  await makeOutFolder(feedback);
  const files = feedbackNames(all.map(({ name }) => name));
  // Each is put on disk before it counts as written: many at once wait for that together.
  for (let at = 0; at < all.length; at += atOnce)
    await Promise.all(
      all
        .slice(at, at + atOnce)
        .map(({ row, name }, i) =>
          save(join(feedback, files[at + i]!), feedbackHtml(row, grades, name, when)),
        ),
    );
  return [
    csv,
    page,
    canvas,
    forMoodle === null
      ? 'No moodle.csv: Moodle finds students by e-mail address, ID number or user name. Name a --roster that has one of them.'
      : moodle,
    `${feedback}: ${all.length} ${all.length === 1 ? 'page' : 'pages'}`,
  ];
}

const failed = (path: string) => (error: unknown) => {
  throw new LecternError({
    code: 'storage',
    what: `${path} could not be written: ${reasonInWords(error)}.`,
    safe: 'An older file of that name is unchanged, and so is what was handed in.',
    next: 'Make room, or name another folder with --out.',
  });
};
const save = (path: string, text: string) => writeAtomic(path, text).catch(failed(path));
const makeOutFolder = (path: string) => makeFolder(path).catch(failed(path));
