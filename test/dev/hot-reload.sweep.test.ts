import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { findBrowser } from '../../main/setup/find-browser.ts';
import { cacheFolder } from '../../main/setup/places.ts';
import { addressOf, end } from '../e2e/host-process.ts';
import { copyTree, type CopiedTree } from './copied-tree.ts';

/**
 * The goal is a second on a computer that does nothing else; what it took is printed. A busy
 * computer is waited for.
 */
const patienceMs = 60_000;

let tree: CopiedTree;
let child: ChildProcess;
let url: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const violations: string[] = [];

beforeAll(async () => {
  tree = await copyTree();
  child = spawn(process.execPath, ['main/cli/lectern.mjs', 'dev', '--no-open'], {
    cwd: tree.root,
    env: { ...process.env, LECTERN_HOME: '', LECTERN_BACKEND: 'wasm' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  url = await addressOf(child);
  const found = (await findBrowser(cacheFolder()))!;
  browser = await chromium.launch({
    executablePath: found.path,
    args: found.args,
    env: { ...process.env, ...found.env } as Record<string, string>,
  });
  context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  page = await context.newPage();
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) violations.push(message.text());
  });
  // The first time, Vite bundles the packages before it answers: seconds, or many on a busy
  // computer.
  await page.goto(url, { waitUntil: 'commit', timeout: 120_000 });
  await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 120_000 });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  if (child) await end(child);
  await tree?.remove();
});

/**
 * Opens a place in the page that is there, and notes in that page that it is still the same one.
 */
async function go(place: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
    Object.assign(window, { samePage: true });
  }, `#/${place}`);
}

const samePage = () => page.evaluate(() => 'samePage' in window);

/** Changes a file of the copy, waits until `shown` holds, and prints how long that took. */
async function edit(file: string, from: string, to: string, shown: () => Promise<void>) {
  const path = join(tree.root, file);
  const before = await readFile(path, 'utf8');
  expect(before, file).toContain(from);
  const started = performance.now();
  await writeFile(path, before.replace(from, to));
  await shown();
  const took = performance.now() - started;
  console.log(`${file}: ${took.toFixed(0)} ms from save to screen`);
}

const appears = (text: string) => () =>
  page.getByText(text).first().waitFor({ state: 'visible', timeout: patienceMs });

describe('npm run dev', () => {
  it('brings a slide’s words, a panel and a style to the screen as they are saved, without loading the page again', async () => {
    await go('slides/devops-pace');
    await appears('Google, State of DevOps, 2021')();
    await edit(
      'slides/lecture-1/myths.mdx',
      'Google, State of DevOps, 2021',
      'A source line from the test',
      appears('A source line from the test'),
    );
    expect(await samePage()).toBe(true);

    await edit(
      'renderer/styles/tokens.css',
      ':root {',
      ':root {\n  --test-colour: rgb(1, 2, 3);',
      async () => {
        await page.waitForFunction(
          () => getComputedStyle(document.documentElement).getPropertyValue('--test-colour') !== '',
          undefined,
          { timeout: patienceMs },
        );
      },
    );
    expect(await samePage()).toBe(true);

    await go('labs/time-leak/split-read');
    await appears('Six users of this run')();
    await edit(
      'labs/time-leak/panel/split-part.tsx',
      'Six users of this run',
      'Six users, says the test',
      appears('Six users, says the test'),
    );
    expect(await samePage()).toBe(true);
    expect(violations).toEqual([]);
  }, 400_000);

  it('reads a saved slide again for the search, without loading the page again', async () => {
    const texts = () =>
      page.evaluate(async () => (await fetch('/@id/__x00__lectern:slide-texts')).text());
    expect(await texts()).toContain('Sizes are drawn, not measured');
    await edit(
      'slides/lecture-1/myths.mdx',
      'Sizes are drawn, not measured',
      'Sizes, says the test',
      () => expect.poll(texts, { timeout: patienceMs }).toContain('Sizes, says the test'),
    );
    expect(await samePage()).toBe(true);
    expect(violations).toEqual([]);
  }, 200_000);

  it('passes messages to the host for its own page only', async () => {
    const { host, origin } = new URL(url);
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join();
    const opens = (headers: Record<string, string>) =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket(`ws://${host}/rpc`, { headers });
        socket.once('open', () => {
          socket.terminate();
          resolve(true);
        });
        socket.once('error', () => resolve(false));
      });
    expect(await opens({ cookie, origin })).toBe(true);
    expect(await opens({ cookie, origin: 'http://127.0.0.1:1' })).toBe(false);
    expect(await opens({ cookie, origin: 'https://example.org' })).toBe(false);
    expect(await opens({ cookie })).toBe(false);
    expect(await opens({ cookie, origin, host: 'example.org' })).toBe(false);
    expect(await opens({ origin })).toBe(false);
  }, 60_000);

  it('shows its files to nobody else, and nothing of the data folder to anybody', async () => {
    const { origin } = new URL(url);
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join();
    const status = async (path: string, headers: Record<string, string>) =>
      (await fetch(`${origin}${path}`, { headers, redirect: 'manual' })).status;
    expect(await status('/app/main.tsx', {})).toBe(403);
    expect(await status('/app/main.tsx', { cookie, origin: 'https://example.org' })).toBe(403);
    expect(await status('/app/main.tsx', { cookie })).toBe(200);
    expect(await status(`/@fs${tree.root}/package.json`, { cookie })).toBe(403);
    expect(await status(`/@fs${tree.root}/out/dev-data/settings.json`, { cookie })).not.toBe(200);
    expect(await status(new URL(url).pathname + new URL(url).search, {})).toBe(403);
  }, 60_000);

  it('says that the host needs a restart when what it was built from changes', async () => {
    const said = new Promise<void>((resolve) =>
      child.stdout!.on('data', (data: Buffer) => {
        if (/labs\/time-leak\/run\.ts changed/.test(data.toString())) resolve();
      }),
    );
    const path = join(tree.root, 'labs/time-leak/run.ts');
    await writeFile(path, `${await readFile(path, 'utf8')}\n`);
    await said;
  }, 60_000);

  it('ends with 0 at SIGTERM', async () => {
    expect(await end(child)).toBe(0);
  }, 60_000);
});
