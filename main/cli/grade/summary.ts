import type { Grades } from './grades.ts';
import type { NotRead } from './intake/find-files.ts';
import { apartWords } from './points/apart-words.ts';
import { isRead, type Submission } from './submission.ts';

const count = (n: number, one: string, more = `${one}s`) =>
  `${n.toLocaleString('en-US')} ${n === 1 ? one : more}`;

/** What the command says when it is done: how much there was, what to look at, who and what is missing. */
export function summary(
  { rows, same, missing, notRead, apart }: Grades,
  files: readonly Submission[],
): string[] {
  const students = new Set(
    rows.filter(({ file }) => isRead(file)).map(({ student }) => student.key),
  ).size;
  const runs = files.reduce((sum, file) => sum + file.runs.length, 0);
  const unfit = files.flatMap((file) => file.runs).filter(({ hashFits }) => !hashFits).length;
  const without = apartWords(apart);
  const unread = files.flatMap(({ file, why }) => (why === null ? [] : [{ file, why }]));
  const left = [...unread, ...notRead.filter(({ handedIn }) => handedIn)];
  return [
    students === 0
      ? `${files.length > 1 ? `None of ${count(files.length, 'file')}` : 'No file'} could be read.`
      : `${count(files.length, 'file')} of ${count(students, 'student')}, ${count(runs, 'run')}.`,
    ...(same.length > 0 ? [`${count(same.length, 'run')} in more than one notebook.`] : []),
    ...(unfit > 0
      ? [
          `${count(unfit, 'card')} changed after ${unfit === 1 ? 'it was' : 'they were'} written: the hash does not fit.`,
        ]
      : []),
    ...(missing && missing.length > 0
      ? [
          `${count(missing.length, 'person', 'people')} of the roster ` +
            `${missing.length === 1 ? 'has' : 'have'} no file that was read: ` +
            `${missing.map(({ name }) => name).join(', ')}.`,
        ]
      : []),
    ...(without === null ? [] : [without]),
    ...left.map(({ file, why }) => `Not read: ${file}: ${why}.`),
    ...foreign(notRead),
  ];
}

/** What a system leaves behind is one line: all of it stands on the page. */
function foreign(notRead: readonly NotRead[]): string[] {
  const all = notRead.filter(({ handedIn }) => !handedIn);
  if (all.length === 0) return [];
  const few = all.slice(0, 5).map(({ file }) => file);
  const more = all.length > few.length ? ` and ${all.length - few.length} more` : '';
  return [`Left by a system, and not read: ${few.join(', ')}${more}.`];
}
