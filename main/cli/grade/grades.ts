import { askedIn, type AskedLab } from './asked.ts';
import type { NotRead } from './intake/find-files.ts';
import { marksOf, type Mark } from './marks.ts';
import type { Graded } from './points/graded.ts';
import { rosterIndex, type Person, type Whose } from './points/roster.ts';
import {
  codePointsIn,
  codeWorth,
  mostPoints,
  plainRubric,
  pointsIn,
  type Rubric,
} from './points/rubric.ts';
import { codeAsked } from './code/code-section.ts';
import { sameRuns, type SameRun } from './same-runs.ts';
import { studentOf, type Student } from './students.ts';
import { isRead, type Submission } from './submission.ts';

/** Everything that the files show. */
export interface Grades {
  labs: AskedLab[];
  /** One for each file, by student. */
  rows: GradeRow[];
  same: SameRun[];
  rubric: Rubric;
  /** The points that can be had. */
  most: number;
  /** One for each student whose answers were read: the best of their files. */
  graded: Graded[];
  /**
   * The same for those whom no gradebook can find: not in the roster, or, without one, no name in
   * the notebook. They get a page, and no line in a gradebook.
   */
  apart: Graded[];
  /** People of the roster of whom no file was read; null without a roster. */
  missing: Person[] | null;
  /** What lies in the folder beside notebooks and cards. */
  notRead: readonly NotRead[];
}
export interface GradeRow {
  file: Submission;
  student: Student;
  /** Whose it is by the roster; null without one. */
  whose: Whose | null;
  /** Null where no answers were read: 0 would be a grade. */
  points: number | null;
  marks: Mark[];
}

export interface Grading {
  /** The labs that are graded; null: all. */
  labs?: readonly string[] | null;
  rubric?: Rubric;
  roster?: readonly Person[] | null;
  notRead?: readonly NotRead[];
}

/** Puts what was read together. Pure. */
export function gradesOf(
  files: readonly Submission[],
  { labs: only = null, rubric = plainRubric, roster = null, notRead = [] }: Grading = {},
): Grades {
  const labs = askedIn(files, only);
  const same = sameRuns(files);
  const find = roster && rosterIndex(roster);
  const rows = files.map((file): GradeRow => {
    const whose = find?.(file) ?? null;
    return {
      file,
      student: studentOf(file),
      whose,
      points:
        file.learner === null ? null : pointsIn(rubric, file, labs) + codePointsIn(rubric, file),
      marks: marksOf(file, files, same, whose),
    };
  });
  // Files without a name come last, in their own order.
  rows.sort(
    (a, b) =>
      Number(b.student.named) - Number(a.student.named) ||
      order.compare(a.student.name, b.student.name) ||
      order.compare(a.student.course, b.student.course),
  );
  const ofCode = codeAsked(rows).map(({ lab, exercise }) => codeWorth(rubric, lab, exercise));
  const most = mostPoints(rubric, labs) + ofCode.reduce((all, one) => all + one, 0);
  return {
    labs,
    rows,
    same,
    rubric,
    most,
    ...gradedOf(rows),
    missing: roster && missingOf(roster, rows),
    notRead,
  };
}

const order = new Intl.Collator('en', { numeric: true });

/** The best of each student's files: of those whom a gradebook can find, and of the others. */
function gradedOf(rows: readonly GradeRow[]): Pick<Grades, 'graded' | 'apart'> {
  const graded = new Map<string, Graded>();
  const apart = new Map<string, Graded>();
  const put = (best: Map<string, Graded>, key: string, one: Graded) => {
    const before = best.get(key);
    if (!before || before.points < one.points) best.set(key, one);
  };
  for (const row of rows) {
    const { student, whose, points } = row;
    if (points === null) continue;
    for (const person of whose?.people ?? [])
      put(graded, String(person.at), { name: person.name, person, points, row });
    if (whose !== null && whose.people.length > 0) continue;
    const found = whose === null && student.named;
    put(found ? graded : apart, student.key, { name: student.name, person: null, points, row });
  }
  return { graded: [...graded.values()], apart: [...apart.values()] };
}

/**
 * Who of the roster handed nothing in that was read. Where people share a name and it can't be told
 * whose a file is, none of them is called missing.
 */
function missingOf(roster: readonly Person[], rows: readonly GradeRow[]): Person[] {
  const here = new Set<number>();
  for (const { file, whose } of rows)
    if (isRead(file) && whose)
      for (const { at } of [...whose.people, ...whose.several]) here.add(at);
  return roster.filter(({ at }) => !here.has(at));
}
