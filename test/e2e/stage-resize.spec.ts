import type { Browser, Page } from '@playwright/test';
import { slidesOf } from '../../renderer/model/lecture/lecture.ts';
import { lecture } from '../../slides/lecture-1/deck.ts';
import { expect, test, type App } from './fixtures.ts';
import { resize } from './resize.ts';
import { movedWords, textBoxes, type TextBox } from './text-boxes.ts';

/** Each is reached from the one before, larger and smaller, wider and narrower; the last is where it began. */
const sizes = [
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
  { width: 960, height: 600 },
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
];
type Size = (typeof sizes)[number];

const slides = slidesOf(lecture);
const lastStep = (id: string) => slides.find((slide) => slide.id === id)!.steps;
const named = (id: string, { width, height }: Size) => `${id} at ${width}×${height}`;

async function show(page: Page, id: string): Promise<void> {
  await page.evaluate((hash) => void (location.hash = hash), `#/slides/${id}?step=${lastStep(id)}`);
  await page.locator(`section.present[data-slide="${id}"] h1`).waitFor();
}

/** The words of each slide at the sizes `looked` at; all are gone through while the slide is on. */
async function resized(
  page: Page,
  ids: readonly string[],
  looked: readonly Size[],
): Promise<Map<string, TextBox[]>> {
  const found = new Map<string, TextBox[]>();
  for (const id of ids) {
    await show(page, id);
    await textBoxes(page);
    for (const size of sizes) {
      await resize(page, size);
      if (looked.includes(size)) found.set(named(id, size), await textBoxes(page));
    }
  }
  return found;
}

/** The same slides in a window that was opened in that size. */
async function loaded(app: App, browser: Browser, size: Size, ids: readonly string[]) {
  const context = await browser.newContext({
    viewport: size,
    reducedMotion: 'reduce',
    storageState: await app.page.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto(`${app.host!.origin}/`);
  await page.locator('.reveal.ready section.present h1').waitFor();
  const found = new Map<string, TextBox[]>();
  for (const id of ids) {
    await show(page, id);
    found.set(named(id, size), await textBoxes(page));
  }
  await context.close();
  return found;
}

/** Which words stand elsewhere after resizing than in a window loaded so; one line for each slide and size. */
async function wrongAfterResizing(
  app: App,
  browser: Browser,
  ids: readonly string[],
  looked: readonly Size[],
) {
  const { page } = app;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.locator('.reveal.ready section.present h1').waitFor();
  const after = await resized(page, ids, looked);
  const wrong: string[] = [];
  let lines = 0;
  for (const size of looked)
    for (const [where, fresh] of await loaded(app, browser, size, ids)) {
      const moved = movedWords(after.get(where)!, fresh);
      lines += fresh.length;
      if (moved.length > 0)
        wrong.push(`${where}: ${moved.length}: ${moved.slice(0, 3).join('; ')}`);
    }
  console.log(
    `${lines} lines of words on ${ids.length} slides, compared at ${looked.length} sizes`,
  );
  return wrong;
}

test('The picture: words in SVG and HTML keep size and place when the window is resized @sweep', async ({
  app,
  browserUnderTest,
}) => {
  test.skip(!app.host, 'Opens windows of several sizes.');
  const ids = slides.map(({ id }) => id).slice(5, 11);
  expect(await wrongAfterResizing(app, browserUnderTest!, ids, sizes.slice(2, 4))).toEqual([]);
});

test('The picture: words keep size and place on every slide at five sizes reached by resizing @sweep', async ({
  app,
  browserUnderTest,
}) => {
  test.skip(!app.host, 'Opens windows of several sizes.');
  test.slow();
  const ids = slides.map(({ id }) => id);
  expect(await wrongAfterResizing(app, browserUnderTest!, ids, sizes)).toEqual([]);
});

test('Resizing: a small presenter’s window has notes and the next slide in sight, and does not scroll', async ({
  app,
}) => {
  const { page } = app;
  const notes = page.getByRole('region', { name: 'Notes of this slide' });
  for (const [slide, width, least] of [
    ['poll-surgeon', 960, 4],
    ['agenda', 800, 4],
  ] as const) {
    await app.goto(`slides/${slide}`);
    await page.locator(`section.present[data-slide="${slide}"] h1`).waitFor();
    await resize(page, { width, height: 600 });
    await app.goto('present');
    await expect(async () => {
      await expect(notes).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole('region', { name: 'Next' })).toBeInViewport({ ratio: 1 });
      const [lines, over] = await notes.evaluate((box) => [
        box.clientHeight / Number.parseFloat(getComputedStyle(box).lineHeight),
        document.documentElement.scrollHeight - innerHeight,
      ]);
      expect(lines).toBeGreaterThan(least);
      expect(over).toBe(0);
    }).toPass({ timeout: 20_000 });
  }
});
