import { auditOwn } from '../../../labs/fairness/own/own-audit.ts';
import { auditJson, ownRolesJson } from '../../../labs/fairness/own/own-json.ts';
import { readOwn } from '../../../labs/fairness/own/own-read.ts';
import { ownRoles, type OwnAnswers } from '../../../labs/fairness/own/own-roles.ts';
import { withoutOldSides } from '../../../labs/fairness/own/own-sides.ts';
import { brokenWords } from '../../../labs/fairness/own/own-problems.ts';
import { parseNumber } from '../../../labs/data/numbers.ts';
import { columnNamed } from '../../../labs/data/open-table.ts';
import type { Survey } from '../../../labs/data/survey.ts';
import { parseCommand, UsageError } from '../usage.ts';
import { auditLines } from './audit-lines.ts';
import type { TableFile } from './table-file.ts';
import { auditTaken } from './taken-lines.ts';
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

const help = `npm run audit -- FILE [--label C] [--decision C | --score C --threshold t] [--group C[,C]] [--weight C] [--json F]
  Compares how often the groups of a table of decisions are selected, rightly and wrongly.
  --label C             what turned out, or should have been: two values; none compares who is selected, and nothing else
  --decision C          what was decided: two values
  --score C             a score instead; --threshold t selects from t up
  --group C[,C]         one or two columns of groups
  --weight C            how many people a row stands for; none for no weight
  --positive C=VALUE    which of a column’s values counts as 1: asked of codes such as 1 and 2, of “denied”, and where a label
                        such as “defaulted” means harm and the decision means good; as often as wanted
  --negative C=VALUE    which counts as 0 where there are more than two; “all others” is an answer; rows of further values are left out;
                        “blanks”, here or under --positive, for cells without a value: asked where a column holds one value and blanks
  --keep-missing-groups counts rows without a group as one of their own, “missing”; they are left out and counted otherwise
  --merge-groups        counts groups as one that differ only in case, spaces or Unicode form, and “F” as “female”
  --refuse-missing      stops where a label, decision or weight is missing; rows without a decision or weight are left out and
                        counted otherwise, and those without a label count for selection rates only
${readingHelp}`;

/** What the audit is told of the columns. */
export const auditOptions = {
  ...readingOptions,
  label: { type: 'string' },
  decision: { type: 'string' },
  score: { type: 'string' },
  threshold: { type: 'string' },
  group: { type: 'string', multiple: true },
  weight: { type: 'string' },
  positive: { type: 'string', multiple: true },
  negative: { type: 'string', multiple: true },
  'keep-missing-groups': { type: 'boolean' },
  'merge-groups': { type: 'boolean' },
  'refuse-missing': { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parse>['values'];
const parse = (args: string[]) =>
  parseCommand({ args, allowPositionals: true, options: auditOptions }, help);

/** Audits a table of decisions. Returns the exit code. */
export async function audit(args: string[]): Promise<number> {
  const { values, positionals } = parse(args);
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (positionals.length !== 1) throw new UsageError(`Which file? Name one.\n${help}`);
  if (values.decision !== undefined && values.score !== undefined)
    throw new UsageError('Either --decision or --score: a score is cut at --threshold.');
  return withTable(positionals[0]!, choiceOf(values), values.json, (file, survey) =>
    judge(file, survey, values),
  );
}

/** The options as answers to what the columns leave open. Throws a `UsageError`. */
export function answersOf(values: Values, survey: Survey): OwnAnswers {
  const { columns } = survey;
  const threshold =
    values.threshold === undefined
      ? undefined
      : parseNumber(values.threshold.replace(',', '.'), '.');
  if (threshold !== undefined && !Number.isFinite(threshold))
    throw new UsageError(`--threshold is a number; "${values.threshold}" is not.`);
  const orNone = (name: string) => (name === 'none' && !columnNamed(columns, 'none') ? null : name);
  const groups = namesOf(values.group, columns);
  if (groups.length > 2) throw new UsageError('--group takes one column or two.');
  const byColumn = (option: 'positive' | 'negative') => {
    const said: Record<string, string[]> = {};
    for (const [given, value] of pairsOf(values[option], option, columns)) {
      const name = columnNamed(columns, given)?.name ?? given;
      said[name] = [...(said[name] ?? []), value];
    }
    return said;
  };
  return {
    ...(values.label !== undefined && { label: orNone(values.label) }),
    ...(values.decision !== undefined && { decision: values.decision }),
    ...(values.score !== undefined && { score: values.score }),
    ...(threshold !== undefined && { threshold }),
    ...(values.weight !== undefined && { weight: orNone(values.weight) }),
    groups,
    ones: byColumn('positive'),
    zeros: byColumn('negative'),
  };
}

async function judge(file: TableFile, survey: Survey, values: Values): Promise<Outcome> {
  const answers = answersOf(values, survey);
  const roles = ownRoles(survey.columns, answers);
  const known = ownRolesJson(survey, roles, answers);
  const { mapping } = roles;
  if (roles.unknown.length > 0) {
    const what = `There is no column “${roles.unknown[0]}”.`;
    const next = `There are: ${survey.columns.map(({ name }) => name).join(', ')}.`;
    return problemOutcome(known, { what, next });
  }
  if (roles.wrong) return problemOutcome(known, roles.wrong);
  const taken = auditTaken(roles, answers);
  const told = { ...survey, columns: withoutOldSides(survey.columns, roles, answers) };
  if (!mapping)
    return {
      ...{ json: known, code: 2 },
      lines: [...columnLines(told), ...taken, ...askLines(roles.asks, [])],
    };
  return telling(known, async () => {
    const intake = await finish(
      readOwn(file, {
        ...{ survey, mapping },
        leaveOutEmpty: !values['refuse-missing'],
        keepMissingGroups: values['keep-missing-groups'] ?? false,
        mergeGroups: values['merge-groups'] ?? false,
      }),
    );
    if (!intake.ok) {
      const [first, ...others] = brokenWords(intake);
      const outcome = problemOutcome(known, first!);
      return { ...outcome, lines: [...outcome.lines, ...others.map(({ what }) => what)] };
    }
    const found = auditOwn(intake.own, mapping.threshold);
    const json = auditJson(survey, { roles, answers }, found, intake);
    return {
      ...{ json, code: 0 },
      lines: [
        ...columnLines({ ...told, notes: json.notes }),
        ...['', ...taken, ''],
        ...auditLines(found),
      ],
    };
  });
}
