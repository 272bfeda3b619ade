import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const lines = (args: string[], env: Record<string, string> = {}) =>
  execFileSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, LECTERN_TEST_SELECTION: '', ...env },
  })
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('['));

const vitest = (more: string[], env?: Record<string, string>) =>
  lines(['node_modules/vitest/vitest.mjs', 'list', '--filesOnly', ...more], env);
const playwright = (more: string[]) =>
  lines(
    [
      ...['node_modules/@playwright/test/cli.js', 'test', '--list'],
      ...['--config', 'test/e2e/playwright.config.ts', ...more],
    ],
    { LECTERN_TEST_BROWSER: '{}' },
  );

vi.setConfig({ testTimeout: 600_000 });

it('npm test, test:full and test:sweeps have no file of Vitest’s in common, and leave none out', () => {
  const short = vitest([], { LECTERN_TEST_SELECTION: 'short' });
  const rest = vitest(['.full.test.']);
  const sweeps = vitest(['.sweep.test.']);
  expect(Math.min(rest.length, sweeps.length)).toBeGreaterThan(0);
  expect([...short, ...rest, ...sweeps].sort()).toEqual(vitest([]).sort());
});

it('nor a test of Playwright’s', () => {
  const short = playwright(['--grep-invert=@full|@sweep']);
  const rest = playwright(['--grep=@full']);
  const sweeps = playwright(['--grep=@sweep']);
  expect(Math.min(rest.length, sweeps.length)).toBeGreaterThan(0);
  expect([...short, ...rest, ...sweeps].sort()).toEqual(playwright([]).sort());
});

it('without TensorFlow’s native library only the labs’ tests of WebAssembly are left', () => {
  const labs = (env: Record<string, string>) =>
    vitest([], env)
      .filter((line) => /^\[(labs|timed)\]/.test(line))
      .sort();
  const left = labs({ LECTERN_TEST_NATIVE: 'missing' });
  expect(left).toEqual(labs({}).filter((line) => line.includes('/wasm')));
  expect(left.length).toBeGreaterThan(0);
});

it('only npm test has specs that must run alone: that project is not started for the others', () => {
  const alone = ['--project=web-alone', '--pass-with-no-tests'];
  expect(playwright(['--grep=@full|@sweep', ...alone])).toEqual([]);
});

it('Electron has a short list of its own, in npm test alone', () => {
  const list = (more: string[]) =>
    lines(
      [
        ...['node_modules/@playwright/test/cli.js', 'test', '--list', '--pass-with-no-tests'],
        ...['--config', 'test/e2e/playwright.config.ts', '--project=electron', ...more],
      ],
      { LECTERN_TEST_ELECTRON: '/nowhere/electron' },
    );
  expect(list(['--grep-invert=@full|@sweep'])).toHaveLength(6);
  expect(list(['--grep=@full|@sweep'])).toEqual([]);
});
