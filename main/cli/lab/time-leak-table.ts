import { tableSteps } from '../../../labs/time-leak/own/table-steps.ts';
import { judgeLeaks, leakHelp, leakOptions } from '../table/leaks.ts';
import { choiceOf, withTable } from '../table/table-command.ts';
import { parseCommand, UsageError } from '../usage.ts';
import { sectionLines } from './section-lines.ts';

const help = `npm run lab -- time-leak --table FILE [--time C] [--label C] [--owner C] [--written C=C …] [--json F]
  Goes through the lab's steps with a table in place of the built-in events: split, leak and join. It says which steps a table
  can't do. The findings are those of npm run leaks.
${leakHelp}`;

const options = {
  ...leakOptions,
  table: { type: 'string' },
  preset: { type: 'string' },
  set: { type: 'string', multiple: true },
  seed: { type: 'string' },
  measured: { type: 'string' },
  quiet: { type: 'boolean' },
} as const;

/** Runs the time-leak lab's steps on a table. Returns the exit code: 2 where something has to be said first. */
export async function timeLeakTable(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({ args, allowPositionals: true, options }, help);
  if (values.help) {
    console.log(help);
    return 0;
  }
  const more = positionals.slice(1);
  if (more.length > 0) throw new UsageError(`One lab at a time: "${more.join(' ')}" is too much.`);
  for (const option of ['preset', 'set', 'seed', 'measured'] as const)
    if (values[option] !== undefined)
      throw new UsageError(
        `--${option} is about the built-in events; a table is as it is. Leave one of the two out.`,
      );
  return withTable(values.table!, choiceOf(values), values.json, (file, survey) =>
    judgeLeaks(file, survey, values, (report) => {
      const steps = tableSteps(report);
      return { lines: values.quiet ? [] : steps.flatMap(sectionLines), json: { steps } };
    }),
  );
}
