import type { Page } from '@playwright/test';
import { ready } from './lab-page.ts';
import { expect, test, type App } from './fixtures.ts';
import { findAndOpen } from './keyboard.ts';

/** Opens the presenter's window as a person does, and waits until the two know of each other. */
async function present(app: App): Promise<Page> {
  const opened = app.page.waitForEvent('popup');
  await app.page.keyboard.press('s');
  const presenter = await opened;
  await expect(presenter.getByText(/^Projector connected/)).toBeVisible();
  return presenter;
}

const blank = (page: Page) => page.getByText(/^The screen is (black|white)/);
const ink = (page: Page, what: 'figure' | 'slide') =>
  page.getByRole('img', { name: new RegExp(`^Drawn by hand on this ${what}`) });
const sliders = (page: Page) => page.getByRole('region', { name: 'Settings' }).getByRole('slider');

test('Keys: while presenting a clicker turns the slide from a lab’s slider, beside the slide and over the whole window', async ({
  app,
}) => {
  test.skip(!app.host, 'Two pages of one browser.');
  const { page } = app;
  await app.goto('slides/latency-matters?lab=latency/queue-explore');
  await present(app);
  const slider = sliders(page).first();
  await slider.focus();
  const before = await slider.getAttribute('aria-valuetext');
  await page.keyboard.press('PageDown');
  await expect(page).toHaveURL(/#\/slides\/latency-matters\?step=2&lab=latency/);
  await page.keyboard.press('PageUp');
  await expect(page).toHaveURL(/#\/slides\/latency-matters\?lab=latency/);
  expect(await slider.getAttribute('aria-valuetext')).toBe(before);
  await page.keyboard.press('Shift+ArrowRight');
  await expect(slider).not.toHaveAttribute('aria-valuetext', before!);

  // The lab over the whole window is no longer deaf.
  await page.getByRole('button', { name: 'Lab full screen' }).click();
  await expect(page).toHaveURL(/#\/labs\/latency/);
  await sliders(page).first().focus();
  await page.keyboard.press('b');
  await expect(blank(page)).toHaveCount(1);
  await page.keyboard.press('.');
  await expect(blank(page)).toHaveCount(0);
  // A clicker may have no other key: its forward key shows the room's picture again, and does not move.
  await page.keyboard.press('b');
  await expect(blank(page)).toHaveCount(1);
  await page.keyboard.press('PageDown');
  await expect(blank(page)).toHaveCount(0);
  await expect(page).toHaveURL(/#\/labs\/latency/);
  await page.keyboard.press('PageDown');
  await expect(page).toHaveURL(/#\/slides\/latency-matters\?step=2$/);
});

test('Keys: a clicker works beside a hands field, F5 never reloads, a held key acts once @full', async ({
  app,
}) => {
  test.skip(!app.host, 'Two pages of one browser.');
  const { page } = app;
  await app.goto('slides/poll-surgeon');
  const presenter = await present(app);
  const hands = presenter.getByRole('form', { name: 'Show of hands' }).getByRole('textbox').first();
  await hands.fill('12');
  await presenter.keyboard.press('PageDown');
  await expect(page).toHaveURL(/poll-surgeon-result/);
  await presenter.keyboard.press('PageUp');
  await expect(page).toHaveURL(/poll-surgeon$/);
  // A number is no text: a clicker's B and point blank from its field, and stand in it no more than page keys do.
  for (const key of ['b', '.']) {
    await hands.focus();
    await presenter.keyboard.press(key);
    await expect(blank(page)).toHaveCount(1);
    await presenter.keyboard.press(key);
    await expect(blank(page)).toHaveCount(0);
  }
  await expect(hands).toHaveValue('12');

  /** Whether the page took a key for itself. */
  const took = (key: string, more: { shiftKey?: boolean; code?: string } = {}) =>
    page.evaluate(
      (init: { key: string; shiftKey?: boolean; code?: string }) => {
        const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
        return !document.body.dispatchEvent(event);
      },
      { key, ...more },
    );
  expect(await took('F5', { shiftKey: true })).toBe(true);
  await page.keyboard.press('F5');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement === null)).toBe(true);

  await page.keyboard.down('PageDown');
  for (let i = 0; i < 5; i += 1) await page.keyboard.down('PageDown');
  await page.keyboard.up('PageDown');
  await expect(page).toHaveURL(/poll-surgeon-result/);
  await page.keyboard.down('b');
  for (let i = 0; i < 4; i += 1) await page.keyboard.down('b');
  await page.keyboard.up('b');
  await expect(blank(page)).toHaveCount(1);

  // Cyrillic B, by its place.
  expect(await took('и', { code: 'KeyB' })).toBe(true);
  await expect(blank(page)).toHaveCount(0);
});

test('Keys: pen, pointer and blank work over a lab in every layout, in both windows @full', async ({
  app,
}) => {
  test.skip(!app.host, 'Two pages of one browser.');
  const { page } = app;
  await app.goto('labs/latency/queue-explore');
  await ready(app);
  const presenter = await present(app);
  const figure = presenter.getByRole('region', { name: 'Figure' });
  const draw = async (on: Page, to: typeof figure) => {
    const box = (await to.boundingBox())!;
    await on.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.7);
    await on.mouse.down();
    await on.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.8, { steps: 6 });
    await on.mouse.up();
  };
  await expect(figure).toBeVisible();
  await presenter.keyboard.press('d');
  await draw(presenter, figure);
  for (const window of [page, presenter]) await expect(ink(window, 'figure')).toHaveCount(1);
  await expect(ink(presenter, 'slide')).toHaveCount(0);
  await presenter.keyboard.press('Control+z');
  await expect(ink(page, 'figure')).toHaveCount(0);
  await presenter.keyboard.press('Escape');
  await presenter.keyboard.press('p');
  const box = (await figure.boundingBox())!;
  await presenter.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.locator('circle[data-on]')).toHaveCount(1);
  await presenter.keyboard.press('p');

  await page.keyboard.press('d');
  await draw(page, page.getByRole('region', { name: 'Figure' }));
  await expect(ink(presenter, 'figure')).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear figure' }).click();
  await expect(ink(presenter, 'figure')).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Beside slide' }).click();
  await expect(page).toHaveURL(/#\/slides\/.*lab=latency/);
  await page.keyboard.press('d');
  await draw(page, page.getByRole('region', { name: 'Figure' }));
  await expect(ink(presenter, 'figure')).toHaveCount(1);
  await page.keyboard.press('b');
  await expect(blank(presenter)).toHaveCount(1);
});

test('Keys: Escape closes the topmost first, and single letters can be switched off @full', async ({
  app,
}) => {
  const { page } = app;
  await app.goto('slides/poll-surgeon');
  await page.locator('section.present[data-slide="poll-surgeon"]').waitFor();
  await page.keyboard.press('d');
  const pen = page.getByRole('group', { name: 'Pen' });
  await expect(pen).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(pen).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(pen).toHaveCount(0);

  await findAndOpen(page, 'settings');
  const off = page
    .getByRole('radiogroup', { name: 'Single-letter keys' })
    .getByRole('radio', { name: 'Off' });
  await off.click();
  // It is set once the host has said so: a key before that is still a command.
  await expect(off).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  for (const key of ['b', 'w', '.', 'd', '?', 'n']) await page.keyboard.press(key);
  await expect(blank(page)).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(pen).toHaveCount(0);
  await page.keyboard.press('PageDown');
  await expect(page).toHaveURL(/poll-surgeon-result/);
});
