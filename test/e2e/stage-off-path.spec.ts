import type { Page } from '@playwright/test';
import { expect, test, type App } from './fixtures.ts';
import { resize } from './resize.ts';
import { startHost } from './host-process.ts';

async function present(app: App): Promise<Page> {
  const opened = app.page.waitForEvent('popup');
  await app.page.keyboard.press('s');
  const presenter = await opened;
  await expect(presenter.getByText(/^Projector connected/)).toBeVisible();
  return presenter;
}

const connected = (presenter: Page) => presenter.getByText(/^Projector connected/);
const blank = (page: Page) => page.getByText(/^The screen is black/);
const shown = (page: Page, slide: string) =>
  expect(page.locator(`section.present[data-slide="${slide}"]`)).toBeVisible();
const live = (presenter: Page) => presenter.getByRole('main', { name: 'On screen' });

test('Off the path: the room’s window is closed, opened, made small and led back; a second presenter comes and goes @full', async ({
  app,
}) => {
  test.skip(!app.host, 'Several pages of one browser.');
  await app.goto('slides/stakeholders?step=2');
  const presenter = await present(app);
  await app.page.close();
  await expect(presenter.getByText('No window shows the slides')).toBeVisible();
  const opened = presenter.waitForEvent('popup');
  await presenter.getByRole('button', { name: 'Open one' }).click();
  const room = await opened;
  await expect(room).toHaveURL(/stakeholders\?step=2$/);
  await expect(connected(presenter)).toBeVisible();

  // Dragged to another size in the middle of a slide's steps.
  for (const [width, height] of [
    [900, 900],
    [1600, 700],
  ] as const) {
    await resize(room, { width, height });
    const box = (await room.locator('section.present').boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(-0.5);
    expect(box.x + box.width).toBeLessThanOrEqual(width + 0.5);
    await expect(room).toHaveURL(/stakeholders\?step=2$/);
  }
  await presenter.keyboard.press('PageDown');
  await expect(room).toHaveURL(/stakeholders\?step=3$/);

  // The browser's own Back and Forward lead like any move.
  await room.evaluate(() => void (location.hash = '#/slides/agenda'));
  await expect(live(presenter)).toContainText('2 of');
  await room.goBack();
  await shown(room, 'stakeholders');
  await expect(live(presenter)).toContainText('step 3 of 5');
  await room.goForward();
  await expect(live(presenter)).toContainText('2 of');

  const second = await room.context().newPage();
  await second.goto(`${app.host!.origin}/#/present`);
  await expect(connected(second)).toBeVisible();
  await second.keyboard.press('PageDown');
  await expect(live(presenter)).toContainText('3 of');
  await second.close();
  await presenter.keyboard.press('PageUp');
  await shown(room, 'agenda');
  await expect(connected(presenter)).toBeVisible();
});

test('Off the path: what the presenter does while the host is away is told once it is back @full', async ({
  app,
}) => {
  test.skip(!app.host, 'Kills and starts the web host.');
  const { page } = app;
  await app.goto('slides/title');
  const presenter = await present(app);
  await shown(page, 'title');
  process.kill(app.host!.pid, 'SIGKILL');
  await expect(presenter.getByText('Apart from the other windows')).toBeVisible();
  // What a window fetches late it has fetched by now.
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await presenter.keyboard.press('PageDown');
  await presenter.keyboard.press('PageDown');
  await expect(live(presenter)).toContainText('3 of');
  await presenter.keyboard.press('b');
  const again = await startHost({ home: app.home });
  expect(again.origin).toBe(app.host!.origin);
  await expect(connected(presenter)).toBeVisible();
  await expect(live(presenter)).toContainText('3 of');
  await expect(blank(page)).toHaveCount(1);
  await presenter.keyboard.press('b');
  await shown(page, 'then-2012');
  await expect(blank(page)).toHaveCount(0);
  expect(await again.stop()).toBe(0);
});

test('Off the path: a clicker while a dialog is open, a slide that changes under the pen, a class put away in a poll @full', async ({
  app,
}) => {
  test.skip(!app.host, 'Two pages of one browser.');
  const { page } = app;
  await app.goto('slides/agenda');
  const presenter = await present(app);

  // In the presenter's dialog, from a button and from a field for minutes.
  await presenter.getByRole('button', { name: 'Minutes …' }).click();
  const minutes = presenter.getByRole('dialog', { name: 'Minutes for each slide' });
  await minutes.getByRole('button', { name: 'Reset all' }).focus();
  await presenter.keyboard.press('PageDown');
  await shown(page, 'then-2012');
  await presenter.keyboard.press('b');
  await expect(blank(page)).toHaveCount(1);
  await presenter.keyboard.press('PageDown');
  await expect(blank(page)).toHaveCount(0);
  await shown(page, 'then-2012');
  await presenter.keyboard.press('Escape');
  await expect(minutes).toHaveCount(0);
  // A dialog in the room's window is black too.
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await presenter.keyboard.press('b');
  await expect(blank(page)).toHaveCount(1);
  const onTop = await page.evaluate(() => {
    // What lies under a dialog is inert, and no point then finds it.
    const inert = [...document.querySelectorAll('[inert]')];
    for (const one of inert) one.removeAttribute('inert');
    const found = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    for (const one of inert) one.setAttribute('inert', '');
    return found?.closest('[data-blank]') != null;
  });
  expect(onTop).toBe(true);
  await page.keyboard.press('b');
  await expect(blank(page)).toHaveCount(0);
  await page.keyboard.press('Escape');

  // What was drawn when the slide changed stays on the slide it was drawn on.
  await presenter.keyboard.press('PageUp');
  await shown(page, 'agenda');
  await presenter.keyboard.press('d');
  const box = (await live(presenter).locator('svg[data-drawing]').first().boundingBox())!;
  await presenter.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.4);
  await presenter.mouse.down();
  await presenter.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.6, { steps: 8 });
  await presenter.keyboard.press('PageDown');
  await shown(page, 'then-2012');
  await presenter.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.3, { steps: 4 });
  await presenter.mouse.up();
  await expect(page.locator('path[data-ink]')).toHaveCount(0);
  await presenter.keyboard.press('Escape');
  await presenter.keyboard.press('PageUp');
  await shown(page, 'agenda');
  await expect(page.locator('path[data-ink]:not([data-live])')).toHaveCount(1);

  await app.goto('slides/poll-surgeon');
  const hands = presenter.getByRole('form', { name: 'Show of hands' }).getByRole('textbox').first();
  await hands.fill('12');
  await app.ask('class.begin');
  await shown(page, 'title');
  await app.goto('slides/poll-surgeon');
  await expect(hands).toHaveValue('');

  // What the room sees of a lab.
  await app.goto('slides/latency-matters?lab=latency/queue-explore');
  await expect(presenter.getByText('The room sees it beside the slide')).toBeVisible();
  await app.goto('labs/latency/queue-explore');
  await expect(presenter.getByText('The room sees it over a whole window')).toBeVisible();
  await app.goto('notebook');
  await expect(presenter.getByText('The room does not see it')).toBeVisible();
});
