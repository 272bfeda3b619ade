import { CsvProblem } from '../../../labs/data/problem.ts';
import { survey, type Survey } from '../../../labs/data/survey.ts';
import { auditOwn } from '../../../labs/fairness/own/own-audit.ts';
import { brokenWords } from '../../../labs/fairness/own/own-problems.ts';
import { readOwn } from '../../../labs/fairness/own/own-read.ts';
import { ownRoles } from '../../../labs/fairness/own/own-roles.ts';
import { leakReport } from '../../../labs/time-leak/own/leak-report.ts';
import { readTable } from '../../../labs/time-leak/own/read-table.ts';
import { tableRoles } from '../../../labs/time-leak/own/roles/table-roles.ts';
import type { MalformedCsv } from './malformed-csv.ts';

/** Both sentences of a problem. Anything else that is thrown is passed on: in the app it would be a fault. */
function wordsOf(error: unknown): string[] {
  if (error instanceof CsvProblem) return [error.data.what, error.data.next];
  throw error;
}

/**
 * Reads a table to its end as the lab's worker does, with the columns that a learner would choose;
 * what they are told, nothing where it could be read.
 */
export async function readAsLab({ table, file }: MalformedCsv): Promise<string[]> {
  try {
    const found = await survey(file);
    return table === 'leak' ? await leak(file, found) : await audit(file, found);
  } catch (error) {
    return wordsOf(error);
  }
}

const has = ({ columns }: Survey, name: string) => columns.some((column) => column.name === name);
/** What the table on screen says of its columns. */
const told = ({ notes, columns }: Survey): string[] => [
  ...notes,
  ...columns.flatMap((column) => column.notes.map((note) => `${column.name}: ${note}`)),
];

async function leak(file: File, found: Survey): Promise<string[]> {
  // Where nothing looks like a time or a label the form asks for them, and a file without such columns gets no further.
  if (!has(found, 'time') || !has(found, 'label'))
    return ['The form asks which columns hold time and label.'];
  const { mapping, asks } = tableRoles(found.columns, {
    ...{ time: 'time', label: 'label', dates: 'dmy' },
    owner: has(found, 'user') ? 'user' : null,
  });
  if (!mapping) return asks.map(({ role }) => `The form asks for the ${role}.`);
  const reading = readTable(file, found, mapping);
  let step = await reading.next();
  while (!step.done) step = await reading.next();
  const judging = leakReport(step.value);
  while (!judging.next().done);
  return [...told(found), ...step.value.notices];
}

async function audit(file: File, found: Survey): Promise<string[]> {
  const { mapping, asks, unknown } = ownRoles(found.columns, {
    ...{ label: 'y', decision: 'approved', groups: ['sex'], weight: 'weight' },
  });
  if (!mapping)
    return [
      ...asks.map(({ role }) => `The form asks for the ${role}.`),
      ...unknown.map((name) => `The form asks for another column than ${name}.`),
    ];
  const reading = readOwn(file, { survey: found, mapping, leaveOutEmpty: false });
  let step = await reading.next();
  while (!step.done) step = await reading.next();
  if (!step.value.ok) return brokenWords(step.value).flatMap(({ what, next }) => [what, next]);
  auditOwn(step.value.own, 0.5);
  return told(found);
}
