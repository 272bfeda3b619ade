import { findBrowser, type Browser } from '../setup/find-browser.ts';
import { cacheFolder } from '../setup/places.ts';
import { changedFiles, type Changes } from './check/changed-files.ts';
import { runStep, type Outcome, type Step } from './check/step.ts';
import { browserEnv } from './test/runners.ts';
import { parseCommand } from './usage.ts';

const help = `npm run check
  types of everything; lint, format, the unit tests and the components' tests of what changed since this branch left main`;

/**
 * What to run before a commit: under a minute on a small change. `npm run verify` is the whole. Returns 0 where all passed, and
 * says what it ran.
 */
export async function check(args: string[], root: string): Promise<number> {
  const { values } = parseCommand(
    { args, options: { help: { type: 'boolean', short: 'h' } } },
    help,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  const changes = await changedFiles(root);
  console.log(`${count(changes.files.length, 'file')} changed since ${changes.since}.`);
  const outcomes: Outcome[] = [];
  const run = async (step: Step) => {
    const outcome = await runStep(root, step);
    outcomes.push(outcome);
    tell(outcome);
  };
  // Types take one core for as long as lint and format take the other; tests use both.
  await Promise.all([run(types), inTurn([...lint(changes), ...format(changes)], run)]);
  const browser = await findBrowser(cacheFolder());
  await inTurn(tests(changes, browser), run);
  if (!browser) console.log('not run  components: no Chromium, Chrome or Edge was found.');
  const failed = outcomes.filter(({ passed }) => !passed).map(({ name }) => name);
  console.log(
    failed.length === 0
      ? `\nAll passed: ${outcomes.map(({ name }) => name).join(', ')}. The labs’ science and the end-to-end specs are npm run verify’s.`
      : `\nFailed: ${failed.join(', ')}.`,
  );
  return failed.length === 0 ? 0 : 1;
}

async function inTurn(steps: readonly Step[], run: (step: Step) => Promise<void>): Promise<void> {
  for (const step of steps) await run(step);
}

function tell({ name, passed, output, seconds }: Outcome): void {
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name}, ${seconds.toFixed(1)} s`);
  if (!passed) console.log(output.trimEnd());
}

const types: Step = {
  name: 'types',
  args: ['node_modules/typescript/lib/tsc.js', '--noEmit', '--pretty'],
};

/** All files where the rules themselves changed. */
function lint({ files }: Changes): Step[] {
  const rules = files.some((file) => /^eslint\.[\w.]*mjs$/.test(file));
  const linted = rules ? ['.'] : files.filter((file) => /\.(ts|tsx|mjs|js)$/.test(file));
  if (linted.length === 0) return [];
  const cache = ['--cache', '--cache-location', 'out/eslint-cache'];
  const quiet = ['--max-warnings', '0', '--no-warn-ignored'];
  return [
    {
      name: rules ? 'lint of everything' : `lint of ${count(linted.length, 'file')}`,
      args: ['node_modules/eslint/bin/eslint.js', ...cache, ...quiet, ...linted],
    },
  ];
}

function format({ files }: Changes): Step[] {
  if (files.length === 0) return [];
  const options = ['--check', '--ignore-unknown', '--log-level', 'warn'];
  return [
    {
      name: `format of ${count(files.length, 'file')}`,
      args: ['node_modules/prettier/bin/prettier.cjs', ...options, ...files],
    },
  ];
}

/** Vitest finds which tests reach a changed file through their imports. Components are tried where there is a browser. */
function tests({ base, files }: Changes, browser: Browser | null): Step[] {
  if (files.length === 0) return [];
  const of = (project: string) => [
    ...['node_modules/vitest/vitest.mjs', 'run', '--project', project],
    ...['--changed', base, '--passWithNoTests'],
  ];
  const unit = { name: 'unit tests that reach what changed', args: of('unit*') };
  if (!browser) return [unit];
  const components = { name: 'tests of components that reach it', args: of('components') };
  return [unit, { ...components, env: browserEnv(browser) }];
}

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
