import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test, type App } from './fixtures.ts';
import { resize } from './resize.ts';
import { startHost } from './host-process.ts';
import { findAndOpen, accessible, tabTo } from './keyboard.ts';

const dialog = (app: App) => app.page.getByRole('dialog', { name: 'Settings' });
const html = (app: App, name: string) => app.page.locator('html').getAttribute(name);

/** Opens the settings as a person without a mouse does. */
async function openSettings(app: App): Promise<Locator> {
  await findAndOpen(app.page, 'settings');
  await expect(dialog(app).getByText('Data folder', { exact: true })).toBeVisible();
  return dialog(app);
}

test('theme, text, numbers and length are set by keyboard, reach every window and are there after a restart', async ({
  app,
  browserUnderTest,
}) => {
  test.skip(!app.host, 'Opens a second window and starts the web host again.');
  const { page } = app;
  const other = await page.context().newPage();
  await other.goto(`${app.host!.origin}/#/labs/fairness/audit-predict`);
  const limit = other.getByRole('button', { name: /^Group penalty/ });
  await expect(limit).toContainText('1.10');

  const settings = await openSettings(app);
  await accessible(page, 'settings');
  await tabTo(page, settings.getByRole('radio', { name: 'System' }).first());
  for (let n = 0; n < 2; n++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => html(app, 'data-theme')).toBe('dark');
  await tabTo(page, settings.getByRole('radio', { name: '100 %' }));
  for (let n = 0; n < 2; n++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => html(app, 'data-text')).toBe('130');
  await tabTo(page, settings.getByRole('radio', { name: 'English' }));
  await page.keyboard.press('ArrowRight');
  await expect(settings).toContainText('1.234,5');
  const minutes = settings.getByRole('textbox', { name: /^Planned length/ });
  await minutes.fill('4');
  await expect(settings.getByRole('alert')).toContainText('5 to 300');
  await minutes.fill('95');
  await page.keyboard.press('Enter');

  // The other window follows at once: larger words, a comma in its numbers, and it reads one back.
  await expect(other.locator('html')).toHaveAttribute('data-text', '130');
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(limit).toContainText('1,10');
  await other.getByRole('textbox', { name: 'What will that ratio be?' }).fill('0,4');
  await other.keyboard.press('Enter');
  await expect(other.getByRole('region', { name: 'Story' })).toContainText('0,4');
  await expect
    .poll(
      async () =>
        (
          await app.ask<{
            labs: Record<string, { predictions: Record<string, { value: number }> }>;
          }>('learner.get')
        ).labs.fairness?.predictions['audit-predict']?.value,
    )
    .toBe(0.4);
  // Where the question is asked its settings are fixed; a step later they can be changed.
  await other.evaluate(() => void (location.hash = '#/labs/fairness/audit-run'));
  await limit.click();
  await other.getByRole('textbox', { name: /^Group penalty/ }).fill('0,85');
  await other.keyboard.press('Enter');
  await expect(limit).toContainText('0,85');
  // At its largest, and in a window twice as near: nothing is pushed out of sight, no page scrolls sideways.
  await resize(other, { width: 640, height: 360 });
  expect(
    await other.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
  await other.close();

  await page.close();
  await app.host!.stop();
  const again = await startHost({ home: app.home });
  const fresh = await browserUnderTest!.newPage();
  await fresh.goto(again.url);
  await expect(fresh.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(fresh.locator('html')).toHaveAttribute('data-text', '130');
  await fresh.evaluate(() => void (location.hash = '#/present'));
  await expect(fresh.getByText('of 95 min')).toBeVisible();
  await fresh.close();
  await again.stop();
});

test('a lab is reset and brought back; everything is exported, erased in every window, and gone from the disk @full', async ({
  app,
}) => {
  test.skip(!app.host, 'Asks the web host over a connection of its own.');
  const { page } = app;
  await app.ask('learner.change', {
    kind: 'predict',
    lab: 'fairness',
    step: 'audit-predict',
    value: 0.4,
  });
  await app.ask('learner.change', {
    kind: 'reflect',
    lab: 'fairness',
    step: 'audit-reflect',
    text: 'Because.',
  });
  const { id } = await app.ask<{ id: string }>('run.start', {
    lab: 'time-leak',
    parameters: {},
    seed: 1,
    preset: null,
    prediction: null,
    measuredFrom: null,
  });
  await app.ask('run.stop', { run: id });
  const other = await page.context().newPage();
  await other.goto(`${app.host!.origin}/#/notebook`);
  await expect(other.getByRole('table').first().getByRole('row')).toHaveCount(2);

  const settings = await openSettings(app);
  await expect(settings.getByLabel('Data folder')).toHaveText(app.home);
  await expect(settings).toContainText(/\d kB in \d+ files/);
  // This host was started with --no-open: a test never starts a file manager, and the screen says why it opens none.
  await settings.getByRole('button', { name: 'Open folder' }).press('Enter');
  await expect(
    settings.getByRole('status').filter({ hasText: 'opens no other program' }),
  ).toContainText(/as before\. Copy the path and open it yourself\./);
  await expect(settings.getByRole('button', { name: 'Open folder' })).toBeFocused();
  await settings.getByRole('combobox', { name: 'Lab to reset' }).selectOption('fairness');
  await expect(settings).toContainText('Takes away 1 prediction, 1 reflection.');
  await settings.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(settings).toContainText('Fairness audit starts anew');
  const labs = async () => (await app.ask<{ labs: object }>('learner.get')).labs;
  expect(await labs()).toEqual({});
  await settings.getByRole('button', { name: 'Undo' }).click();
  await expect(settings).toContainText('Takes away 1 prediction, 1 reflection.');
  expect(await labs()).toMatchObject({
    fairness: {
      predictions: { 'audit-predict': { value: 0.4 } },
      reflections: { 'audit-reflect': 'Because.' },
    },
  });

  await settings.getByRole('button', { name: /^Erase everything/ }).click();
  const erase = settings.getByRole('button', { name: 'Erase everything', exact: true });
  await expect(erase).toBeDisabled();
  const saved = page.waitForEvent('download');
  await settings.getByRole('button', { name: 'Export first' }).click();
  const file = await readFile((await (await saved).path())!, 'utf8');
  expect(file).toContain('Because.');
  expect(file).toContain(id);
  await settings.getByRole('textbox', { name: 'Type erase to confirm' }).fill('erase');
  await accessible(page, 'erasing');
  await erase.click();
  await expect(settings).toContainText('Everything is gone from this computer.');
  await expect(
    other.getByRole('heading', { name: 'Your predictions will meet their results here' }),
  ).toBeVisible();
  expect(await readdir(join(app.home, 'runs'))).toEqual([]);
  expect(
    (await readdir(app.home)).filter((name) => /^(learner|notes|stage|runs-index)/.test(name)),
  ).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.locator('section.present h1').first()).toBeVisible();
  await other.close();
});
