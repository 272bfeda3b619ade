import { columnNamed } from '../../../labs/data/open-table.ts';
import type { Survey } from '../../../labs/data/survey.ts';
import { aloneWords, splitWords } from '../../../labs/time-leak/own/findings/split-words.ts';
import { leakReport, type LeakReport } from '../../../labs/time-leak/own/leak-report.ts';
import { inOrder } from '../../../labs/time-leak/own/leak-table.ts';
import { leaksJson, rolesJson } from '../../../labs/time-leak/own/leaks-json.ts';
import { readTable } from '../../../labs/time-leak/own/read-table.ts';
import type { TableAnswers } from '../../../labs/time-leak/own/table-mapping.ts';
import { readingWords } from '../../../labs/time-leak/own/roles/reading-words.ts';
import { tableRoles } from '../../../labs/time-leak/own/roles/table-roles.ts';
import { dateOrders, type DateOrder } from '../../../labs/data/times/formats.ts';
import { formatTable, parseCommand, UsageError } from '../usage.ts';
import type { TableFile } from './table-file.ts';
import { leaksTaken } from './taken-lines.ts';
import {
  askLines,
  choiceOf,
  columnLines,
  finish,
  namesOf,
  pairsOf,
  problemOutcome,
  readingHelp,
  readingOptions,
  telling,
  withTable,
  type Outcome,
} from './table-command.ts';

/** What a leak report is told of the columns, as help says it. */
export const leakHelp = `  --time C              when each row happened
  --time-of-day C       its time of day, where --time holds days; none for none
  --label C             what is to be predicted: two values
  --owner C             whose row it is; none for nobody
  --written C=C         for a feature the column that says when its values were written; C=none for none
  --feature C[,C]       only these features
  --dates dmy|mdy|ymd   whether the day, the month or a year of two digits comes first, where the cells do not tell
  --zone C=ZONE         where the clock of a column without zones stood: UTC, +01:00, Europe/Berlin
${readingHelp}`;

const help = `npm run leaks -- FILE [--time C] [--label C] [--owner C] [--written C=C …] [--json F]
  Looks for what a table knows too early: values that were written after their row.
${leakHelp}`;

export const leakOptions = {
  ...readingOptions,
  time: { type: 'string' },
  'time-of-day': { type: 'string' },
  label: { type: 'string' },
  owner: { type: 'string' },
  written: { type: 'string', multiple: true },
  feature: { type: 'string', multiple: true },
  dates: { type: 'string' },
  zone: { type: 'string', multiple: true },
} as const;

type LeakValues = ReturnType<typeof parse>['values'];
const parse = (args: string[]) =>
  parseCommand({ args, allowPositionals: true, options: leakOptions }, help);

/** Looks for leaks in a table. Returns the exit code. */
export async function leaks(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (positionals.length !== 1) throw new UsageError(`Which file? Name one.\n${help}`);
  return withTable(positionals[0]!, choiceOf(values), values.json, (file, survey) =>
    judgeLeaks(file, survey, values),
  );
}

function answersOf(values: LeakValues, { columns }: Survey): TableAnswers {
  const { dates } = values;
  if (dates !== undefined && !(dates in dateOrders))
    throw new UsageError(`--dates is dmy, mdy or ymd; "${dates}" is none of them.`);
  const orNone = (name: string) => (name === 'none' && !columnNamed(columns, 'none') ? null : name);
  const own = (name: string) => columnNamed(columns, name)?.name ?? name;
  const pairs = (texts: string[] | undefined, option: string) =>
    pairsOf(texts, option, columns).map(([name, value]) => [own(name), value] as const);
  return {
    ...(values.time !== undefined && { time: values.time }),
    ...(values['time-of-day'] !== undefined && { clock: orNone(values['time-of-day']) }),
    ...(values.label !== undefined && { label: values.label }),
    ...(values.owner !== undefined && { owner: orNone(values.owner) }),
    ...(dates !== undefined && { dates: dates as DateOrder }),
    ...(values.feature !== undefined && { features: namesOf(values.feature, columns) }),
    written: Object.fromEntries(
      pairs(values.written, 'written').map(([name, value]) => [name, orNone(value)]),
    ),
    zones: Object.fromEntries(pairs(values.zone, 'zone')),
  };
}

/** Asks, refuses or reports. `more`: what the report comes to besides, for a screen and as JSON. */
export async function judgeLeaks(
  file: TableFile,
  survey: Survey,
  values: LeakValues,
  more: (report: LeakReport) => { lines: string[]; json?: object } = (report) => ({
    lines: reportLines(report),
  }),
): Promise<Outcome> {
  const answers = answersOf(values, survey);
  const roles = tableRoles(survey.columns, answers);
  const known = rolesJson(survey, roles);
  if (roles.unknown.length > 0) {
    const what = `There is no column “${roles.unknown[0]}”.`;
    const next = `There are: ${survey.columns.map(({ name }) => name).join(', ')}.`;
    return problemOutcome(known, { what, next });
  }
  const told = { columns: survey.columns, notes: known.notes };
  const taken = leaksTaken(roles, answers);
  const { mapping } = roles;
  if (!mapping)
    return {
      ...{ json: known, code: 2 },
      lines: [...columnLines(told), ...taken, ...askLines(roles.asks, [])],
    };
  return telling(known, async () => {
    const table = inOrder(await finish(readTable(file, survey, mapping)));
    const steps = leakReport(table);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const json = leaksJson(survey, { roles, answers }, step.value, table);
    const found = more(step.value);
    return {
      json: { ...json, ...found.json },
      code: 0,
      lines: [
        ...columnLines({ ...told, notes: json.notes }),
        ...['', ...taken, ...readingWords(mapping, table.labelWords, answers), ''],
        ...found.lines,
      ],
    };
  });
}

function reportLines(report: LeakReport): string[] {
  const two = (value: number | null | undefined) =>
    typeof value === 'number' ? value.toFixed(2) : '–';
  const words = { leak: 'LEAK', question: 'question', note: 'note' };
  return [
    formatTable([
      ['feature', 'newer', 'of', 'AUC', '±', 'in order', 'rebuilt'],
      ...report.features.map((feature) => [
        feature.name,
        feature.newer === null ? '–' : String(feature.newer),
        feature.dated === null ? '–' : String(feature.dated),
        ...[feature.auc?.mean, feature.auc?.sd, feature.aucInOrder, feature.rebuilt].map(two),
      ]),
    ]),
    '',
    [splitWords(report), ...aloneWords(report)].join(' '),
    '',
    ...report.findings.flatMap(({ kind, title, detail, examples }) => [
      `${words[kind]}: ${title}. ${detail}`,
      ...examples
        .slice(0, 3)
        .map((example) => `  row ${example.row.toLocaleString('en-US')}: ${example.words}`),
    ]),
  ];
}
