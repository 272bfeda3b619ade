import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { slidesOf } from '../../renderer/model/lecture/lecture.ts';
import { lecture } from '../../slides/lecture-1/deck.ts';
import { pageSizes, px, expectSize } from '../e2e/pdf.ts';
import { played } from '../electron-double/app.ts';
import { realCompute } from '../electron-double/compute.ts';
import { browser } from './browser.ts';
import { choose, deck, opening, patience, setTheme, theme } from './hands.ts';
import { quit, realPages, root } from './start.ts';
import { PageWindow } from './window.ts';

const computer = realPages();
/** A page for each slide, and for each page of sources. */
const pages = slidesOf(lecture).reduce((sum, { paged, steps }) => sum + (paged ? steps : 1), 0);
const saved = (name: string) => readFileSync(join(computer.home, name), 'utf8');

describe('a start', () => {
  it('shows its window also where a hidden one is not painted, as on Wayland', async () => {
    const window = await computer.start({ paintsHidden: false });
    await deck(await computer.page(window));
    await vi.waitFor(() => expect(window.isVisible()).toBe(true), patience);
  });
});

describe('a navigation', () => {
  it('that ends in an error page is told as a failed load, and the next page is joined with the host anew', async () => {
    const window = await computer.start();
    const { webContents } = window;
    const page = await computer.page(window);
    await deck(page);
    const told: string[] = [];
    for (const name of ['did-navigate', 'did-fail-load', 'did-finish-load'] as const)
      webContents.on(name, () => void told.push(name));
    const pages = played.pages!;
    played.pages = (request) =>
      request.url === 'app://lectern/' ? Promise.reject(new Error('no page')) : pages(request);
    webContents.reload();
    await vi.waitFor(() => expect(told).toEqual(['did-fail-load']), patience);
    expect(webContents.getURL()).toMatch(/^app:\/\/lectern\//);

    played.pages = pages;
    webContents.reload();
    const joined = ['did-fail-load', 'did-navigate', 'did-finish-load'];
    await vi.waitFor(() => expect(told).toEqual(joined), patience);
    await deck(page);
    await setTheme(page, 'dark');
    await vi.waitFor(() => expect(saved('settings.json')).toContain('dark'), patience);
    // The page that failed was asked for on purpose.
    expect(browser.errors.splice(0)).toEqual(['no page']);
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
