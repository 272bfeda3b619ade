import { seededRandom } from '../../../labs/math/random.ts';
import { chosenNames, formatTable, parseCommand, wholeNumber } from '../usage.ts';
import { blockRows, worldRows } from './aucs.ts';
import { gapRows } from './gaps.ts';
import { queueRows } from './queues.ts';
import { rateRows, weightedRows } from './rates.ts';
import { missOf, tableOf, type StudyRow } from './row.ts';

const studies = {
  rates: [rateRows, weightedRows],
  gaps: [gapRows],
  auc: [blockRows, worldRows],
  p99: [queueRows],
} as const;
type Study = keyof typeof studies;
const names = Object.keys(studies) as Study[];

const help = `npm run coverage-study -- [--only a,b] [--short] [--seed n]
  --only a,b   only these: ${names.join(', ')}
  --short      fewer files and settings: seconds instead of minutes
  --seed n     other files (1 otherwise)`;

/**
 * Simulates files whose truth is known and counts how often the labs' 95 % intervals hold it. Prints a line as each row is done, then the
 * table. Returns 1 where a target is missed, 2 for a command that makes no sense.
 */
export function coverageStudy(args: string[], print: (line: string) => void): number {
  const { values } = parseCommand(
    {
      args,
      options: {
        only: { type: 'string' },
        short: { type: 'boolean' },
        seed: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    },
    help,
  );
  if (values.help) {
    print(help);
    return 0;
  }
  const asked = chosenNames(values.only, names) ?? names;
  const seed = values.seed === undefined ? 1 : wholeNumber(values.seed, '--seed', 0, 4_294_967_295);
  const rows: StudyRow[] = [];
  for (const name of names.filter((one) => asked.includes(one)))
    for (const study of studies[name])
      for (const row of study(seededRandom(seed).fork(name), { short: values.short ?? false }))
        rows.push(row);
  print(formatTable(tableOf(rows)));
  const missed = rows.filter((row) => missOf(row) !== null).length;
  print(`${rows.length - missed} targets met, ${missed} missed`);
  return missed > 0 ? 1 : 0;
}
