import { fold } from '../../../labs/data/people/fold.ts';
import type { Submission } from './submission.ts';

/** Who handed a file in. */
export interface Student {
  /** The same for every file of one person. */
  key: string;
  /**
   * What the tables call them: the name that the course system gave the file, else the one in the
   * notebook, else the file's own.
   */
  name: string;
  course: string;
  named: boolean;
}

const tidy = (text: string) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** Moodle writes the student's name before what they handed in, Canvas a number of theirs. */
const moodle = /^(.+?)_\d+_assignsubmission_/;
const canvas = /^[^_]+(?:_LATE)?_(\d+)_\d+_/;

/** What the path of a file says of its student: a name, and numbers that may be their ID. */
export function placeNames(file: string): { folder: string | null; ids: string[] } {
  const parts = file.split('/');
  const folder = parts.map((part) => moodle.exec(part)?.[1]).find((name) => name !== undefined);
  const ids = parts.flatMap((part) => canvas.exec(part)?.[1] ?? []);
  return { folder: folder === undefined ? null : tidy(folder), ids };
}

const known = new WeakMap<Submission, Student>();

/** The same name and course, however written, is the same student. */
export function studentOf(file: Submission): Student {
  const found = known.get(file) ?? read(file);
  known.set(file, found);
  return found;
}

function read({ file, learner }: Submission): Student {
  const name = placeNames(file).folder ?? tidy(learner?.who.name ?? '');
  const course = tidy(learner?.who.course ?? '');
  if (name === '') return { key: `file:${file}`, name: file, course, named: false };
  return { key: `${fold(name)}\n${fold(course)}`, name, course, named: true };
}
