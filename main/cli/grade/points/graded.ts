import type { GradeRow } from '../grades.ts';
import type { Person } from './roster.ts';

/** One student's line in a gradebook. */
export interface Graded {
  name: string;
  /** Null where there is no roster. */
  person: Person | null;
  points: number;
  /** The file that the points are for: the best of theirs. */
  row: GradeRow;
}
