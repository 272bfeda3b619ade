import type { Page } from '@playwright/test';
import { expect, test, type App } from './fixtures.ts';
import { resize } from './resize.ts';
import { overlaps } from './text-overlaps.ts';

const figure = (page: Page) => page.getByRole('region', { name: 'Figure' });
const settings = (page: Page) => page.getByRole('region', { name: 'Settings' });

/** Goes to a place with a lab and shows its figure, as a presenter does who asks the room aloud. */
async function show(app: App, place: string): Promise<void> {
  const { page } = app;
  await app.goto(place);
  const heading = figure(page).getByRole('heading').first();
  await heading.waitFor();
  const skip = page.getByRole('button', { name: 'Show without a prediction' });
  if ((await skip.count()) > 0) await skip.first().click();
}

/** Which controls' names are broken within a word: a name of one word takes one line. */
const broken = (page: Page) =>
  settings(page).evaluate((within) =>
    [...within.querySelectorAll('[class*="label"]')].flatMap((label) => {
      const words = label.textContent?.trim() ?? '';
      const lines = label.getBoundingClientRect().height;
      const size = Number.parseFloat(getComputedStyle(label).fontSize);
      const zoom = (label as Element & { currentCSSZoom?: number }).currentCSSZoom ?? 1;
      return !words.includes(' ') && lines > 1.7 * size * zoom ? [words] : [];
    }),
  );

test('The picture: legends, heads and names don’t collide at 1024×768, beside the slide and for the room @full', async ({
  app,
}) => {
  test.skip(!app.host, 'Two pages of one browser.');
  const { page } = app;
  await resize(page, { width: 1024, height: 768 });
  const found: string[] = [];
  const look = async (where: string) => {
    for (const part of [figure(page), settings(page)])
      found.push(...(await overlaps(part)).map((one) => `${where}: ${one}`));
    found.push(...(await broken(page)).map((one) => `${where}: “${one}” is broken`));
  };
  for (const at of ['convert', 'queue', 'batch', 'decide']) {
    await show(app, `slides/latency-matters?lab=latency/${at}-explore`);
    await look(`beside, ${at}`);
  }
  const opened = page.waitForEvent('popup');
  await page.keyboard.press('s');
  await expect((await opened).getByText(/^Projector connected/)).toBeVisible();
  for (const at of [
    'latency/queue-explore',
    'latency/decide-explore',
    'time-leak/join-explore',
    'backdoor/wear-explore',
    'fairness/thresholds-explore',
  ]) {
    await show(app, `labs/${at}`);
    await expect(page.getByRole('button', { name: 'For the room', pressed: true })).toBeVisible();
    await look(`for the room, ${at}`);
  }
  expect(found).toEqual([]);

  // All ten names are on the projector without scrolling.
  await resize(page, { width: 1920, height: 1080 });
  await show(app, 'labs/backdoor/wear-explore');
  const last = figure(page).getByRole('listitem').last();
  const control = (await settings(page).boundingBox())!;
  await expect
    .poll(async () => {
      const box = (await last.boundingBox())!;
      return box.y + box.height - control.y;
    })
    .toBeLessThan(1);
});

test('The picture: a small presenter’s window leaves a lab’s plot its height, and a message above takes none of the slide @full', async ({
  app,
}) => {
  test.skip(!app.host, 'Two pages of one browser.');
  await app.goto('slides/latency-matters?lab=latency/convert-read');
  const opened = app.page.waitForEvent('popup');
  await app.page.keyboard.press('s');
  const presenter = await opened;
  await resize(presenter, { width: 960, height: 600 });
  /** The drawing without its title, its switches and its legend. */
  const plotHeight = () =>
    figure(presenter).evaluate((all) =>
      Math.max(
        ...[...all.querySelectorAll('svg')].map((svg) => svg.getBoundingClientRect().height),
      ),
    );
  // The card with the question lies over the plot and not over the switch above it.
  const card = (await figure(presenter).getByRole('note').boundingBox())!;
  const choice = figure(presenter).getByText('Tablet', { exact: true });
  const above = (await choice.boundingBox())!;
  expect(card.y).toBeGreaterThanOrEqual(above.y + above.height);
  await choice.click();
  await presenter.getByRole('button', { name: 'Show without a prediction' }).click();
  await expect(figure(presenter).getByRole('note')).toHaveCount(0);
  await expect.poll(plotHeight).toBeGreaterThanOrEqual(150);
  expect(await overlaps(figure(presenter))).toEqual([]);

  await app.goto('slides/latency-matters?lab=latency/queue-explore');
  await expect(settings(presenter).getByRole('slider', { name: 'Load' })).toBeVisible();
  await expect.poll(plotHeight).toBeGreaterThanOrEqual(150);
  // The pane scrolls: a control and the plot that follows it are in sight together.
  const control = settings(presenter).getByRole('slider').first();
  await control.scrollIntoViewIfNeeded();
  const bar = (await presenter.getByRole('region', { name: 'Run' }).boundingBox())!;
  const slider = (await control.boundingBox())!;
  expect(slider.y + slider.height).toBeLessThanOrEqual(bar.y);
  const inSight = await figure(presenter).evaluate((all) => {
    const pane = all.parentElement!.getBoundingClientRect();
    const seen = [...all.querySelectorAll('svg')].map((svg) => {
      const { top, bottom } = svg.getBoundingClientRect();
      return Math.min(bottom, pane.bottom) - Math.max(top, pane.top);
    });
    return Math.max(...seen);
  });
  expect(inSight).toBeGreaterThanOrEqual(150);
  await presenter.keyboard.press('l');
  const main = presenter.getByRole('main', { name: 'On screen' });
  await expect(main.getByRole('heading', { name: 'Next' })).toBeVisible();
  // As a message above does: 60 px less.
  await resize(presenter, { width: 960, height: 540 });
  const cut = () =>
    main.evaluate((all) => {
      const bottom = all.getBoundingClientRect().bottom;
      return [...all.querySelectorAll('section')]
        .map((one) => one.getBoundingClientRect().bottom - bottom)
        .filter((over) => over > 1);
    });
  await expect.poll(cut).toEqual([]);
});
