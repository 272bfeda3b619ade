import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { contentSecurityPolicy } from '../../main/policy/csp.ts';
import { messageName } from '../../main/electron/names.ts';
import { slidesOf } from '../../renderer/model/lecture/lecture.ts';
import { lecture } from '../../slides/lecture-1/deck.ts';
import { played } from '../electron-double/app.ts';
import { electron } from '../electron-double/electron.ts';
import {
  choose,
  deck,
  hear,
  heard,
  opening,
  patience,
  settings,
  setTheme,
  theme,
} from './hands.ts';
import { quit, realPages } from './start.ts';
import { PageWindow } from './window.ts';

const computer = realPages();
const slides = slidesOf(lecture);
const saved = (name: string) => readFileSync(join(computer.home, name), 'utf8');

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
