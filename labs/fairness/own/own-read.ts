import { CsvProblem } from '../../data/problem.ts';
import { readRecords } from '../../data/records.ts';
import { OwnIntake, type Intake, type OwnMapping } from './own-intake.ts';

/** How a file is to be read. */
export interface ReadingPlan {
  columns: readonly string[];
  delimiter: string;
  mapping: OwnMapping;
  /** Leave rows out whose label, decision or weight is empty. */
  leaveOutEmpty: boolean;
}

/**
 * Reads the mapped columns of a file, piece by piece; yields the part that has been read, 0 to 1.
 * Throws a CsvProblem for what is no table.
 */
export async function* readOwn(
  file: Blob,
  { columns, delimiter, mapping, leaveOutEmpty }: ReadingPlan,
): AsyncGenerator<number, Intake, void> {
  const intake = new OwnIntake(columns, mapping, leaveOutEmpty);
  let header = true;
  for await (const { rows, numbers, fraction } of readRecords(file, { delimiter })) {
    for (let i = header ? 1 : 0; i < rows.length; i++) intake.add(rows[i]!, numbers[i]!);
    if (rows.length > 0) header = false;
    yield fraction;
  }
  const found = intake.finish();
  if (found.ok && found.own.rows === 0)
    throw new CsvProblem({
      what: `All ${found.leftOut.toLocaleString('en-US')} rows have an empty label, decision or weight, so nothing is left to audit.`,
      next: 'Choose another column, or fill the cells in.',
    });
  return found;
}
