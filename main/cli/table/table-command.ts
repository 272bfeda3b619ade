import type { Ask, Column } from '../../../labs/data/column.ts';
import { columnsJson } from '../../../labs/data/columns-json.ts';
import { CsvProblem, type ProblemData } from '../../../labs/data/problem.ts';
import {
  noChoice,
  surveyTable,
  type ReadingChoice,
  type Survey,
} from '../../../labs/data/survey.ts';
import { writeAtomic } from '../../storage/write.ts';
import { formatTable, UsageError } from '../usage.ts';
import { openTable, type TableFile } from './table-file.ts';

/** Options of both commands: how the file is read, and where the result goes. */
export const readingOptions = {
  header: { type: 'string' },
  missing: { type: 'string', multiple: true },
  'not-missing': { type: 'string', multiple: true },
  decimal: { type: 'string' },
  json: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const readingHelp = `  --header yes|no       whether the first row names the columns (the rows tell otherwise)
  --missing MARK        a cell that means “not known”, beside NA, N/A, null, ?, - and blanks; as often as wanted
  --not-missing MARK    a cell that is a value although it looks like “not known”
  --decimal , or .      the decimal mark, where cells such as 1.200 leave it open
  --json F              writes the result as JSON to F; - prints it
  Ends with 0 where it is done, with 1 where the file can’t be used. With 2 where something has to be said first: what that is stands on the screen, and under “asks” in the JSON.`;

/** How the file is read, from the options. */
export function choiceOf(values: {
  header?: string | undefined;
  missing?: string[] | undefined;
  'not-missing'?: string[] | undefined;
  decimal?: string | undefined;
}): ReadingChoice {
  const { header, decimal } = values;
  if (header !== undefined && header !== 'yes' && header !== 'no')
    throw new UsageError(`--header is yes or no; "${header}" is neither.`);
  if (decimal !== undefined && decimal !== ',' && decimal !== '.')
    throw new UsageError(`--decimal is , or . and "${decimal}" is neither.`);
  return {
    ...(decimal !== undefined && { decimal }),
    header: header === undefined ? noChoice.header : header === 'yes',
    missing: { marks: values.missing ?? [], values: values['not-missing'] ?? [] },
  };
}

/** `NAME=VALUE` options as pairs. The name may hold “=” where a column's does. */
export function pairsOf(
  texts: readonly string[] | undefined,
  option: string,
  columns: readonly Column[],
): [string, string][] {
  return (texts ?? []).map((text) => {
    const named = columns.find(({ name }) => text.startsWith(`${name}=`));
    const at = named ? named.name.length : text.indexOf('=');
    if (at < 1) throw new UsageError(`--${option} is written COLUMN=VALUE; "${text}" is not.`);
    return [text.slice(0, at), text.slice(at + 1)];
  });
}

/** A list of columns: given as several options, or with commas between them. */
export function namesOf(
  texts: readonly string[] | undefined,
  columns: readonly Column[],
): string[] {
  return (texts ?? []).flatMap((text) =>
    columns.some(({ name }) => name === text) ? [text] : text.split(',').map((name) => name.trim()),
  );
}

/** What a command came to: its JSON and its exit code. */
export interface Outcome {
  json: object;
  code: 0 | 1 | 2;
  lines: string[];
}

/** A file that can't be used, with what is known of it all the same. */
export const problemOutcome = (known: object, problem: ProblemData): Outcome => ({
  json: { ...known, problem },
  code: 1,
  lines: [problem.what, 'The file is unchanged.', problem.next],
});

/** Judges what is known so far; cells that can't be read are told beside it. */
export async function telling(known: object, judge: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await judge();
  } catch (error) {
    if (!(error instanceof CsvProblem)) throw error;
    return problemOutcome(known, error.data);
  }
}

/**
 * Opens and surveys a file, lets the command judge it, prints what came of it and writes the JSON. A file that can't be used is said and
 * written too.
 */
export async function withTable(
  path: string,
  choice: ReadingChoice,
  jsonPath: string | undefined,
  judge: (file: TableFile, survey: Survey) => Promise<Outcome>,
): Promise<number> {
  const file = await openTable(path);
  let outcome: Outcome;
  let known: object = { columns: [], notes: [], roles: {} };
  try {
    const survey = await finish(surveyTable(file, choice));
    known = { ...known, columns: columnsJson(survey.columns), notes: survey.notes };
    outcome = await judge(file, survey);
  } catch (error) {
    if (!(error instanceof CsvProblem)) throw error;
    outcome = problemOutcome(known, error.data);
  } finally {
    await file.close();
  }
  const text = `${JSON.stringify(outcome.json, null, 2)}\n`;
  if (jsonPath === '-') process.stdout.write(text);
  else {
    const print = outcome.code === 0 ? console.log : console.error;
    print(outcome.lines.join('\n'));
    if (jsonPath !== undefined) await writeAtomic(jsonPath, text);
  }
  return outcome.code;
}

/** Runs a generator to its end. */
export async function finish<T>(steps: AsyncGenerator<unknown, T, void>): Promise<T> {
  let step = await steps.next();
  while (!step.done) step = await steps.next();
  return step.value;
}

/** The columns as a table, and what was decided about them. */
export function columnLines({ columns, notes }: Pick<Survey, 'columns' | 'notes'>): string[] {
  const table = formatTable([
    ['column', 'is', 'missing', 'why'],
    ...columns.map(({ name, kind, missing, why }) => [
      name,
      kind,
      missing.toLocaleString('en-US'),
      why,
    ]),
  ]);
  return [
    table,
    ...notes.map((note) => `  ${note}`),
    ...columns.flatMap(({ name, notes: own }) => own.map((note) => `  ${name}: ${note}`)),
  ];
}

const roleWords: Record<string, string> = {
  label: 'Which column says what turned out? --label',
  labelOrNone:
    'Which column says what turned out? --label, or --label none to compare who is selected alone',
  decision: 'Which column holds the decision? --decision, or --score for scores',
  score: 'Which column holds the score? --score',
  group: 'Which column holds the groups? --group',
  weight: 'Which column holds the weight? --weight, or --weight none',
  time: 'Which column says when each row happened? --time',
  clock: 'Which column holds the time of day? --time-of-day, or --time-of-day none',
  owner: 'Which column says whose row it is? --owner, or --owner none',
  feature: 'Which columns are features? --feature',
  dateOrder: 'What comes first in its dates? --dates dmy, mdy or ymd',
  zone: 'Where did the clock stand? --zone COLUMN=ZONE',
  positive: 'Which of its values counts as 1? --positive COLUMN=VALUE',
  negative: 'Which of its values counts as 0? --negative COLUMN=VALUE',
  decimal: 'Which is the decimal mark? --decimal , or --decimal .',
  threshold: 'From which score on is somebody selected? --threshold',
};

/** Questions as lines. */
export const askLines = (asks: readonly Ask[], unknown: readonly string[]): string[] => [
  ...unknown.map((name) => `There is no column “${name}”.`),
  ...asks.map(({ role, column, candidates, why, none, mark }) => {
    if (mark !== undefined)
      return `${why} Does it mean “not known”? --missing=${mark} says that it does, --not-missing=${mark} that it is a value.`;
    const likely =
      candidates.length > 0 && role !== 'decimal'
        ? ` Likeliest: ${candidates.slice(0, 4).join(', ')}.`
        : '';
    return `${why ? `${why} ` : ''}${column ? `“${column}”: ` : ''}${roleWords[role === 'label' && none ? 'labelOrNone' : role] ?? role}${role === 'decimal' ? '' : '.'}${likely}`;
  }),
];
