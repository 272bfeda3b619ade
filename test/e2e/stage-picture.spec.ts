import type { Page } from '@playwright/test';
import { slidesOf } from '../../renderer/model/lecture/lecture.ts';
import { lecture } from '../../slides/lecture-1/deck.ts';
import { cookieOf, expect, test, type App } from './fixtures.ts';

async function present(app: App): Promise<Page> {
  const opened = app.page.waitForEvent('popup');
  await app.page.keyboard.press('s');
  const presenter = await opened;
  await expect(presenter.getByText(/^Projector connected/)).toBeVisible();
  return presenter;
}

test('The picture: a small presenter’s window is whole, its grid of slides is private, and a lab’s words are large for the room', async ({
  app,
}) => {
  test.skip(!app.host, 'Two pages of one browser.');
  const { page } = app;
  await app.goto('slides/latency-matters');
  const presenter = await present(app);
  await presenter.setViewportSize({ width: 960, height: 600 });
  const cut = () =>
    presenter.evaluate(() => {
      const out: string[] = [];
      const inside = (one: Element, box: DOMRect) => {
        const own = one.getBoundingClientRect();
        if (own.width === 0) return;
        const off =
          own.bottom > box.bottom + 1 || own.right > box.right + 1 || own.top < box.top - 1;
        if (off) out.push(one.textContent?.slice(0, 30) ?? '');
      };
      const main = document.querySelector('main[aria-label="On screen"]')!;
      for (const one of main.querySelectorAll('h2, button, [data-live], section > div > div'))
        inside(one, main.getBoundingClientRect());
      const foot = document.querySelector('footer')!;
      for (const one of foot.querySelectorAll('button')) inside(one, foot.getBoundingClientRect());
      if (foot.getBoundingClientRect().height > 60) out.push('the foot has two lines');
      if (document.documentElement.scrollHeight > innerHeight) out.push('the page scrolls');
      return out;
    });
  await expect.poll(cut).toEqual([]);

  await presenter.keyboard.press('o');
  const grid = presenter.getByRole('dialog', { name: 'All slides' });
  await expect(grid.getByRole('listitem')).toHaveCount(slidesOf(lecture).length);
  await expect(page).toHaveURL(/latency-matters/);
  await expect(page.locator('.reveal.overview')).toHaveCount(0);
  await grid.getByRole('button', { name: /^2\. / }).click();
  await expect(page).toHaveURL(/agenda/);

  await app.goto('labs/latency/convert-explore');
  await page.setViewportSize({ width: 1280, height: 720 });
  const settings = page.getByRole('region', { name: 'Settings' });
  await expect(settings.getByRole('slider')).toHaveCount(1);
  // The size on screen: what the style says, times the zoom above it.
  const size = (selector: string) =>
    page.evaluate((what) => {
      const one = document.querySelector(what)!;
      const zoom = (one as Element & { currentCSSZoom: number }).currentCSSZoom;
      return Number.parseFloat(getComputedStyle(one).fontSize) * zoom;
    }, selector);
  expect(await size('main h1')).toBeGreaterThanOrEqual(28);
  expect(await size('[aria-label="Settings"] [class*="label"]')).toBeGreaterThanOrEqual(27.9);
  await page.getByRole('button', { name: 'Show without a prediction' }).click();
  await page.locator('.recharts-cartesian-axis-tick-value').first().waitFor();
  expect(await size('.recharts-cartesian-axis-tick-value')).toBeGreaterThanOrEqual(16);
  await page.getByRole('button', { name: 'For the room' }).click();
  await expect(page.getByRole('button', { name: 'For the room', pressed: false })).toBeVisible();
});

/** The boxes of all SVG words on the slide, in tenths of a pixel of the slide's own size. */
const boxes = (page: Page) =>
  page.evaluate(() => {
    const slide = document.querySelector('.reveal section.present')!;
    const all = slide.getBoundingClientRect();
    const scale = all.width / 1280;
    return [...slide.querySelectorAll('svg text')]
      .map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)
      .map(({ words, box }) => [
        words,
        ...[box.left - all.left, box.top - all.top, box.width, box.height].map((n) => n / scale),
      ]);
  });

test('The picture: SVG words keep size and place on every slide at five sizes reached by resizing @full', async ({
  app,
  browserUnderTest,
}) => {
  test.skip(!app.host, 'Opens windows of several sizes.');
  const sizes = [
    [1920, 1080],
    [1024, 768],
    [800, 600],
    [1366, 768],
    [1280, 720],
  ] as const;
  const { page } = app;
  const go = async (to: Page, id: string) => {
    await to.evaluate((hash) => void (location.hash = hash), `#/slides/${id}?step=9`);
    await to.locator(`section.present[data-slide="${id}"]`).waitFor();
    await to.evaluate(() => document.fonts.ready);
  };
  const settle = (to: Page) =>
    to.evaluate(
      () =>
        new Promise<void>((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
        ),
    );
  const drawn = slidesOf(lecture);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const resized = new Map<string, unknown>();
  for (const { id } of drawn) {
    await page.setViewportSize({ width: 1280, height: 720 });
    await go(page, id);
    if ((await page.locator('section.present svg text').count()) === 0) continue;
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await settle(page);
      resized.set(`${id} ${width}`, await boxes(page));
    }
  }
  const cookies = await page.context().cookies();
  expect(await cookieOf(page)).not.toBe('');
  const wrong: string[] = [];
  for (const [width, height] of sizes) {
    const context = await browserUnderTest!.newContext({
      viewport: { width, height },
      reducedMotion: 'reduce',
    });
    await context.addCookies(cookies);
    const fresh = await context.newPage();
    await fresh.goto(`${app.host!.origin}/`);
    await fresh.locator('.reveal.ready section.present').waitFor();
    for (const { id } of drawn) {
      const before = resized.get(`${id} ${width}`) as [string, ...number[]][] | undefined;
      if (!before) continue;
      await go(fresh, id);
      await settle(fresh);
      const now = (await boxes(fresh)) as [string, ...number[]][];
      const off = now.some((one, at) =>
        one.slice(1).some((n, i) => Math.abs(Number(n) - Number(before[at]?.[i + 1])) > 2),
      );
      if (off || now.length !== before.length) wrong.push(`${id} at ${width}×${height}`);
    }
    await context.close();
  }
  expect(wrong).toEqual([]);
});
