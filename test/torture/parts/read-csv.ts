import { guessMapping } from '../../../labs/data/guess.ts';
import { peekCsv, type Column } from '../../../labs/data/peek.ts';
import { CsvProblem } from '../../../labs/data/problem.ts';
import { readTable } from '../../../labs/data/typed-table.ts';
import { auditOwn } from '../../../labs/fairness/own/own-audit.ts';
import { guessOwn, openQuestion } from '../../../labs/fairness/own/own-guess.ts';
import type { OwnMapping } from '../../../labs/fairness/own/own-intake.ts';
import { readOwn } from '../../../labs/fairness/own/own-read.ts';
import { brokenWords } from '../../../labs/fairness/panel/own/own-words.ts';
import { leakReport } from '../../../labs/time-leak/leak-report.ts';
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
    const { columns, delimiter } = await peekCsv(file);
    return table === 'leak'
      ? await leak(file, columns, delimiter)
      : await audit(file, columns, delimiter);
  } catch (error) {
    return wordsOf(error);
  }
}

async function leak(file: File, columns: Column[], delimiter: string): Promise<string[]> {
  const guess = guessMapping(columns);
  // Where nothing looks like a time or a label the form asks for them, and a file without such columns gets no further.
  if (!columns.some(({ name }) => name === 'time') || !columns.some(({ name }) => name === 'label'))
    return ['The form asks which columns hold time and label.'];
  const reading = readTable(
    file,
    {
      ...guess,
      time: 'time',
      timeFormat: 'iso',
      label: 'label',
      features: guess.features.filter(({ writtenAt }) => writtenAt === null),
    },
    delimiter,
  );
  let step = await reading.next();
  while (!step.done) step = await reading.next();
  const judging = leakReport(step.value);
  while (!judging.next().done);
  return step.value.notices;
}

async function audit(file: File, columns: Column[], delimiter: string): Promise<string[]> {
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const guess = guessOwn(columns);
  const named: OwnMapping = {
    label: at('y'),
    decision: at('approved'),
    kind: 'prediction',
    groups: [at('sex')],
    weight: at('weight'),
  };
  if ([named.label, named.decision, ...named.groups, named.weight].includes(-1))
    return [openQuestion(guess) ?? 'The form asks what each column is.'];
  const reading = readOwn(file, {
    columns: columns.map(({ name }) => name),
    delimiter,
    mapping: named,
    leaveOutEmpty: false,
  });
  let step = await reading.next();
  while (!step.done) step = await reading.next();
  if (!step.value.ok) return brokenWords(step.value).flatMap(({ what, next }) => [what, next]);
  auditOwn(step.value.own, 0.5);
  return [];
}
