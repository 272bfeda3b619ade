import { csvText } from '../../../../labs/data/write-csv.ts';
import type { Heading } from '../../../../labs/data/people/headings.ts';
import type { Graded } from '../points/graded.ts';

/** What Moodle can find a student by, and what its own exports call these columns. */
const keys: readonly [Heading, string][] = [
  ['email', 'Email address'],
  ['id-number', 'ID number'],
  ['username', 'Username'],
];

/**
 * Points as Moodle's gradebook takes them in (Import, CSV file): one row of heads, then one row for
 * each student with something to find them by and the grade. Only students whose row has such a key
 * are in it, since Moodle refuses the whole file for one it can't find. Null where nobody has one: a
 * roster without addresses, ID numbers and user names. Whoever handed nothing in is left out: an
 * empty cell would take a grade away.
 * Source: grade/import/csv/classes/load_data.php in github.com/moodle/moodle.
 */
export function moodleCsv(graded: readonly Graded[], title: string): string | null {
  const has = ({ person }: Graded, key: Heading) => person?.fields[key] !== undefined;
  const best = keys
    .map(([key, head]) => ({ key, head, rows: graded.filter((one) => has(one, key)) }))
    .sort((a, b) => b.rows.length - a.rows.length)[0]!;
  if (best.rows.length === 0) return null;
  return csvText([
    ['Full name', best.head, title],
    ...best.rows.map((one) => [one.name, one.person!.fields[best.key]!, one.points]),
  ]);
}
