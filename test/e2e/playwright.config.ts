import { defineConfig } from '@playwright/test';
import type { HostOptions } from './fixtures.ts';

/**
 * One set of specs for both hosts. `LECTERN_TEST_BROWSER` (JSON from `findBrowser`) and `LECTERN_TEST_ELECTRON` (the binary's path)
 * are set by `npm test`; a project whose program is missing is left out here and reported there.
 *
 * `screens` look at pages, and two of their files run at once. `runs` train and time real models: two at once would measure each
 * other, so `npm test` runs them afterwards, one file at a time. A spec that starts a run belongs there.
 */
const browser = process.env['LECTERN_TEST_BROWSER'];
const electron = process.env['LECTERN_TEST_ELECTRON'];
const screens = /\/(breakout|deck|handout|raw-requests|reading|six-rows|slides|wire)\.spec\.ts$/;

const projects = (hostKind: HostOptions['hostKind']) => [
  { name: `${hostKind}-screens`, testMatch: screens, use: { hostKind } },
  { name: `${hostKind}-runs`, testIgnore: screens, workers: 1, use: { hostKind } },
];

export default defineConfig<HostOptions>({
  testDir: '.',
  workers: 2,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  retries: 0,
  outputDir: '../../test-results',
  use: { viewport: { width: 1280, height: 720 }, trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [...(browser ? projects('web') : []), ...(electron ? projects('electron') : [])],
});
