import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LecternError } from '../contract/errors.ts';
import { coverageByRoom } from './unit-coverage/by-room.ts';
import { formatTable, parseCommand } from './usage.ts';

const help = `npm run coverage -- [words]
  words   only the unit tests whose file's name holds one of them`;

/**
 * Runs the unit tests and prints how much of each room they reach. Line by line it stands in coverage/index.html. What only the labs'
 * science and the browser's tests reach is not counted. Returns 1 where a test failed.
 */
export async function coverage(args: string[], root: string): Promise<number> {
  const { values, positionals } = parseCommand(
    { args, options: { help: { type: 'boolean', short: 'h' } }, allowPositionals: true },
    help,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  const summary = join(root, 'coverage/coverage-summary.json');
  // An older report must not pass for this one.
  await rm(summary, { force: true });
  const code = await vitest(root, ['--project', 'unit', '--coverage', ...positionals]);
  const report = await readFile(summary, 'utf8').catch(() => null);
  if (report === null)
    throw new LecternError({
      code: 'internal',
      what: 'The tests left no report of what they reached.',
      safe: 'Nothing was changed.',
      next: 'Look at what the tests said above.',
    });
  console.log(`\n${formatTable(coverageByRoom(root, JSON.parse(report)))}`);
  console.log('\nLine by line: coverage/index.html');
  return code;
}

function vitest(root: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
