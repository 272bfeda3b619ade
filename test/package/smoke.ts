import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import type { RunBackend } from '../../main/contract/run.ts';
import type { Browser } from '../../main/setup/find-browser.ts';
import { listenOn, type Wire } from '../e2e/wire.ts';
import type { Checks } from './checks.ts';

const within = { timeout: 30_000 };

async function startPage(page: Page, url: string): Promise<string> {
  await page.goto(url);
  await page.locator('.reveal.ready section.present h1').waitFor(within);
  return (await page.locator('section.present h1').innerText()).replace(/\s+/g, ' ');
}

const go = (page: Page, place: string) =>
  page.evaluate((hash) => void (location.hash = hash), `#/${place}`);

async function slide(page: Page): Promise<string> {
  await go(page, 'slides/agenda');
  const heading = page.locator('section.present[data-slide="agenda"] h1');
  await expect(heading).toBeVisible(within);
  return heading.innerText();
}

async function labRun(page: Page, backend: RegExp): Promise<string> {
  await go(page, 'labs/time-leak/leak-run?worlds=1');
  await page.getByRole('button', { name: 'Show without a prediction' }).click(within);
  const bar = page.getByRole('region', { name: 'Run' });
  await expect(bar.getByText(backend)).toBeVisible(within);
  await expect(bar.getByRole('button', { name: /^Run/ })).toBeEnabled(within);
  await page.keyboard.press('r');
  await expect(bar).toHaveAttribute('data-state', 'finished', { timeout: 240_000 });
  return (
    await page.getByRole('region', { name: 'Figure' }).getByRole('heading').first().innerText()
  ).replace(/\s+/g, ' ');
}

async function card(home: string, backend: RunBackend): Promise<string> {
  const cards = async () => {
    const names = await readdir(join(home, 'runs'));
    return names.filter((name) => name.endsWith('.json'));
  };
  // The screen shows the end of a run before its card is on the disk.
  await expect
    .poll(async () => (await cards()).length, {
      message: 'one run was made, and one card is kept',
      ...within,
    })
    .toBe(1);
  const names = await cards();
  const kept = JSON.parse(await readFile(join(home, 'runs', names[0]!), 'utf8')) as {
    versions: { tfjs: string; tensorflow: string | null };
  };
  expect(kept).toMatchObject({ status: 'finished', complete: true, backend });
  return kept.versions.tensorflow
    ? `finished on TensorFlow ${kept.versions.tensorflow}`
    : `finished on TensorFlow.js ${kept.versions.tfjs}`;
}

/** A real browser with one page, and what that page must not do. */
async function withPage(
  browser: Browser,
  work: (page: Page, wire: Wire) => Promise<void>,
): Promise<void> {
  const program = await chromium.launch({
    executablePath: browser.path,
    args: browser.args,
    env: { ...(process.env as Record<string, string>), ...browser.env },
  });
  try {
    const context = await program.newContext({ viewport: { width: 1280, height: 720 } });
    const wire = await listenOn(context);
    await work(await context.newPage(), wire);
  } finally {
    await program.close();
  }
}

/** Walks through the running app in a real browser: start page, a slide, a lab's run, its card, and nothing asked of any other address. */
export async function smoke(
  checks: Checks,
  browser: Browser,
  url: string,
  home: string,
): Promise<void> {
  await withPage(browser, async (page, wire) => {
    await checks.check('the start page opens', () => startPage(page, url));
    await checks.check('a slide opens', () => slide(page));
    await checks.check('a lab runs to its end on the native backend', () =>
      labRun(page, /TensorFlow native/),
    );
    // As graphs: the packed library must be able to do that too.
    await checks.check('its card is in the data folder', () => card(home, 'tensorflow-graph'));
    await checks.check(
      'nothing foreign was asked for, the policy held, no error went uncaught',
      () => expect(wire).toEqual({ foreign: [], violations: [], errors: [] }),
    );
  });
}

/** The same lab on the backend that is left where the native library is missing: it comes out of the same package. */
export async function webAssemblyRun(browser: Browser, url: string, home: string): Promise<string> {
  let told = '';
  await withPage(browser, async (page) => {
    await startPage(page, url);
    await labRun(page, /WebAssembly/);
    told = await card(home, 'wasm');
  });
  return told;
}
