import { expect, test } from './fixtures.ts';
import { resize } from './resize.ts';

test('focus comes back to where it was: out of the palette, out of what it opened, and after a value was typed', async ({
  app,
}) => {
  const { page } = app;
  await app.goto('slides/agenda');
  const find = page.getByRole('button', { name: 'Find' });
  await find.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Find' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(find).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Find' })).toBeFocused();
  await page.keyboard.type('settings');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(find).toBeFocused();

  // A room that is left takes its buttons along: the focus lands in the main region of the next one, and the slide's keys work from there.
  await app.goto('slides/latency-matters?lab=latency/measure');
  for (const name of ['Lab full screen', 'Beside slide', 'Close L']) {
    await page.getByRole('button', { name, exact: true }).press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  }
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/latency-matters\?step=2$/);
  await find.focus();
  await app.goto('nonsense');
  await page.getByRole('button', { name: 'Dismiss' }).press('Enter');
  await expect(find).toBeFocused();

  await app.goto('labs/latency/measure');
  for (const [button, field] of [
    [/^Timed calls.*Type a value/, /^Timed calls/],
    [/^Seed.*Type another/, /^Seed/],
  ] as const) {
    for (const key of ['Enter', 'Escape']) {
      await page.getByRole('button', { name: button }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('textbox', { name: field })).toBeFocused();
      await page.keyboard.press(key);
      await expect(page.getByRole('button', { name: button })).toBeFocused();
    }
  }
});

test('at twice the size a lab’s controls are all there, on its own and beside its slide', async ({
  app,
}) => {
  const { page } = app;
  await resize(page, { width: 640, height: 360 });
  for (const place of ['labs/latency/measure', 'slides/latency-matters?lab=latency/measure']) {
    await app.goto(place);
    const slider = page.getByRole('button', { name: /^Epochs.*Type a value/ });
    await slider.scrollIntoViewIfNeeded();
    await expect(slider).toBeInViewport();
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1]!);
    await expect(page.getByRole('button', { name: /^Run/ })).toBeInViewport();
    const figure = await page.getByRole('region', { name: 'Figure' }).boundingBox();
    expect(figure!.height).toBeGreaterThan(300);
  }
});
