import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { LecternError } from '../../contract/errors.ts';
import { ensureReady } from '../../setup/ensure-ready.ts';
import { findBrowser, type Browser } from '../../setup/find-browser.ts';
import { cacheFolder } from '../../setup/places.ts';
import { createReport, type Report } from '../../setup/report.ts';
import { orStopped, stopSignal } from '../interrupt.ts';
import { browserTrouble } from './browser-trouble.ts';

interface Pages {
  root: string;
  /** How the same is had without this command, in a sentence: said where no browser can do it. */
  otherwise: string;
  /** True where labs are run. */
  library?: boolean;
  /** A lecture's folder to open instead of ours. */
  lecture?: string | undefined;
}

type Use = (page: Page, address: string, report: Report) => Promise<void>;

/**
 * Opens the lecture in a browser, from a host with a data folder of its own: nobody's runs get into what is laid out. However
 * that ends, nothing of it stays: no program, no temporary file. Throws a `LecternError`, or `Stopped` after Ctrl+C.
 */
export async function withLecture(
  { root, otherwise, library = false, lecture }: Pages,
  use: Use,
): Promise<void> {
  const stop = stopSignal();
  const report = createReport();
  try {
    await orStopped(stop, ensureReady(root, report, { library }));
    const browser = await orStopped(stop, browserForPages(report, otherwise));
    report.doing('Opening the lecture');
    await opened({ root, otherwise, lecture, browser, stop }, (page, address) =>
      use(page, address, report),
    );
  } finally {
    report.done();
  }
}

/** The browser that lays out pages. Throws a `LecternError` where there is none. */
async function browserForPages(report: Report, otherwise: string): Promise<Browser> {
  report.doing('Looking for a browser');
  const browser = await findBrowser(cacheFolder());
  if (browser) return browser;
  throw new LecternError({
    code: 'internal',
    what: 'No browser was found that could lay out the pages.',
    safe: 'Nothing was written.',
    next: `Install Chrome, Chromium or Edge, or name one with CHROMIUM_PATH. ${otherwise}`,
  });
}

async function opened(
  { root, otherwise, lecture, browser, stop }: Pages & { browser: Browser; stop: AbortSignal },
  use: (page: Page, address: string) => Promise<void>,
): Promise<void> {
  const [{ chromium }, { startWebHost }] = await Promise.all([
    import('@playwright/test'),
    import('../../web/serve.ts'),
  ]);
  const undo: (() => Promise<unknown>)[] = [];
  try {
    const folder = await ownFolder();
    undo.unshift(folder.remove);
    const host = await startWebHost({ root, folder: folder.path, lecture });
    undo.unshift(() => host.close());
    const launching = chromium.launch({
      executablePath: browser.path,
      args: browser.args,
      env: { ...(process.env as Record<string, string>), ...browser.env },
      // Playwright would end this program at once, before it has cleared up.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    const window = await orStopped(stop, launching);
    undo.unshift(() => window.close());
    // Every wait for the page ends with it. What is being written is written to its end.
    stop.addEventListener('abort', () => void window.close().catch(() => undefined));
    const context = await window.newContext({
      viewport: { width: 1280, height: 720 },
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(host.url);
    await use(page, `http://127.0.0.1:${host.port}/`);
  } catch (error) {
    // What a browser says that was closed under a page is no fault of anybody's.
    stop.throwIfAborted();
    // Told while the browser's files are still there: how much room they have is part of it.
    throw error instanceof LecternError ? error : await browserTrouble(error, otherwise);
  } finally {
    for (const one of undo) await one().catch(() => undefined);
  }
}

/** A temporary folder for the host; gone at the latest with this program, also where somebody ends it at once. */
async function ownFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'lectern-handout-'));
  const atExit = () => rmSync(path, { recursive: true, force: true });
  process.once('exit', atExit);
  const remove = async () => {
    await rm(path, { recursive: true, force: true });
    process.off('exit', atExit);
  };
  return { path, remove };
}
