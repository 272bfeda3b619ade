import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../setup/find-browser.ts';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}
const none: Count = { passed: 0, failed: 0, skipped: 0 };
const add = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

function run(root: string, args: string[], env: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Reads a runner's report. A runner that left none, or that failed without saying which test, counts as one failure. */
async function counted(file: string, code: number, read: (report: never) => Count): Promise<Count> {
  let count: Count;
  try {
    count = read(JSON.parse(await readFile(file, 'utf8')) as never);
  } catch {
    return { ...none, failed: 1 };
  }
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

async function vitest(root: string, folder: string): Promise<Count> {
  const file = join(folder, 'vitest.json');
  const code = await run(
    root,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    {},
  );
  return counted(file, code, (r: VitestReport) => ({
    passed: r.numPassedTests,
    failed: r.numFailedTests,
    skipped: r.numPendingTests + r.numTodoTests,
  }));
}

/** Runs the end-to-end projects whose names end so; the config says which specs those are. */
async function playwright(
  root: string,
  folder: string,
  env: Record<string, string>,
  projects: 'together' | 'alone',
): Promise<Count> {
  const file = join(folder, `playwright-${projects}.json`);
  const args = [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config',
    'test/e2e/playwright.config.ts',
    `--project=*-${projects}`,
  ];
  const code = await run(root, [...args, '--reporter=list,json'], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  return counted(file, code, ({ stats }: PlaywrightReport) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
}

/**
 * Runs every test: vitest's projects, then the end-to-end specs in a real browser and, where its binary is present, in Electron.
 * Prints one closing line. Returns 0 only when nothing failed.
 */
export async function test(
  _args: string[],
  root: string,
  where: { cache: string; electron: string | null },
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-test-'));
  try {
    let count = await vitest(root, folder);
    const browser = await findBrowser(where.cache);
    if (browser) {
      console.log(`\nEnd to end in ${browser.path} (${browser.source})`);
      const env = {
        LECTERN_TEST_BROWSER: JSON.stringify(browser),
        ...(where.electron ? { LECTERN_TEST_ELECTRON: where.electron } : {}),
      };
      for (const projects of ['together', 'alone'] as const)
        count = add(count, await playwright(root, folder, env, projects));
    } else {
      console.log(
        '\nEnd to end: failed, no Chromium, Chrome or Edge was found. Install one, or name one with CHROMIUM_PATH.',
      );
      count = add(count, { ...none, failed: 1 });
    }
    if (!where.electron)
      console.log(
        'End to end in Electron: not run, its binary is not on this computer. The same specs ran against the web host.',
      );
    console.log(
      `${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`,
    );
    return count.failed === 0 && count.passed > 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
