import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Browser } from '../../setup/find-browser.ts';
import { counted, type Count } from './count.ts';
import { playwrightCount, type PlaywrightReport } from './playwright-report.ts';
import { vitestCount, type VitestReport } from './vitest-report.ts';

/**
 * Which tests: `short` is what `npm test` runs, `rest` what `npm run test:full` adds, `sweeps` the long walks through all of a
 * lab or lecture that `npm run test:sweeps` adds to both.
 */
export type Selection = 'short' | 'rest' | 'sweeps';

/** Where to run: the program's folder, and a folder for the runners' reports. */
export interface Place {
  root: string;
  reports: string;
}

/** Runs a Node program in the foreground and resolves to its exit code. */
export function runNode(
  root: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** The part of a Vitest file's name that tells where it belongs; `short` has what names none. */
const named = { rest: '.full.test.', sweeps: '.sweep.test.' };

/** Tells `vitest.config.ts` to leave the others out. Vitest's own `--exclude` does not reach projects that exclude something. */
const short = { LECTERN_TEST_SELECTION: 'short' };

async function runVitest(
  { root, reports }: Place,
  args: string[],
  name: string,
  env: Record<string, string>,
): Promise<Count> {
  const file = join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const program = ['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporters];
  const code = await runNode(root, program, env);
  return counted(file, code, (report: VitestReport) => vitestCount(report, root));
}

/** Draws the other order of `npm run test:sweeps`. */
const orderSeed = 20_261_129;

/** How a runner is told which browser to use. */
export const browserEnv = (browser: Browser) => ({ LECTERN_TEST_BROWSER: JSON.stringify(browser) });

/** Unit tests, components in a browser where there is one, and the labs on the native backend. */
export function vitest(
  place: Place,
  selection: Selection,
  browser: Browser | null,
  env: Record<string, string>,
): Promise<Count> {
  if (selection !== 'short') return runVitest(place, [named[selection]], 'vitest', env);
  return browser
    ? runVitest(place, [], 'vitest', { ...short, ...env, ...browserEnv(browser) })
    : runVitest(place, ['--project=!components'], 'vitest', { ...short, ...env });
}

/** Those unit tests of `npm test` whose paths hold one of these parts, in another environment. */
export function vitestUnder(
  place: Place,
  env: Record<string, string>,
  name: string,
  parts: string[],
): Promise<Count> {
  return runVitest(place, ['--project=unit*', ...parts], name, { ...short, ...env });
}

/**
 * The files that share what they loaded, in another order: what one leaves behind for another shows in some orders only. The seed is
 * fixed, as all seeds of the tests are. Prints the command that repeats it.
 */
export function shuffled(place: Place): Promise<Count> {
  const order = ['--project=unit', '--sequence.shuffle.files', `--sequence.seed=${orderSeed}`];
  console.log(
    `\nUnit tests in another order: LECTERN_TEST_SELECTION=short npx vitest run ${order.join(' ')}`,
  );
  return runVitest(place, order, 'shuffled', short);
}

/** Long walks wait more than they compute: a third file at once fills the gaps. */
const playwrightSelection: Record<Selection, string[]> = {
  short: ['--grep-invert=@full|@sweep'],
  rest: ['--grep=@full', '--workers=3'],
  sweeps: ['--grep=@sweep', '--workers=3'],
};

/** Runs one end-to-end project; the config says which specs those are. */
export async function playwright(
  { root, reports }: Place,
  selection: Selection,
  project: string,
  env: Record<string, string>,
): Promise<Count> {
  const file = join(reports, `playwright-${project}.json`);
  const code = await runNode(
    root,
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config',
      'test/e2e/playwright.config.ts',
      `--project=${project}`,
      ...playwrightSelection[selection],
      '--reporter=list,json',
    ],
    { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  );
  return counted(file, code, (report: PlaywrightReport) => playwrightCount(report));
}
