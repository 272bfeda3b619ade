import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { forget, makeHome, startHost } from './host-process.ts';
import { findAndOpen } from './keyboard.ts';

const hour = 3600_000;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

/** What yesterday's rehearsal left behind, as a data folder holds it. */
const rehearsal = () => ({
  version: 1,
  class: { number: 1, begunAt: ago(15 * hour), usedAt: ago(14 * hour) },
  values: {
    'lecture/clock': {
      startedAt: Date.now() - 14 * hour,
      spentMs: 0,
      arrived: { slide: 'agenda', atMs: 1000 },
      before: null,
    },
    'poll/surgeon': { counts: { ai: 7, human: 2 }, shown: true, before: null },
    'ink/agenda': { strokes: [{ colour: 'orange', points: [100, 100, 400, 300] }] },
    'poll-answer/surgeon': 'human',
  },
});

test('A class is a thing: yesterday’s rehearsal does not open today’s lecture', async ({
  browserUnderTest,
}) => {
  test.skip(!browserUnderTest, 'Starts the web host on a folder that was used before.');
  const home = await makeHome('present');
  await writeFile(join(home, 'stage.json'), JSON.stringify(rehearsal()));
  await writeFile(
    join(home, 'learner.json'),
    JSON.stringify({
      version: 1,
      who: { name: '', course: '' },
      labs: {},
      place: { slide: 'poll-surgeon-result', step: 1 },
      judgedBy: 'question',
    }),
  );
  const host = await startHost({ home });
  const context = await browserUnderTest!.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.goto(host.url);
  await page.locator('.reveal.ready section.present h1').waitFor();
  await expect(page.locator('section.present')).toContainText('9 hands in this room');

  const offer = page.getByRole('status').filter({ hasText: 'The last class was on' });
  await expect(offer).toContainText('A new class begins without them');
  await offer.getByRole('button', { name: 'New class' }).click();
  await expect(offer).toHaveCount(0);
  await expect(page).toHaveURL(/#\/slides\/(?!poll-surgeon-result)/);
  await page.keyboard.press('n');
  const panel = page.getByRole('complementary', { name: 'For the presenter' });
  await expect(panel.getByRole('timer')).toHaveText('00:00');
  await expect(panel).not.toContainText('behind');
  await page.keyboard.press('n');
  await page.evaluate(() => void (location.hash = '#/slides/poll-surgeon-result'));
  await expect(page.locator('section.present')).not.toContainText('9 hands');
  await expect(page.locator('section.present')).toContainText('Hollow: not cured');

  // Kept by date, and opened again where it was.
  await findAndOpen(page, 'earlier classes');
  const dialog = page.getByRole('dialog', { name: 'Classes' });
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await dialog.getByRole('button', { name: /^Open the class of/ }).click();
  await expect(dialog).toHaveCount(0);
  await page.evaluate(() => void (location.hash = '#/slides/poll-surgeon-result'));
  await expect(page.locator('section.present')).toContainText('9 hands in this room');
  await context.close();
  expect(await host.stop()).toBe(0);
  await forget(home);
});
