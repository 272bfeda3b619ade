import { defineConfig } from '@playwright/test';
import type { HostOptions } from './fixtures.ts';

/**
 * One set of specs for both hosts. `LECTERN_TEST_BROWSER` (JSON from `findBrowser`) and `LECTERN_TEST_ELECTRON` (the binary's path)
 * are set by `npm test`; a project whose program is missing is left out here and reported there.
 */
const browser = process.env['LECTERN_TEST_BROWSER'];
const electron = process.env['LECTERN_TEST_ELECTRON'];

export default defineConfig<HostOptions>({
  testDir: '.',
  // Runs train and time real models: two at once on two cores would measure each other.
  workers: 1,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  retries: 0,
  outputDir: '../../test-results',
  use: { viewport: { width: 1280, height: 720 }, trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    ...(browser ? [{ name: 'web', use: { hostKind: 'web' as const } }] : []),
    ...(electron ? [{ name: 'electron', use: { hostKind: 'electron' as const } }] : []),
  ],
});
