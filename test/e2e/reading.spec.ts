import axe from 'axe-core';
import { terms } from '../../renderer/glossary/glossary.ts';
import { slidesOf } from '../../renderer/model/lecture/lecture.ts';
import { lecture } from '../../slides/lecture-1/deck.ts';
import { expect, test, type App } from './fixtures.ts';
import { patience } from './patience.ts';
import { findAndOpen } from './keyboard.ts';

const slides = slidesOf(lecture);
/** On paper: a page for each slide, and for each page of sources. */
const pages = slides.reduce((sum, { paged, steps }) => sum + (paged ? steps : 1), 0);
const parts = lecture.parts.filter((part) => part.slides.length > 0);
const article = (app: App, id: string) => app.page.locator(`[data-article="${id}"]`);
const current = (app: App) =>
  app.page.getByRole('navigation', { name: 'Contents' }).locator('[aria-current]');

test('slides and notes read as one page: every slide, its notes, the way back and the way to its lab', async ({
  app,
}) => {
  const { page } = app;
  await findAndOpen(page, 'read slides and notes');
  await expect(page).toHaveURL(/#\/read$/);
  await expect(page.getByRole('heading', { level: 1, name: lecture.title })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(parts.map((part) => part.title));
  await expect(page.locator('article')).toHaveCount(slides.length);
  const notes = await page
    .locator('article .notes')
    .evaluateAll((all) => all.map((one) => (one.textContent ?? '').length));
  expect(notes.length).toBe(slides.length);
  expect(Math.min(...notes)).toBeGreaterThan(80);
  // Pictures come by themselves, the near ones first.
  await expect(page.locator('article fieldset')).toHaveCount(slides.length, { timeout: patience });

  // The lab's files come late, as on a slow disk: the page that is being left, just scrolled, must not take the address back meanwhile.
  await page.route(/lab-screen/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  await article(app, 'latency-matters')
    .getByRole('link', { name: /Open the lab/ })
    .click();
  await expect(page.getByRole('region', { name: 'Run', exact: true })).toBeVisible();
  await expect(page).toHaveURL(/#\/labs\/latency\/convert/);
  await page.goBack();
  await expect(page).toHaveURL(/#\/read/);
  await article(app, 'table-2').getByRole('link', { name: 'Show this slide' }).click();
  await expect(page).toHaveURL(/#\/slides\/table-2/);
  await expect(page.locator('section.present h1')).toBeVisible();
});

test('an address opens the page at its slide, and contents and address follow the scroll', async ({
  app,
}) => {
  const { page } = app;
  await app.goto('read/latency-matters');
  await expect(article(app, 'latency-matters').getByRole('heading')).toBeInViewport({ ratio: 1 });
  await expect(current(app)).toContainText('A slower answer loses customers');
  // The reader takes over with a key, also while the page still aims at its slide.
  await page.keyboard.press('Shift');
  await page.getByRole('main').evaluate((main) => main.scrollTo(0, 0));
  await expect(page).toHaveURL(/#\/read$/);
  await page
    .getByRole('navigation', { name: 'Contents' })
    .getByRole('link', { name: /Batches: more answers, a longer wait/ })
    .click();
  await expect(article(app, 'latency-throughput')).toBeInViewport();
  await expect(page).toHaveURL(/#\/read\/latency-throughput/);
  await app.goto('read/nowhere');
  await expect(page.getByText(/no slide “nowhere”/)).toBeVisible();
});

test('the glossary is a page: opened by a word on a slide, at its term', async ({ app }) => {
  const { page } = app;
  await app.goto('slides/latency-throughput');
  await page.getByRole('button', { name: 'Throughput', exact: true }).click();
  const card = page.getByRole('dialog', { name: 'Throughput' });
  await expect(card).toBeVisible();
  await expect(page).toHaveURL(/#\/slides\/latency-throughput$/);
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/step=2/);
  await card.getByRole('link', { name: 'Also in the glossary' }).click();
  await expect(page).toHaveURL(/#\/glossary\/throughput$/);
  await expect(page.getByRole('heading', { name: 'Throughput', exact: true })).toBeInViewport();
  await expect(page.locator('article')).toHaveCount(terms.length);
  await app.goto('glossary/no-such-term');
  await expect(page.getByText('There is no term “no-such-term”.')).toBeVisible();
});

test('the whole page prints: complete, on A4, whatever was on screen @full', async ({ app }) => {
  test.skip(!app.host, 'Only a browser without a window prints to a file here.');
  const { page } = app;
  await app.goto('read');
  await expect(page.getByRole('heading', { level: 1, name: lecture.title })).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('article fieldset')).toHaveCount(slides.length);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = [...pdf.matchAll(/\/Type\s*\/Page(?!s)/g)].length;
  // At most two slides with their notes go on a page.
  expect(pages).toBeGreaterThanOrEqual(slides.length / 2);
  expect(
    [...new Set(pdf.match(/\/MediaBox\s*\[[^\]]*\]/g))].every((box) =>
      /59[45]\.?\d* 84[12]/.test(box),
    ),
  ).toBe(true);
});

test('“Save handout” opens the pages and asks the browser to print them; an address alone does not @full', async ({
  app,
}) => {
  const { page } = app;
  await page.evaluate(() =>
    Object.assign(window, {
      printed: 0,
      print: () => ((window as unknown as { printed: number }).printed += 1),
    }),
  );
  const printed = () => page.evaluate(() => (window as unknown as { printed: number }).printed);
  await app.goto('read?print=slides');
  await expect(page.locator('[data-pages=slides][data-ready] > section')).toHaveCount(pages);
  expect(await printed()).toBe(0);
  await findAndOpen(page, 'save handout notes');
  await expect(page.locator('[data-pages=notes][data-ready] > section')).toHaveCount(pages);
  await expect.poll(printed).toBe(1);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page).toHaveURL(/#\/read$/);
});

test('axe finds nothing in the reading view and the glossary, light and dark, nor on pages for paper @sweep', async ({
  app,
}) => {
  const { page } = app;
  await page.evaluate(axe.source);
  const violations = () =>
    page.evaluate(async () => {
      const { violations: all } = await (window as unknown as { axe: typeof axe }).axe.run(
        document,
        {
          resultTypes: ['violations'],
          runOnly: {
            type: 'tag',
            values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          },
        },
      );
      return all.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`),
      );
    });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await app.goto('read');
    await expect(page.locator('article fieldset')).toHaveCount(slides.length, {
      timeout: patience,
    });
    expect(await violations()).toEqual([]);
    await app.goto('glossary');
    await expect(page.locator('article')).toHaveCount(terms.length);
    expect(await violations()).toEqual([]);
  }
  await app.goto('read?print=notes');
  await expect(page.locator('[data-ready]')).toHaveCount(1);
  expect(await violations()).toEqual([]);
});
