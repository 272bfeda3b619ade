import type { Page } from '@playwright/test';
import { expect, test, type App } from './fixtures.ts';
import { resize } from './resize.ts';

async function present(app: App): Promise<Page> {
  const opened = app.page.waitForEvent('popup');
  await app.page.keyboard.press('s');
  const presenter = await opened;
  await expect(presenter.getByText(/^Projector connected/)).toBeVisible();
  return presenter;
}

const isFull = (page: Page) => page.evaluate(() => document.fullscreenElement !== null);

test('Bad input: a projector is unplugged in full screen: the presenter’s window says so and the lecture goes on @full', async ({
  app,
}) => {
  test.skip(!app.host, 'Two pages of one browser.');
  const { page } = app;
  await app.goto('slides/latency-matters');
  const presenter = await present(app);
  await page.keyboard.press('f');
  await expect.poll(() => isFull(page)).toBe(true);
  await expect(presenter.getByText(/^Projector connected/)).toBeVisible();
  await presenter.waitForTimeout(3500);

  // The window is moved to the screen that is left, which is smaller, and is a window again.
  await page.evaluate(() => document.exitFullscreen());
  await resize(page, { width: 1024, height: 768 });
  await expect(presenter.getByText('Full screen ended, 1024×768')).toBeVisible();
  const box = (await page.locator('section.present').boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(1024.5);
  await presenter.keyboard.press('PageDown');
  await expect(page).toHaveURL(/latency-matters\?step=2/);

  // Plugged in again.
  await page.keyboard.press('F5');
  await expect.poll(() => isFull(page)).toBe(true);
  await expect(presenter.getByText(/^Projector connected/)).toBeVisible();
});

test('The picture: a covered window, whose frames the browser holds back, keeps up @sweep', async ({
  app,
}) => {
  test.skip(!app.host, 'Two pages of one browser.');
  const { page } = app;
  await app.goto('slides/latency-matters');
  const presenter = await present(app);
  await page.evaluate(() => {
    const held = window as unknown as {
      frames: FrameRequestCallback[];
      own: typeof requestAnimationFrame;
    };
    held.frames = [];
    held.own = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (frame) => held.frames.push(frame);
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await presenter.keyboard.press('End');
  await expect(page.locator('section.present[data-slide="credits"] h1')).toHaveCount(1);
  await presenter.keyboard.press('PageUp');
  await expect(page.locator('section.present[data-slide="next"] h1')).toHaveCount(1);
  await presenter.keyboard.press('b');
  await expect(page.getByText(/^The screen is black/)).toHaveCount(1);
  await presenter.keyboard.press('b');
  await presenter.keyboard.press('Home');
  await presenter.keyboard.press('PageDown');
  await expect(page.locator('section.present[data-slide="agenda"] h1')).toHaveCount(1);
  await expect(presenter.getByText(/^Projector connected/)).toBeVisible();

  // Uncovered, what is drawn is what the presenter sees.
  await page.evaluate(() => {
    const held = window as unknown as {
      frames: FrameRequestCallback[];
      own: typeof requestAnimationFrame;
    };
    window.requestAnimationFrame = held.own;
    for (const frame of held.frames) held.own(frame);
    Reflect.deleteProperty(document, 'visibilityState');
    Reflect.deleteProperty(document, 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(page.locator('section.present[data-slide="agenda"] h1')).toBeVisible();
  await expect(page.locator('.reveal .slides > section:not(.present) h1:visible')).toHaveCount(0);
});
