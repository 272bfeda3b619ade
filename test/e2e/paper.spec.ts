import { creditPages } from '../../slides/lecture-1/figures/closing/credit-pages.ts';
import { slidesOf } from '../../renderer/model/lecture/lecture.ts';
import { lecture } from '../../slides/lecture-1/deck.ts';
import { expect, test, type App } from './fixtures.ts';
import { fillsOfPages } from './pdf.ts';

const slides = slidesOf(lecture);
/** The credits are the course and the licences, and then the pages of sources. */
const pages = slides.length + creditPages(lecture.parts).length;

/** Every colour that a text on paper has, in order. */
const colours = (app: App) =>
  app.page.locator('[data-pages]').evaluate((all) =>
    [...all.querySelectorAll('*')]
      .filter((one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE))
      .map((one) => {
        const { color, fill } = getComputedStyle(one);
        return one instanceof SVGElement ? fill : color;
      }),
  );
const laidOut = (app: App) =>
  expect(app.page.locator('[data-pages][data-ready]')).toBeVisible({ timeout: 60_000 });

test('paper: Ctrl+P on a dark deck prints light pages, complete, without votes and answers, and leads back @full', async ({
  app,
}) => {
  test.skip(!app.host, 'Asks the web host.');
  const { page } = app;
  await app.ask('settings.set', { theme: 'dark' });
  for (const [key, value] of [
    ['poll-answer/surgeon', 'ai'],
    ['slide/test-data-time', { picked: ['2:00'], checked: true }],
    ['breakout/groups', { names: ['Ana Gómez'], people: 1, seeds: [1] }],
  ] as const)
    await app.ask('stage.set', { key, value, keep: true, by: 'test' });
  await page.evaluate(
    () => void (window.print = () => document.body.setAttribute('data-printed', '')),
  );
  await app.goto('slides/poll-surgeon');
  await page.keyboard.press('Control+p');
  await laidOut(app);
  await expect(page.locator('body')).toHaveAttribute('data-printed', '');
  const sheets = page.locator('[data-sheet]');
  await expect(sheets).toHaveCount(pages);
  await expect(
    sheets.filter({ hasText: 'Who should operate: the AI or the human?' }),
  ).toContainText('Tick one before the room votes');
  await expect(page.locator('[data-pages]')).not.toContainText(
    /your answer|Ana Gómez|of 6 right|Not there: written|not running|no run yet|press L/,
  );
  // A radio button lies over its words to be pressed anywhere: it is never seen.
  for (const radio of await sheets.getByRole('radio').all())
    expect(await radio.evaluate((one) => getComputedStyle(one).opacity)).toBe('0');

  const dark = await colours(app);
  await page.getByRole('checkbox', { name: 'With answers' }).check();
  await expect(page.locator('[data-pages]')).toContainText('Not there: written at');
  await page.getByRole('checkbox', { name: 'With answers' }).uncheck();
  await page.getByRole('radio', { name: '6', exact: true }).click();
  await expect(page).toHaveURL(/print=slides&per=6$/);
  await expect(sheets).toHaveCount(Math.ceil(pages / 6));
  await page.getByRole('radio', { name: '1', exact: true }).click();
  await app.ask('settings.set', { theme: 'light' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await laidOut(app);
  expect(await colours(app)).toEqual(dark);

  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page).toHaveURL(/#\/slides\/poll-surgeon$/);
});

test('paper: what a browser’s own menu prints is light in every theme @sweep', async ({ app }) => {
  test.skip(!app.host, 'Only a browser without a window prints to a file here.');
  const { page } = app;
  const themes = ['dark', 'contrast', 'light'] as const;
  for (const [place, seen] of [
    ['slides/latency-matters', 'section.present h1'],
    ['read?print=notes', '[data-pages][data-ready]'],
    ['present', 'main h2'],
  ] as const) {
    await app.goto(place);
    const fills: Partial<Record<(typeof themes)[number], string[]>> = {};
    for (const theme of themes) {
      await app.ask('settings.set', { theme });
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await expect(page.locator(seen).first()).toBeVisible({ timeout: 60_000 });
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      fills[theme] = [...new Set(fillsOfPages(pdf).flat())];
    }
    expect(fills.light, place).toEqual(expect.arrayContaining(fills.dark!));
    expect(fills.light, place).toEqual(expect.arrayContaining(fills.contrast!));
  }
});

test('paper: the presenter’s slide has the row of one’s own run, as the room’s has @full', async ({
  app,
}) => {
  test.skip(!app.host, 'Opens a second window.');
  await app.goto('slides/latency-matters?step=3');
  const presenter = await app.page.context().newPage();
  await presenter.goto(`${app.host!.origin}/#/present`);
  const row = /Your own numbers come here/;
  await expect(presenter.getByRole('main', { name: 'On screen' })).toContainText(row);
});
