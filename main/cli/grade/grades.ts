import { askedIn, type AskedLab } from './asked.ts';
import type { Submission } from './submission.ts';
import { marksOf, type Mark } from './marks.ts';
import { sameRuns, type SameRun } from './same-runs.ts';
import { studentOf, type Student } from './students.ts';

/** Everything that both files show. */
export interface Grades {
  labs: AskedLab[];
  /** One for each file, by student. */
  rows: GradeRow[];
  same: SameRun[];
}
export interface GradeRow {
  file: Submission;
  student: Student;
  marks: Mark[];
}

/** Puts what was read together. Pure. */
export function gradesOf(files: readonly Submission[]): Grades {
  const same = sameRuns(files);
  const rows = files.map((file) => ({
    file,
    student: studentOf(file),
    marks: marksOf(file, files, same),
  }));
  // Files without a name come last, in their own order.
  rows.sort(
    (a, b) =>
      Number(b.student.named) - Number(a.student.named) ||
      a.student.name.localeCompare(b.student.name, 'en', { numeric: true }) ||
      a.student.course.localeCompare(b.student.course, 'en'),
  );
  return { labs: askedIn(files), rows, same };
}
