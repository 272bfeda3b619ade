import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureReady } from '../../setup/ensure-ready.ts';
import { createReport, type Report } from '../../setup/report.ts';
import { bundlePrograms } from '../bundle-programs.ts';
import { checkWritable } from '../lab-files.ts';
import { chosenNames, parseCommand, UsageError, wholeNumber } from '../usage.ts';

/** What `--only` may name, in the order of the table. */
export const names = [
  'compute',
  'host',
  'messages',
  'files',
  'code',
  'endurance',
  'disk',
  'offline',
  'room',
];

const help = `npm run torture -- [--only a,b] [--short] [--seed n] [--count n] [--json file]
  --only a,b   only these: ${names.join(', ')}
  --short      a few of each instead of hundreds: a minute instead of half an hour
  --seed n     other moments and other malformed things (1 otherwise)
  --count n    so many kills, messages, files or runs of the one that --only names
  --json file  write the figures there as well`;

const rows = 'test/torture/rows';
/** The tortures' own programs: their code is a test's, so it is no part of out/node. */
const programs = {
  torture: 'test/torture/entry.ts',
  'host-program': `${rows}/host-program.ts`,
  'offline-program': `${rows}/offline-program.ts`,
};

interface Program {
  torture(options: {
    root: string;
    only: string[] | null;
    short: boolean;
    seed: number;
    count: number | null;
    json: string | null;
    report: Report;
  }): Promise<number>;
}

/** Writes the tortures' programs into a folder, as plain Node runs them. */
export async function bundle(root: string, folder: string): Promise<void> {
  await bundlePrograms(root, folder, programs);
}

/**
 * Does to Lectern what a bad day does, and prints what came of it. Returns 1 where something was
 * lost, corrupted, crashed or left the computer.
 */
export async function torture(args: string[], root: string): Promise<number> {
  const { values } = parseCommand(
    {
      args,
      options: {
        only: { type: 'string' },
        short: { type: 'boolean' },
        seed: { type: 'string' },
        count: { type: 'string' },
        json: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    },
    help,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  const only = chosenNames(values.only, names);
  const count =
    values.count === undefined ? null : wholeNumber(values.count, '--count', 1, 1_000_000);
  if (count !== null && only?.length !== 1)
    throw new UsageError('--count goes with one name in --only: each counts something else.');
  const seed = values.seed === undefined ? 1 : wholeNumber(values.seed, '--seed', 0, 4_294_967_295);
  if (values.json !== undefined) await checkWritable(values.json, 'Nothing was tried.');
  const report = createReport();
  await ensureReady(root, report, {});
  const folder = join(root, 'out/torture');
  await bundle(root, folder);
  const program = (await import(pathToFileURL(join(folder, 'torture.js')).href)) as Program;
  return program.torture({
    root,
    only,
    short: values.short ?? false,
    seed,
    count,
    json: values.json ?? null,
    report,
  });
}
