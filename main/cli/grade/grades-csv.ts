import type { AskedStep } from './asked.ts';
import { byteOrderMark, csvText, type CsvCell } from '../../../labs/data/write-csv.ts';
import { codeAsked, codeIn, type AskedCode } from './code/code-section.ts';
import type { GradeRow, Grades } from './grades.ts';
import { isRead, type Submission } from './submission.ts';
import { checkStatus, isLabDone, predictionStatus, reflectionWords, totals } from './status.ts';

interface Column {
  head: string;
  /** What it is about: the file itself, the runs in it, or (left out) the answers. */
  about?: 'file' | 'runs';
  of: (row: GradeRow) => CsvCell;
}

/** Of a file without answers, or one that could not be read, nothing is said of them: zeros would be a grade. */
const isKnown = ({ about }: Column, { file }: GradeRow) =>
  about === 'file' || (about === 'runs' ? isRead(file) : file.learner !== null);

/** One line for each file, one column for each thing that was asked. Columns are called after the lab and the step, which stay the same. */
export function gradesCsv({ labs, rows, most }: Grades): string {
  const total =
    (name: keyof ReturnType<typeof totals>) =>
    ({ file }: GradeRow) =>
      totals(file, labs)[name];
  const columns: Column[] = [
    { head: 'student', about: 'file', of: ({ student }) => student.name },
    { head: 'course', about: 'file', of: ({ student }) => student.course },
    { head: 'file', about: 'file', of: ({ file }) => file.file },
    { head: 'runs', about: 'runs', of: ({ file }) => file.runs.length },
    { head: 'labs done', of: ({ file }) => labs.filter((lab) => isLabDone(file, lab)).length },
    { head: 'checks right', of: total('right') },
    { head: 'checks asked', of: total('checks') },
    { head: 'predictions made', of: total('predicted') },
    { head: 'predictions asked', of: total('predictions') },
    { head: 'reflections written', of: total('reflected') },
    { head: 'reflections asked', of: total('reflections') },
    { head: 'points', of: ({ points }) => points },
    { head: 'points possible', of: () => most },
    {
      head: 'cards that do not fit their hash',
      about: 'runs',
      of: ({ file }) => file.runs.filter(({ hashFits }) => !hashFits).length,
    },
    ...labs.flatMap(({ steps }) => steps.flatMap(stepColumns)),
    ...codeAsked(rows).flatMap(codeColumns),
  ];
  const marks: Column = {
    head: 'marks',
    of: (row) => row.marks.map(({ words }) => words).join('; '),
  };
  const line = (row: GradeRow): CsvCell[] => [
    ...columns.map((column) => (isKnown(column, row) ? column.of(row) : null)),
    marks.of(row),
  ];
  const heads = [...columns, marks].map(({ head }) => head);
  return byteOrderMark + csvText([heads, ...rows.map(line)]);
}

/** What came of an answer that was run again, and what its notebook claims. */
function codeColumns(asked: AskedCode): Column[] {
  const name = `${asked.lab}/${asked.exercise} code`;
  const of = (words: (passes: boolean, claims: boolean) => string) => (row: GradeRow) => {
    const found = codeIn(row, asked);
    return found ? words(found.passes, found.claims) : null;
  };
  return [
    { head: name, of: of((passes) => (passes ? 'passes' : 'fails')) },
    { head: `${name} claimed`, of: of((_, claims) => (claims ? 'passed' : 'did not pass')) },
  ];
}

function stepColumns(step: AskedStep): Column[] {
  const name = `${step.lab}/${step.id}`;
  const of =
    <T>(read: (file: Submission, step: AskedStep) => T, cell: (found: T) => CsvCell) =>
    ({ file }: GradeRow) =>
      cell(read(file, step));
  if (step.kind === 'reflect')
    return [{ head: `${name} words`, of: of(reflectionWords, (words) => words) }];
  if (step.kind === 'check')
    return [
      { head: name, of: of(checkStatus, ({ status }) => status) },
      { head: `${name} tries`, of: of(checkStatus, ({ tries }) => tries) },
      { head: `${name} hints`, of: of(checkStatus, ({ hints }) => hints) },
    ];
  return [
    { head: `${name} said`, of: of(predictionStatus, (found) => found?.said ?? null) },
    { head: `${name} unit`, of: of(predictionStatus, (found) => found?.unit ?? null) },
    {
      head: `${name} sure, %`,
      of: of(predictionStatus, (found) =>
        found?.confidence == null ? null : Math.round(found.confidence * 100),
      ),
    },
    {
      head: `${name} run`,
      of: of(predictionStatus, (found) => {
        if (found?.run == null) return null;
        if (found.run === 'formula') return 'none needed';
        return found.run === 'missing' ? 'not in the file' : found.run.number;
      }),
    },
  ];
}
