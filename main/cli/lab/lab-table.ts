import { parseArgs } from 'node:util';
import { brokenWords } from '../../../labs/fairness/own/own-problems.ts';
import { auditJson, ownRolesJson } from '../../../labs/fairness/own/own-json.ts';
import { ownRoles } from '../../../labs/fairness/own/own-roles.ts';
import { withoutOldSides } from '../../../labs/fairness/own/own-sides.ts';
import { lessonOf, type Lesson } from '../../../labs/fairness/table/lesson.ts';
import { readTableRows } from '../../../labs/fairness/table/table-rows.ts';
import type { Survey } from '../../../labs/data/survey.ts';
import { seededRandom } from '../../../labs/math/random.ts';
import { leakOptions } from '../table/leaks.ts';
import { answersOf, auditOptions } from '../table/audit.ts';
import { auditTaken } from '../table/taken-lines.ts';
import type { TableFile } from '../table/table-file.ts';
import {
  askLines,
  choiceOf,
  columnLines,
  finish,
  readingHelp,
  withTable,
  type Outcome,
} from '../table/table-command.ts';
import { parseCommand, UsageError, wholeNumber } from '../usage.ts';
import { sectionLines } from './section-lines.ts';

const help = `npm run lab -- fairness --table FILE [--label C] [--decision C | --score C --threshold t] [--group C[,C]] [--seed n] [--json F]
  Goes through the lab's steps with a table in place of the built-in people: audit, delete, flip, thresholds, impossible and
  mitigate. It says which steps a table can't do. Models learn the decision from the columns that have no role.
  Of the groups it compares the largest, and the one whose selection rate is farthest from its.
  --seed n              draws the rows that models learn from (1 otherwise)
  --label C, --decision C, --score C, --threshold t, --group C, --weight C, --positive C=VALUE, --refuse-missing
                        as npm run audit takes them
${readingHelp}`;

const options = {
  ...auditOptions,
  table: { type: 'string' },
  seed: { type: 'string' },
  preset: { type: 'string' },
  set: { type: 'string', multiple: true },
  measured: { type: 'string' },
  quiet: { type: 'boolean' },
} as const;

const parse = (args: string[]) => parseCommand({ args, allowPositionals: true, options }, help);
type Values = ReturnType<typeof parse>['values'];

/** Runs a lab's steps on a table. Returns the exit code: 2 where something has to be said first. */
export async function labTable(args: string[]): Promise<number> {
  const id = labIn(args);
  if (id === 'time-leak') return (await import('./time-leak-table.ts')).timeLeakTable(args);
  if (id !== undefined && id !== 'fairness')
    throw new UsageError(`The lab "${id}" takes no table. fairness and time-leak do.`);
  return fairnessTable(args);
}

/** The lab that is named among options of either kind. */
const labIn = (args: string[]): string | undefined =>
  parseArgs({
    ...{ args, allowPositionals: true, strict: false },
    options: { ...leakOptions, ...options },
  }).positionals[0];

async function fairnessTable(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [id, ...more] = positionals;
  if (id === undefined) throw new UsageError(`Which lab?\n${help}`);
  if (more.length > 0) throw new UsageError(`One lab at a time: "${more.join(' ')}" is too much.`);
  for (const option of ['preset', 'set', 'measured'] as const)
    if (values[option] !== undefined)
      throw new UsageError(
        `--${option} is about the built-in people; a table is as it is. Leave one of the two out.`,
      );
  if (values.decision !== undefined && values.score !== undefined)
    throw new UsageError('Either --decision or --score: a score is cut at --threshold.');
  const seed = values.seed === undefined ? 1 : wholeNumber(values.seed, '--seed', 0, 4_294_967_295);
  return withTable(values.table!, choiceOf(values), values.json, (file, survey) =>
    teach(file, survey, values, seed),
  );
}

async function teach(
  file: TableFile,
  survey: Survey,
  values: Values,
  seed: number,
): Promise<Outcome> {
  const answers = answersOf(values, survey);
  const roles = ownRoles(survey.columns, answers);
  const taken = auditTaken(roles, answers);
  const known = ownRolesJson(survey, roles, answers);
  const { mapping, unknown } = roles;
  const told = { ...survey, columns: withoutOldSides(survey.columns, roles, answers) };
  if (unknown.length > 0) {
    const what = `There is no column “${unknown[0]}”.`;
    const next = `There are: ${survey.columns.map(({ name }) => name).join(', ')}.`;
    return {
      json: { ...known, problem: { what, next } },
      code: 1,
      lines: [what, 'The file is unchanged.', next],
    };
  }
  if (roles.wrong) {
    const { what, next } = roles.wrong;
    return {
      json: { ...known, problem: roles.wrong },
      code: 1,
      lines: [what, 'The file is unchanged.', next],
    };
  }
  if (!mapping)
    return {
      json: known,
      code: 2,
      lines: [...columnLines(told), ...taken, ...askLines(roles.asks, [])],
    };
  const table = await finish(
    readTableRows(file, {
      ...{ survey, mapping },
      leaveOutEmpty: !values['refuse-missing'],
      keepMissingGroups: values['keep-missing-groups'] ?? false,
      mergeGroups: values['merge-groups'] ?? false,
    }),
  );
  if ('ok' in table) {
    const [first, ...others] = brokenWords(table);
    return {
      json: { ...known, problem: first },
      code: 1,
      lines: [
        ...[first!.what, 'The file is unchanged.', first!.next],
        ...others.map(({ what }) => what),
      ],
    };
  }
  const steps = lessonOf(table, mapping.threshold, seededRandom(seed));
  let step = steps.next();
  while (!step.done) step = steps.next();
  const lesson = step.value;
  return {
    json: {
      ...auditJson(survey, { roles, answers }, lesson.audit, table),
      ...{ seed, about: lesson.about, steps: lesson.sections },
    },
    code: 0,
    lines: values.quiet ? [] : [...taken, ...lessonLines(lesson)],
  };
}

function lessonLines({ about, sections }: Lesson): string[] {
  return [...about, ...sections.flatMap(sectionLines)];
}
