import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { defaultSettings } from '../../main/contract/learner.ts';
import { app, played, type Program } from '../electron-double/app.ts';
import { killPlayed } from '../electron-double/child.ts';
import { electron as double, fresh } from '../electron-double/electron.ts';
import { browser, closeBrowser, openBrowser } from './browser.ts';
import { applyPermissions } from './permissions.ts';
import { BrowserWindow, PageWindow } from './window.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The module `electron`: the double, but for windows, which are real pages. */
const electron = { ...double, BrowserWindow };

/** A computer with one browser for a test file, and a data folder of its own for each test. */
export function realPages(): {
  home: string;
  start(change?: Partial<Program>): Promise<PageWindow>;
  page(window: PageWindow): Promise<Page>;
} {
  const computer = { home: '', start, page };
  const { argv, kill } = process;

  beforeAll(openBrowser);
  afterAll(closeBrowser);
  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-pages-'));
    computer.home = join(folder, 'data');
    // The first start's question was answered.
    mkdirSync(computer.home);
    writeFileSync(
      join(computer.home, 'settings.json'),
      JSON.stringify({ ...defaultSettings, use: 'look' }),
    );
    vi.stubEnv('LECTERN_HOME', computer.home);
    vi.stubEnv('LECTERN_CACHE', join(folder, 'cache'));
    vi.spyOn(process, 'kill').mockImplementation(killPlayed(kill));
    Object.assign(browser, { foreign: [], errors: [] });
    fresh({ root });
  });
  afterEach(async () => {
    if (played.ended.length === 0) await quit();
    for (const window of [...PageWindow.all]) window.destroy();
    for (const signal of ['SIGTERM', 'SIGINT']) process.removeAllListeners(signal);
    vi.mocked(process.kill).mockRestore();
    process.argv = argv;
    vi.unstubAllEnvs();
    rmSync(join(computer.home, '..'), { recursive: true, force: true, maxRetries: 5 });
    expect(
      browser,
      'nothing foreign is asked for, the policy holds, no error goes uncaught',
    ).toMatchObject({ foreign: [], errors: [] });
  });

  /** Starts the whole program, as Electron does: by loading its entry. Resolves to its first window. */
  async function start(change: Partial<Program> = {}): Promise<PageWindow> {
    Object.assign(played, change);
    process.argv = ['/opt/lectern'];
    vi.resetModules();
    vi.doMock('electron', () => electron);
    await import('../../main/electron/entry.ts');
    await vi.waitFor(
      () => {
        if (PageWindow.all.length === 0) throw new Error('It has not started yet.');
      },
      { timeout: 30_000 },
    );
    await applyPermissions();
    return PageWindow.all[0]!;
  }

  /** What Playwright presses keys in. */
  async function page({ webContents }: PageWindow): Promise<Page> {
    const { id } = await webContents.ready;
    return browser.chromium!.page(id);
  }
  return computer;
}

/** Quits as the menu does. Resolves when the program has ended. */
export async function quit(): Promise<void> {
  const ended = new Promise((resolve) => app.once('ended', resolve));
  app.quit();
  await ended;
}
