import {
  test as base,
  chromium,
  _electron,
  expect,
  type Browser,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import type { Use } from '../../main/contract/learner.ts';
import { askOnce, cookieOf } from './ask-once.ts';
import { forget, makeHome, root, startHost, type HostProcess } from './host-process.ts';
import { listenOn, type Wire } from './wire.ts';

export interface HostOptions {
  hostKind: 'web' | 'electron';
}

/** The program under test, and one window of it. */
export interface App {
  page: Page;
  /** Goes to a place, given as the part after `#/`. */
  goto(place: string): Promise<void>;
  home: string;
  /** The web host's process; null under Electron. */
  host: HostProcess | null;
  /** The running program under Electron, with its main process to ask; null in a browser. */
  program: ElectronApplication | null;
  /** What the pages must not do; looked at when the test ends. */
  wire: Wire;
  /** Asks the host over a connection of its own, as another window would. Web host only. */
  ask<T = unknown>(method: string, params?: object): Promise<T>;
}

interface Fixtures {
  app: App;
  /** What the first start's question was answered with before the window opens; null: it is still asked. */
  answer: Use | null;
  /** The lecture's folder that is open; null: our own lecture. */
  lecture: string | null;
}
interface WorkerFixtures extends HostOptions {
  browserUnderTest: Browser | null;
}

async function openWeb(
  browser: Browser,
  answer: Use | null,
  lecture: string | null,
  use: (app: App) => Promise<void>,
) {
  const args = lecture === null ? [] : ['--lecture', lecture];
  const host = await startHost({ home: await makeHome(answer), args });
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const wire = await listenOn(context);
  const page = await context.newPage();
  await page.goto(host.url);
  await page.locator('.reveal.ready section.present h1').waitFor();
  const app: App = {
    page,
    wire,
    home: host.home,
    host,
    program: null,
    goto: async (place) => {
      await page.evaluate((hash) => void (location.hash = hash), `#/${place}`);
    },
    ask: async <T>(method: string, params: object = {}) =>
      (await askOnce(host, await cookieOf(page), method, params)) as T,
  };
  await use(app);
  await context.close();
  await host.stop();
  await forget(host.home);
  expect(wire, 'nothing foreign is asked for, the policy holds, no error goes uncaught').toEqual({
    foreign: [],
    violations: [],
    errors: [],
  });
}

async function openElectron(answer: Use | null, use: (app: App) => Promise<void>) {
  const home = await makeHome(answer);
  const program = await _electron.launch({
    executablePath: process.env['LECTERN_TEST_ELECTRON']!,
    // The folder, as `npm start` does: given a file, Electron takes that file's folder for the app's.
    args: [root],
    cwd: root,
    env: { ...(process.env as Record<string, string>), LECTERN_HOME: home },
  });
  const wire = await listenOn(program.context());
  const page = await program.firstWindow();
  await page.locator('.reveal.ready section.present h1').waitFor();
  await use({
    page,
    wire,
    home,
    host: null,
    program,
    goto: async (place) => {
      await page.evaluate((hash) => void (location.hash = hash), `#/${place}`);
    },
    ask: () => Promise.reject(new Error('Only the web host has a socket to ask over.')),
  });
  await program.close();
  await forget(home);
  expect(wire, 'nothing foreign is asked for, the policy holds, no error goes uncaught').toEqual({
    foreign: [],
    violations: [],
    errors: [],
  });
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  hostKind: ['web', { option: true, scope: 'worker' }],
  browserUnderTest: [
    async ({ hostKind }, use) => {
      if (hostKind === 'electron') return use(null);
      const found = JSON.parse(process.env['LECTERN_TEST_BROWSER']!) as {
        path: string;
        args: string[];
        env: Record<string, string>;
      };
      const browser = await chromium.launch({
        executablePath: found.path,
        args: found.args,
        env: { ...(process.env as Record<string, string>), ...found.env },
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  answer: ['look', { option: true }],
  lecture: [null, { option: true }],
  app: async ({ hostKind, browserUnderTest, answer, lecture }, use) => {
    if (hostKind === 'electron') await openElectron(answer, use);
    else await openWeb(browserUnderTest!, answer, lecture, use);
  },
});

export { expect };
