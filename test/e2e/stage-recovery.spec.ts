import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { startHost } from './host-process.ts';
import { findAndOpen } from './keyboard.ts';

const apart = (page: Page) =>
  page.getByRole('alert').filter({ hasText: /does not answer|does not know this window/ });

test('Recovery: the host is killed and started again, and both windows find it without a new address', async ({
  app,
}) => {
  test.skip(!app.host, 'Kills and starts the web host.');
  const { page } = app;
  const opened = page.waitForEvent('popup');
  await page.keyboard.press('s');
  const presenter = await opened;
  const connected = presenter.getByText(/^Projector connected/);
  await expect(connected).toBeVisible();
  await presenter.keyboard.press('PageDown');
  await expect(page).toHaveURL(/agenda/);
  // Where one stays is written down.
  await expect
    .poll(async () => (await app.ask<{ place: { slide: string } | null }>('learner.get')).place)
    .toMatchObject({ slide: 'agenda' });

  process.kill(app.host!.pid, 'SIGKILL');
  for (const window of [page, presenter]) await expect(apart(window)).toHaveCount(1);
  await expect(connected).toHaveCount(0);
  await expect(presenter.getByText('Apart from the other windows')).toBeVisible();

  const again = await startHost({ home: app.home });
  expect(again.origin).toBe(app.host!.origin);
  for (const window of [page, presenter]) await expect(apart(window)).toHaveCount(0);
  await expect(connected).toBeVisible();
  await presenter.keyboard.press('PageDown');
  await expect(page).not.toHaveURL(/agenda/);
  await page.keyboard.press('b');
  await expect(presenter.getByText('The screen is black')).toHaveCount(1);
  await page.keyboard.press('b');

  // All sessions ended: the windows say which address to open.
  await findAndOpen(page, 'settings');
  await page.getByRole('button', { name: 'End all sessions' }).click();
  await expect(apart(presenter)).toContainText('Open the address that Lectern printed');
  expect(await again.stop()).toBe(0);
});
