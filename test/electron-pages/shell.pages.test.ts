import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { describe, expect, it, vi } from 'vitest';
import { contentSecurityPolicy } from '../../main/policy/csp.ts';
import { slidesOf } from '../../renderer/model/lecture/lecture.ts';
import { lecture } from '../../slides/lecture-1/deck.ts';
import { findAndOpen } from '../e2e/keyboard.ts';
import { pageSizes, px, expectSize } from '../e2e/pdf.ts';
import { messageName } from '../../main/electron/names.ts';
import { played } from '../electron-double/app.ts';
import { realCompute } from '../electron-double/compute.ts';
import { electron } from '../electron-double/electron.ts';
import { quit, realPages, root } from './start.ts';
import { PageWindow } from './window.ts';

const computer = realPages();
const slides = slidesOf(lecture);
/** A page for each slide, and for each page of sources. */
const pages = slides.reduce((sum, { paged, steps }) => sum + (paged ? steps : 1), 0);
/** Longer than a busy machine needs; nothing here is timed. */
const patience = { timeout: 60_000 };

const deck = (page: Page) => page.locator('.reveal.ready section.present h1').first().waitFor();
const theme = (page: Page) => page.locator('html').getAttribute('data-theme');
const saved = (name: string) => readFileSync(join(computer.home, name), 'utf8');

/** Chooses an item of the program's menu. */
function choose(menu: string, label: string): void {
  const items = played.menu.find((item) => item.label === menu)!.submenu as {
    label?: string;
    click?: () => void;
  }[];
  items.find((item) => item.label === label)!.click!();
}

/** The window that the page opens by doing so. */
async function opening(act: () => Promise<unknown>): Promise<PageWindow> {
  const before = PageWindow.all.length;
  await act();
  await vi.waitFor(() => expect(PageWindow.all).toHaveLength(before + 1), patience);
  return PageWindow.all.at(-1)!;
}

/** Counts how often a page hears of the settings from now on. */
const hear = (page: Page) =>
  page.evaluate(() => {
    const counts = globalThis as unknown as { heard: number };
    counts.heard = 0;
    window.lectern!.onMessage(
      (text) => (counts.heard += Number(text.includes('settings.changed'))),
    );
  });
const heard = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { heard: number }).heard);

/** Opens the settings as a person without a mouse does. */
async function settings(page: Page) {
  await findAndOpen(page, 'settings');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.waitFor();
  return dialog;
}

/** Sets the theme in a page’s settings. */
async function setTheme(page: Page, name: 'dark' | 'light'): Promise<void> {
  const dialog = await settings(page);
  await dialog
    .getByRole('radio', { name: name === 'dark' ? 'Dark' : 'Light' })
    .first()
    .click();
}

describe('a start', () => {
  it('shows the deck under the policy, joins each page with the host, and ends with everything saved', async () => {
    const window = await computer.start();
    const page = await computer.page(window);
    await deck(page);
    await vi.waitFor(() => expect(window.isVisible()).toBe(true), patience);
    const { webContents } = window;
    expect(webContents.getURL()).toMatch(/^app:\/\/lectern\/(#\/slides|$)/);
    const seen = await page.evaluate(async () => ({
      policy: (await fetch('/')).headers.get('content-security-policy'),
      bridge: Object.keys(globalThis.window.lectern!),
      frozen: Object.isFrozen(globalThis.window.lectern),
      node: ['require', 'process', 'electronSends', 'electronHears'].filter(
        (name) => name in globalThis,
      ),
    }));
    expect(seen).toEqual({
      policy: contentSecurityPolicy,
      bridge: ['send', 'onMessage', 'onClose'],
      frozen: true,
      node: [],
    });

    const other = await computer.page(await opening(() => page.evaluate(() => void open('#/'))));
    await deck(other);
    const dialog = await settings(page);
    await dialog.getByLabel('Data folder').getByText(computer.home).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await setTheme(page, 'dark');
    for (const one of [page, other])
      await vi.waitFor(async () => expect(await theme(one)).toBe('dark'), patience);

    await quit();
    expect(played.ended).toEqual([0]);
    expect(saved('settings.json')).toContain('dark');
    expect(PageWindow.all.map((one) => one.isVisible())).toEqual([false, false]);
  });
});

describe('the presenter’s window', () => {
  it('opens by key as one of ours, leads the lecture, and is not opened twice', async () => {
    const window = await computer.start();
    const page = await computer.page(window);
    await deck(page);
    const created: unknown[] = [];
    window.webContents.on('did-create-window', (one, { url }) => created.push(one, url));
    const presenter = await opening(() => page.keyboard.press('s'));
    expect(created).toEqual([presenter, 'app://lectern/#/present']);
    expect(presenter.options).toEqual({ ...window.options, show: true });
    const desk = await computer.page(presenter);
    await desk.getByText(/^Projector connected/).waitFor();
    await desk.keyboard.press('PageDown');
    const second = `app://lectern/#/slides/${slides[1]!.id}`;
    await vi.waitFor(() => expect(window.webContents.getURL()).toBe(second), patience);

    choose('View', 'Presenter Window');
    await page.keyboard.press('s');
    await page.keyboard.press('End');
    const last = `${slides.length} of`;
    await desk.getByRole('main', { name: 'On screen' }).getByText(last).first().waitFor();
    expect(PageWindow.all).toHaveLength(2);
    expect(PageWindow.getFocusedWindow()).toBe(presenter);
  });
});

describe('a navigation', () => {
  it('is told in the order that Electron has, and joins the new page with the host anew', async () => {
    const window = await computer.start();
    const { webContents } = window;
    const page = await computer.page(window);
    await deck(page);
    const told: string[] = [];
    for (const name of ['did-start-navigation', 'will-frame-navigate', 'did-navigate'] as const)
      webContents.on(name, () => void told.push(name));
    // The old page may speak until the new one has come.
    electron.ipcMain.on(messageName, () => {
      if (told.at(-1) === 'did-navigate') told.push('message');
    });
    const rest = ['did-navigate', 'message'];
    webContents.reload();
    await vi.waitFor(() => expect(told).toEqual(['did-start-navigation', ...rest]), patience);
    await deck(page);
    told.length = 0;
    await page.evaluate(() => location.reload());
    await vi.waitFor(
      () => expect(told).toEqual(['did-start-navigation', 'will-frame-navigate', ...rest]),
      patience,
    );
    await deck(page);

    // Heard once by a page: the lines of the two before it say nothing any more.
    const other = await opening(() => page.evaluate(() => void open('#/')));
    await deck(await computer.page(other));
    await hear(page);
    await setTheme(await computer.page(other), 'light');
    await vi.waitFor(async () => expect(await theme(page)).toBe('light'), patience);
    expect(await heard(page)).toBe(1);
  });

  it('that is refused leaves the page where it was, and its line with it', async () => {
    const window = await computer.start();
    const page = await computer.page(window);
    await deck(page);
    const told: string[] = [];
    for (const name of ['did-start-navigation', 'did-navigate'] as const)
      window.webContents.on(name, () => void told.push(name));
    const other = await opening(() => page.evaluate(() => void open('#/')));
    await deck(await computer.page(other));
    await page.evaluate(() => void (location.href = 'https://evil.example/'));
    await vi.waitFor(() => expect(told).toEqual(['did-start-navigation']), patience);

    // Nothing was said by this page in between: only a line that still stands brings it the news.
    await setTheme(await computer.page(other), 'dark');
    await vi.waitFor(async () => expect(await theme(page)).toBe('dark'), patience);
    expect(window.webContents.getURL()).toMatch(/^app:\/\/lectern\//);
    expect([told, played.opened]).toEqual([['did-start-navigation'], []]);
  });
});

describe('the policy', () => {
  it('hands cited sites to the person’s browser, opens no window of others, and denies what a page asks for', async () => {
    const window = await computer.start();
    const page = await computer.page(window);
    await deck(page);
    await page.evaluate(() => void (location.href = 'https://arxiv.org/abs/1'));
    await vi.waitFor(() => expect(played.opened).toEqual(['https://arxiv.org/abs/1']), patience);
    await page.evaluate(() => void open('https://evil.example/'));
    await page.evaluate(() => void open('https://arxiv.org/abs/2'));
    await vi.waitFor(() => expect(played.opened).toHaveLength(2), patience);
    expect(played.opened[1]).toBe('https://arxiv.org/abs/2');
    expect(PageWindow.all).toEqual([window]);

    const allowed = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'clipboard-read', 'clipboard-write'];
      const states: Record<string, string> = {};
      for (const name of names)
        states[name] = (await navigator.permissions.query({ name: name as 'midi' })).state;
      const where = await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(resolve, ({ code }) => resolve(code)),
      );
      return { ...states, asked: await Notification.requestPermission(), where };
    });
    expect(allowed).toEqual({
      geolocation: 'denied',
      notifications: 'denied',
      'clipboard-read': 'denied',
      'clipboard-write': 'granted',
      asked: 'denied',
      where: 1,
    });
  });
});

describe('the menu’s handout', () => {
  it('is a real PDF with a page for each slide, printed by a window that nobody sees', async () => {
    const saveTo = join(computer.home, '..', 'slides.pdf');
    const window = await computer.start({ saveTo });
    await deck(await computer.page(window));
    choose('File', 'Save handout: slides…');
    await vi.waitFor(() => expect(PageWindow.all).toHaveLength(2));
    const printer = PageWindow.all[1]!;
    const sizes = await vi.waitFor(
      () => {
        const found = pageSizes(readFileSync(saveTo));
        expect(found).toHaveLength(pages);
        return found;
      },
      { timeout: 100_000 },
    );
    expect([played.errors, printer.isDestroyed()]).toEqual([[], true]);
    expectSize(sizes, 1280 * px, 720 * px);
    expect([printer.isVisible(), PageWindow.all]).toEqual([false, [window]]);
  });
});

describe('a page whose process dies', () => {
  it('is loaded again where it was, joined with the host, and says so', async () => {
    const window = await computer.start();
    const { webContents } = window;
    const page = await computer.page(window);
    await deck(page);
    await page.evaluate(() => void (location.hash = '#/notebook'));
    await vi.waitFor(() => expect(webContents.getURL()).toBe('app://lectern/#/notebook'), patience);
    webContents.crash();
    // Playwright gives up on a page that has crashed once: it is asked as the program asks it.
    const text = () => webContents.executeJavaScript('document.body.innerText');
    await vi.waitFor(async () => expect(await text()).toMatch(/it crashed/), patience);
    expect(webContents.getURL()).toBe('app://lectern/#/notebook');
  });
});

describe('a lab', () => {
  it('runs from start to card on a real compute process', async () => {
    const pids: number[] = [];
    const compute = realCompute(join(root, 'out/node/compute.js'), (pid) => pids.push(pid), null);
    const page = await computer.page(await computer.start({ compute }));
    await deck(page);
    await page.evaluate(() => void (location.hash = '#/labs/time-leak/split-explore'));
    const bar = page.getByRole('region', { name: 'Run', exact: true });
    await bar.getByRole('button', { name: /^Run/, disabled: false }).waitFor(patience);
    await page.keyboard.press('r');
    await vi.waitFor(async () => expect(await bar.getAttribute('data-state')).toBe('finished'), {
      timeout: 200_000,
      interval: 200,
    });
    const runs = join(computer.home, 'runs');
    const cards = () => readdirSync(runs).filter((name) => name.endsWith('.json'));
    await vi.waitFor(() => expect(cards()).toHaveLength(1), patience);
    expect(JSON.parse(saved(`runs/${cards()[0]}`))).toMatchObject({
      lab: 'time-leak',
      status: 'finished',
      complete: true,
    });

    await quit();
    expect([played.ended, pids]).toEqual([[0], [expect.any(Number)]]);
  }, 240_000);
});
