import type { Submission } from './submission.ts';

/** Who handed a file in. */
export interface Student {
  /** The same for every file of one person. */
  key: string;
  /** What the tables call them: the name in the notebook, the file's where there is none. */
  name: string;
  course: string;
  named: boolean;
}

const tidy = (text: string) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** A notebook says whose it is; the same name and course, however written, is the same student. */
export function studentOf({ file, learner }: Submission): Student {
  const name = tidy(learner?.who.name ?? '');
  const course = tidy(learner?.who.course ?? '');
  if (name === '') return { key: `file:${file}`, name: file, course, named: false };
  return { key: `${name}\n${course}`.normalize('NFKC').toLowerCase(), name, course, named: true };
}
