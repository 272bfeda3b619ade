import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { realpathSync } from 'node:fs';
import { smallRuns } from '../torture/parts/lab-runs.ts';
import { expect, test } from './fixtures.ts';
import { root } from './host-process.ts';
import { accessible } from './keyboard.ts';
import { bar, state } from './lab-page.ts';
import { patience } from './patience.ts';

/**
 * What only Electron itself can show; all else is tried in a browser. Three things are left out, for Playwright can't do them here:
 * pages of its own making (`newPage`), the system's Save dialog, and `URL.origin` of `app:`, which is the word "null".
 */
test('the program starts from its folder: one window, shown, on our own page, with the bridge and nothing more', async ({
  app,
}) => {
  const { page } = app;
  const program = app.program!;
  const own = await program.evaluate(({ app: main, BrowserWindow }) => ({
    path: main.getAppPath(),
    windows: BrowserWindow.getAllWindows().map((window) => window.isVisible()),
  }));
  expect(realpathSync(own.path)).toBe(realpathSync(root));
  expect(own.windows).toEqual([true]);
  expect(page.url()).toMatch(/^app:\/\/lectern\//);
  const seen = await page.evaluate(() => ({
    bridge: Object.keys((window as unknown as { lectern: object }).lectern).sort(),
    node: typeof (globalThis as { process?: unknown }).process,
    require: typeof (globalThis as { require?: unknown }).require,
  }));
  expect(seen).toEqual({
    bridge: ['onClose', 'onMessage', 'send'],
    node: 'undefined',
    require: 'undefined',
  });
  await accessible(page, 'the first slide');
});

test('the slides turn by key, and the address says where one is', async ({ app }) => {
  await app.page.keyboard.press('ArrowRight');
  await expect(app.page).toHaveURL(/^app:\/\/lectern\/.*#\/slides\/agenda$/);
  await app.page.keyboard.press('ArrowLeft');
  await expect(app.page).toHaveURL(/#\/slides\/title$/);
});

test('a lab runs from start to card', async ({ app }) => {
  const settings = Object.entries(smallRuns['fairness']!).map(([name, value]) => [
    name,
    String(value),
  ]);
  const query = new URLSearchParams({ seed: '7', ...Object.fromEntries(settings) });
  await app.goto(`labs/fairness?${query}`);
  const start = bar(app).getByRole('button', { name: /^Run/ });
  await bar(app)
    .getByRole('button', { name: /^Seed 7\./ })
    .waitFor();
  await start.click();
  await state(app, 'finished');
  const cards = () => readdir(join(app.home, 'runs'));
  await expect
    .poll(async () => (await cards()).filter((name) => name.endsWith('.json')))
    .toHaveLength(1);
});

test('the presenter has a window of its own, and both lead each other', async ({ app }) => {
  const opened = app.program!.waitForEvent('window');
  await app.page.keyboard.press('s');
  const presenter = await opened;
  await expect(presenter.getByText(/^Projector connected, \d+×\d+$/)).toBeVisible();
  await presenter.keyboard.press('PageDown');
  await expect(app.page).toHaveURL(/#\/slides\/agenda$/);
  await app.page.keyboard.press('PageDown');
  await expect(presenter.getByRole('main', { name: 'On screen' })).toContainText('3 of');
});

test('a cited site opens in the person’s browser, any other nowhere, and the window stays', async ({
  app,
}) => {
  const program = app.program!;
  await program.evaluate(({ shell }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    shell.openExternal = async (address) => void asked.push(address);
  });
  const before = app.page.url();
  await app.page.evaluate(() => {
    window.open('https://arxiv.org/abs/1706.03762');
    window.open('https://evil.example/');
    location.href = 'https://evil.example/';
  });
  const asked = () => program.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  await expect.poll(asked).toEqual(['https://arxiv.org/abs/1706.03762']);
  expect(app.page.url()).toBe(before);
  expect(program.windows()).toHaveLength(1);
});

test('the last window closed ends the program with 0, and the slide that was on screen is kept', async ({
  app,
}) => {
  test.skip(process.platform === 'darwin', 'There the program stays when its last window closes.');
  await app.page.keyboard.press('ArrowRight');
  await expect(app.page).toHaveURL(/#\/slides\/agenda$/);
  const keepsPlace = async () =>
    expect(JSON.parse(await readFile(join(app.home, 'learner.json'), 'utf8'))).toMatchObject({
      place: { slide: 'agenda' },
    });
  // The page tells of a slide only once one has stayed on it for a moment.
  await expect(keepsPlace).toPass({ timeout: patience });
  const child = app.program!.process();
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await app.program!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
  expect(await ended).toBe(0);
  await keepsPlace();
});
