import { defineConfig } from '@playwright/test';
import type { HostOptions } from './fixtures.ts';

/**
 * The specs drive the web host in a browser; `electron.spec.ts` is the short list that is also
 * tried in Electron itself. `LECTERN_TEST_BROWSER` (JSON from `findBrowser`) and
 * `LECTERN_TEST_ELECTRON` (the binary's path) are set by `npm test`; a project whose program is
 * missing is left out here and reported there. Tests tagged `@full` are left to
 * `npm run test:full`, those tagged `@sweep` to `npm run test:sweeps`.
 *
 * `alone` is the spec of the lab that times its models: what ran beside it would be in its figures,
 * so it runs last.
 */
const browser = process.env['LECTERN_TEST_BROWSER'];
const electron = process.env['LECTERN_TEST_ELECTRON'];
const alone = /latency-lab\.spec\.ts$/;

const inElectron = /electron\.spec\.ts$/;

const web = { hostKind: 'web' as const };
const webProjects = [
  { name: 'web-together', testIgnore: [alone, inElectron], use: web },
  { name: 'web-alone', testMatch: alone, workers: 1, use: web },
];
const electronProject = {
  name: 'electron',
  testMatch: inElectron,
  workers: 1,
  use: { hostKind: 'electron' as const },
};

export default defineConfig<HostOptions>({
  testDir: '.',
  // On two cores. A third one at once makes each of the short specs half as fast again.
  workers: 2,
  // Each test has a host and a window of its own.
  fullyParallel: true,
  // Generous on purpose: beside other work all takes several times as long, and what is well ends
  // early in any case.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  retries: 0,
  outputDir: '../../test-results',
  use: {
    viewport: { width: 1280, height: 720 },
    // Shorter than the test's own: what waits for ever is then named by its line.
    actionTimeout: 300_000,
    navigationTimeout: 120_000,
    // A trace is a picture and a copy of the page at every action, also of what passes: half of a
    // spec's time. Whoever looks into a failure asks for it with `--trace=retain-on-failure`.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [...(browser ? webProjects : []), ...(electron ? [electronProject] : [])],
});
