import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LecternError } from '../contract/errors.ts';
import { findBrowser } from '../setup/find-browser.ts';
import { cacheFolder } from '../setup/places.ts';
import { browserEnv, runNode } from './test/runners.ts';
import { coverageByRoom } from './unit-coverage/by-room.ts';
import { formatTable, parseCommand } from './usage.ts';

const help = `npm run coverage -- [words]
  words   only the tests whose file's name holds one of them`;

/**
 * Runs the unit tests and, where there is a browser, those of components, and prints how much of each room they reach. Line by line
 * it stands in coverage/index.html. What only the labs' science and the end-to-end specs reach is not counted. Returns 1 where a test
 * failed.
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
  const browser = await findBrowser(cacheFolder());
  if (!browser) console.log('Without the components: no Chromium, Chrome or Edge was found.');
  const projects = browser ? ['unit*', 'components'] : ['unit*'];
  const code = await runNode(
    root,
    [
      ...['node_modules/vitest/vitest.mjs', 'run', '--coverage'],
      ...projects.map((project) => `--project=${project}`),
      ...positionals,
    ],
    browser ? browserEnv(browser) : {},
  );
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
