import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureReady } from '../setup/ensure-ready.ts';
import { createReport, type Report } from '../setup/report.ts';
import { bundlePrograms } from './bundle-programs.ts';
import { checkWritable } from './lab-files.ts';
import { chosenNames, parseCommand } from './usage.ts';

/** The measurements that `--only` may name, in the order of the table. */
export const names = [
  'simulator',
  'training',
  'faces',
  'asof',
  'audit',
  'leaks',
  'stream',
  'run',
  'start',
  'first-run',
  'slides',
  'page',
  'presenter',
  'room',
  'lecture',
  'notebook',
  'grade',
  'code',
  'size',
];

const help = `npm run bench -- [--only a,b] [--json file]
  --only a,b   measure only these: ${names.join(', ')}
  --json file  write the figures there as well`;

/** The bench's own programs: its code is a test's, so it is no part of out/node. */
const programs = {
  bench: 'test/bench/entry.ts',
  'simulator-program': 'test/bench/rows/simulator-program.ts',
  'training-program': 'test/bench/rows/training-program.ts',
  'faces-program': 'test/bench/rows/faces-program.ts',
  'asof-program': 'test/bench/rows/asof-program.ts',
  'breath-program': 'test/bench/rows/run/breath-program.ts',
  'own-audit-program': 'test/bench/rows/own-audit-program.ts',
  'own-leaks-program': 'test/bench/rows/own-leaks-program.ts',
  'own-stream-program': 'test/bench/rows/own-stream-program.ts',
  'grade-program': 'test/bench/rows/grade-program.ts',
  'room-phones-program': 'test/bench/rows/room/room-phones-program.ts',
};

/** Measures Lectern on this computer and prints one table. Returns 1 where something broke or is far from its goal. */
export async function bench(args: string[], root: string): Promise<number> {
  const { values } = parseCommand(
    {
      args,
      options: {
        only: { type: 'string' },
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
  if (values.json !== undefined) await checkWritable(values.json, 'Nothing was measured.');
  const report = createReport();
  await ensureReady(root, report, {});
  const folder = join(root, 'out/bench');
  await bundlePrograms(root, folder, programs);
  const program = (await import(pathToFileURL(join(folder, 'bench.js')).href)) as {
    bench(options: {
      root: string;
      only: string[] | null;
      json: string | null;
      report: Report;
    }): Promise<number>;
  };
  return program.bench({ root, only, json: values.json ?? null, report });
}
