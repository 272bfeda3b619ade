import type { GradeRow } from '../grades.ts';
import type { Person } from './roster.ts';

/** One student's line in a gradebook. */
export interface Graded {
  name: string;
  /** Null where there is no roster, or they are not in it. */
  person: Person | null;
  points: number;
  /** The file that the points are for: the best of theirs. */
  row: GradeRow;
}
