import type { Column } from '../../data/column.ts';
import { saysOwner, saysThing } from '../../data/names.ts';
import { differentWords } from '../../data/problem.ts';

/** Rows of the same people: whose they are, and how many different ones there are. */
export interface Repeats {
  column: string;
  people: number;
  /** Whether there are so many rows of each that rows say nothing of how sure a rate is. */
  much: boolean;
}

/** Rows of one person on average from which on it is said, and from which on nothing is judged by intervals of rows. */
const [some, much] = [1.1, 2];

/** Whether the same people stand in many rows, as a column says that names them. Null where each stands in about one. */
export function repeatsOf(columns: readonly Column[], roles: readonly Column[]): Repeats | null {
  const each = ({ filled, distinct }: Column) => filled / distinct;
  const owners = columns.filter(
    (column) =>
      column.kind === 'id' &&
      saysOwner(column.name) &&
      !saysThing(column.name) &&
      column.distinct > 1 &&
      !roles.some(({ name }) => name === column.name),
  );
  // The column of most different values: each person, where another names what they have in common.
  const [owner] = owners.sort((a, b) => b.distinct - a.distinct);
  if (!owner || each(owner) < some) return null;
  return { column: owner.name, people: owner.distinct, much: each(owner) >= much };
}

/** What follows for all that is counted by rows. */
export const repeatNotes = (repeats: Repeats | undefined, rows: number): string[] =>
  repeats
    ? [
        `“${repeats.column}” names ${differentWords(repeats.people)} people in ${rows.toLocaleString('en-US')} rows, so rows are not people. ` +
          'All numbers here are of rows, and the 95 % intervals hold for independent rows only: here they are too narrow. ' +
          'A table with one row for each person can be judged.',
      ]
    : [];
