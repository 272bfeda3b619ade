import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { LecternError } from '../../contract/errors.ts';
import {
  electronNode,
  electronNodeFits,
  obtainElectronNode,
} from '../../setup/electron/electron-node.ts';
import { cacheFolder } from '../../setup/places.ts';
import { createReport } from '../../setup/report.ts';
import { parseCommand } from '../usage.ts';
import { add, closingLine, counted, failedLines, none, oneFailure, type Count } from './count.ts';
import { vitestCount, type VitestReport } from './vitest-report.ts';

const help = `npm run test:node -- [--units] [--package]
  Runs tests under the Node that Electron carries (${electronNode.version}); without an option both of these:
  --units      the unit tests of main/
  --package    npm run test:package`;

function run(folder: string, root: string, args: string[]): Promise<number> {
  const child = spawn(join(folder, 'node'), args, {
    cwd: root,
    stdio: 'inherit',
    // Whatever a test starts by name is this Node as well.
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function units(folder: string, root: string): Promise<Count> {
  const work = await mkdtemp(join(tmpdir(), 'lectern-node-'));
  const file = join(work, 'vitest.json');
  try {
    const code = await run(folder, root, [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project=unit*',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      'main/',
    ]);
    return counted(file, code, (report: VitestReport) => vitestCount(report, root));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Runs the unit tests of `main/`, and `test:package`, under the Node that Electron carries: what the shell runs is not the Node of the
 * person at the terminal. Prints one closing line. Returns 1 where a test failed; 0, and says so, where there is no such Node.
 */
export async function testNode(args: string[], root: string): Promise<number> {
  const { values } = parseCommand(
    {
      args,
      options: {
        units: { type: 'boolean' },
        package: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    },
    help,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (!electronNodeFits()) {
    console.log(
      `Tests under Electron’s own Node: not run, it is fetched for Linux x64 only, and this is ${process.platform} ${process.arch}.`,
    );
    return 0;
  }
  const folder = await obtain(root);
  const both = !values.units && !values.package;
  console.log(`Under Node ${electronNode.version}, as Electron carries it`);
  let count = values.units || both ? await units(folder, root) : none;
  if (values.package || both) {
    const code = await run(folder, root, ['main/cli/lectern.mjs', 'test:package']);
    count = add(count, code === 0 ? { ...none, passed: 1 } : oneFailure('npm run test:package'));
  }
  for (const line of [...failedLines(count), closingLine(count)]) console.log(line);
  return count.failed === 0 ? 0 : 1;
}

async function obtain(root: string): Promise<string> {
  try {
    return await obtainElectronNode(root, cacheFolder(), createReport());
  } catch (error) {
    throw new LecternError({
      code: 'internal',
      what: `The Node that Electron carries could not be had: ${(error as Error).message}.`,
      safe: 'No test was run, and nothing was changed.',
      next: 'Connect to the internet, or set up the registry that npm uses, and run the command again.',
    });
  }
}
