import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { findBrowser } from '../../main/setup/find-browser.ts';
import { cacheFolder } from '../../main/setup/places.ts';
import { DevTools } from './devtools.ts';

/** A real browser without a window: Playwright presses its keys and looks at its pages, `devtools` does what Electron does in it. */
export interface Chromium {
  devtools: DevTools;
  /** The page as Playwright has it. Waits until it does. */
  page(target: string): Promise<Page>;
  close(): Promise<void>;
}

/** Chromium writes where it listens into its own folder once it does. */
async function listening(folder: string): Promise<string> {
  const file = join(folder, 'DevToolsActivePort');
  for (let tries = 0; tries < 600; tries++) {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (lines[1]) return `ws://127.0.0.1:${lines[0]}${lines[1]}`;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The browser did not say where it listens.');
}

/** Asks each page for its target, until it has told it: Playwright does not. */
function finder(context: BrowserContext): (target: string) => Promise<Page> {
  const targets = new WeakMap<Page, Promise<string>>();
  const ask = async (page: Page): Promise<string> => {
    const session = await context.newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    await session.detach();
    return targetInfo.targetId;
  };
  const targetOf = (page: Page): Promise<string> => {
    const known = targets.get(page) ?? ask(page);
    targets.set(page, known);
    return known.catch(() => {
      // A page that is only just coming or going may not answer: the next look asks again.
      targets.delete(page);
      return '';
    });
  };
  return async (target) => {
    for (let tries = 0; tries < 600; tries++) {
      for (const page of context.pages()) if ((await targetOf(page)) === target) return page;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('Playwright knows no such page.');
  };
}

/** Starts the browser that the end-to-end tests use too. Rejects where there is none. */
export async function startChromium(): Promise<Chromium> {
  const found = await findBrowser(cacheFolder());
  if (!found)
    throw new Error(
      'No Chromium, Chrome or Edge was found. Install one, or name one with CHROMIUM_PATH.',
    );
  const folder = mkdtempSync(join(tmpdir(), 'lectern-chromium-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: found.path,
    args: [...found.args, '--remote-debugging-port=0'],
    env: { ...(process.env as Record<string, string>), ...found.env },
    viewport: { width: 1280, height: 720 },
  });
  // As long as it takes on a busy machine: nothing here is timed.
  context.setDefaultTimeout(120_000);
  const devtools = await DevTools.connect(await listening(folder));
  return {
    devtools,
    page: finder(context),
    close: async () => {
      devtools.close();
      await context.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
