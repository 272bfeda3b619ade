import type { Page } from '@playwright/test';
import { slidesOf } from '../../renderer/model/lecture/lecture.ts';
import { lecture } from '../../slides/lecture-1/deck.ts';
import { expect, test, type App } from './fixtures.ts';
import { resize } from './resize.ts';

async function present(app: App): Promise<Page> {
  const opened = app.page.waitForEvent('popup');
  await app.page.keyboard.press('s');
  const presenter = await opened;
  await expect(presenter.getByText(/^Projector connected/)).toBeVisible();
  return presenter;
}

test('The picture: a small presenter’s window is whole, and its grid of slides is private', async ({
  app,
}) => {
  test.skip(!app.host, 'Two pages of one browser.');
  const { page } = app;
  await app.goto('slides/latency-matters');
  const presenter = await present(app);
  await resize(presenter, { width: 960, height: 600 });
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
});

test('The picture: a lab’s words are large for the room @full', async ({ app }) => {
  test.skip(!app.host, 'Two pages of one browser.');
  const { page } = app;
  await present(app);
  await app.goto('labs/latency/convert-explore');
  await resize(page, { width: 1280, height: 720 });
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

/** Steps that ask a room: a number, a choice in long words, one about what is on screen, one with a curve. */
const asking = [
  'latency/measure-predict',
  'fairness/impossible-predict',
  'backdoor/accept-ship',
  'latency/queue-predict',
];

/** What of a question, brought into sight, lies under something else or beyond an edge. */
const covered = (page: Page, region: string) =>
  page.getByRole('region', { name: region, exact: true }).evaluate((within) => {
    const button = [...within.querySelectorAll('button')].find((one) =>
      one.textContent?.includes('Lock it'),
    );
    const field = within.querySelector('form input:not([type="radio"]), form [role="radiogroup"]');
    const parts = { question: within.querySelector('form label'), field, button };
    return Object.entries(parts).flatMap(([name, part]) => {
      if (!part) return [`no ${name}`];
      part.scrollIntoView({ block: 'nearest' });
      const { left, top, width, height } = part.getBoundingClientRect();
      const isFree = [0.15, 0.5, 0.85].every((share) => {
        const top1 = document.elementFromPoint(left + share * width, top + share * height);
        return top1 !== null && (part.contains(top1) || top1.contains(part));
      });
      return isFree ? [] : [`${name} is covered`];
    });
  });

test('The picture: what a lab asks can be read and answered in a small presenter’s window, and stands before the room @full', async ({
  app,
}) => {
  test.skip(!app.host, 'Two pages of one browser.');
  const { page } = app;
  const presenter = await present(app);
  await app.goto(`labs/${asking[0]}`);
  await presenter.getByText('Lab’s story').click();
  for (const at of asking) {
    await app.goto(`labs/${at}`);
    // The room reads the question itself, not that there is one elsewhere.
    for (const size of [
      { width: 1280, height: 720 },
      { width: 1920, height: 1080 },
    ]) {
      await resize(page, size);
      await expect.poll(() => covered(page, 'Question'), at).toEqual([]);
    }
    await expect(page.getByText('Answer the question in the story')).toHaveCount(0);
    const asked = await page.getByRole('region', { name: 'Question' }).locator('label').innerText();
    await expect(presenter.getByText(asked)).toBeVisible();
    for (const size of [
      { width: 960, height: 600 },
      { width: 1024, height: 768 },
      { width: 1280, height: 720 },
    ]) {
      await resize(presenter, size);
      await expect.poll(() => covered(presenter, 'Story'), `${at}, ${size.width}`).toEqual([]);
    }
  }
  // Locked on the wall, it is locked for all: the figure is back, and asks for a run.
  await app.goto(`labs/${asking[0]}`);
  await page.getByRole('textbox').fill('3');
  await page.getByRole('button', { name: 'Lock it' }).click();
  await expect(page.getByRole('region', { name: 'Figure' })).toContainText('Now run it');
  await expect(presenter.getByText('Your prediction, locked')).toBeVisible();
});

/** The parts whose figures have a height of their own. */
const high = [
  'time-leak/six-rows-explore',
  'time-leak/leak-explore',
  'latency/decide-explore',
  'latency/queue-explore',
  'fairness/audit-explore',
  'fairness/delete-explore',
  'fairness/impossible-explore',
];

/** What of a figure scrolls, or hangs over its edge. */
const cutOff = (page: Page) =>
  page.getByRole('region', { name: 'Figure' }).evaluate((figure) => {
    const room = figure.closest('[data-room]')!;
    const bottom = room.getBoundingClientRect().bottom;
    const scrolls = [room, ...room.querySelectorAll<HTMLElement>('div, section, fieldset')].filter(
      (one) =>
        one.scrollHeight > one.clientHeight + 1 &&
        getComputedStyle(one).overflowY !== 'visible' &&
        getComputedStyle(one).clipPath === 'none',
    );
    const over = [...room.querySelectorAll('text, p, td, th, label, button, dd')].filter(
      (one) => one.getBoundingClientRect().bottom > bottom + 1,
    );
    return [
      ...scrolls.map((one) => `${one.className}: ${one.scrollHeight} in ${one.clientHeight}`),
      ...over.map((one) => `“${one.textContent}” is below the figure`),
    ];
  });

test('The picture: for the room no figure is cut @full', async ({ app }) => {
  test.skip(!app.host, 'Two pages of one browser.');
  const { page } = app;
  await present(app);
  for (const size of [
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
  ]) {
    await resize(page, size);
    for (const at of high) {
      await app.goto(`labs/${at}`);
      await page.getByRole('region', { name: 'Figure' }).getByRole('heading').first().waitFor();
      const skip = page.getByRole('button', { name: 'Show without a prediction' });
      if ((await skip.count()) > 0) await skip.first().click();
      await expect.poll(() => cutOff(page), `${at}, ${size.width}`).toEqual([]);
    }
  }
});
