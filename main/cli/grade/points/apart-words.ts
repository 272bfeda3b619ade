import type { Graded } from './graded.ts';

/**
 * Who has a feedback page but no line in a gradebook, and why, in words; null where nobody is so.
 * With a roster they are not in it, or share a name in it; without one their notebook has no name.
 */
export function apartWords(apart: readonly Graded[]): string | null {
  if (apart.length === 0) return null;
  const only = apart.length === 1;
  const many = apart.length.toLocaleString('en-US');
  const students = `${many} ${only ? 'student is' : 'students are'} not in the roster, or ${only ? 'shares' : 'share'} a name in it`;
  const notebooks = `${many} ${only ? 'notebook has' : 'notebooks have'} no name`;
  const who = apart[0]!.row.whose === null ? notebooks : students;
  const names = apart.map(({ name }) => name).join(', ');
  const page = only ? 'it; a feedback page was' : 'them; feedback pages were';
  return `${who}: ${names}. No gradebook has ${page} written.`;
}
