import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { patience } from './patience.ts';
import { startHost } from './host-process.ts';
import { accessible, tabTo, findAndOpen } from './keyboard.ts';

interface Card {
  id: string;
  hash: string;
  prediction: { value: number; confidence?: number } | null;
  result: { splits: { split: string; auc: number }[] };
}

/** The row of a part in the progress of a lab. */
const partOf = (page: Page, lab: string, part: string) =>
  page.getByRole('table', { name: lab }).getByRole('row', { name: new RegExp(`^${part} `) });

/** What the report must hold. */
async function handedIn(page: Page, hash: string) {
  const sheet = page.locator('[data-report]');
  await expect(sheet).toContainText(
    '2 runs were made. The one that is pinned or starred stands here.',
  );
  await expect(sheet).toContainText(hash);
  await expect(sheet).toContainText('Where time does not matter.');
  await expect(sheet.locator('[data-figure="split"] svg').first()).toBeVisible();
}

/** What the progress must say once everything below has happened. */
async function allThere(page: Page, off: string) {
  const split = partOf(page, 'Ordering data in time', 'Split');
  await expect(split).toContainText(/0\.3\s*90 % sure.*0\.\d/);
  await expect(split).toContainText(off);
  await expect(split).toContainText(/Right\s*try 2, 2 hints/);
  await expect(split).toContainText(/Written\s*Where time does not matter\./);
  await expect(partOf(page, 'Ordering data in time', 'Leak')).toContainText(
    /not said yet.*Not attempted.*Not written/,
  );
  await expect(partOf(page, 'Fairness audit', 'Your data')).toContainText(
    /not asked.*Right\s*try 3, answer open/,
  );
  await expect(
    page.getByText('0 of 1 predictions with a result were right or close'),
  ).toBeVisible();
  await expect(page.getByText(/After 5 that met a result.*1 so far/)).toBeVisible();
}

test(
  'a course in short: predicted, run, checked wrong, hinted and right, pinned, ' +
    'compared and reported, and all there after a restart @sweep',
  async ({ app, browserUnderTest }) => {
    test.skip(!app.host, 'Reads the run card over the web host’s socket and restarts it.');
    const { page } = app;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await app.goto('exercises');
    await expect(
      page.getByRole('heading', { name: 'Say what you expect, then look' }),
    ).toBeVisible();
    await expect(partOf(page, 'Ordering data in time', 'Split')).toContainText('not said yet');

    // How sure, by keyboard: a slip is taken back, then Enter locks as in any field.
    await app.goto('labs/time-leak/split-predict');
    await page.getByRole('textbox', { name: /AUC is higher/ }).fill('0.3');
    await expect(page.getByText('How sure? Close is within 0.04.')).toBeVisible();
    await tabTo(page, page.getByRole('radio', { name: 'A guess, 50 %' }));
    await page.keyboard.press('Space');
    await page.keyboard.press('Delete');
    await expect(page.getByRole('radio', { name: 'A guess, 50 %' })).not.toBeChecked();
    await page.getByRole('radio', { name: 'Fairly sure' }).click();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'Sure, 90 %', exact: true })).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Your prediction, locked')).toBeVisible();
    await expect(page.getByText('90 % sure')).toBeVisible();

    await page.keyboard.press(']');
    await page.keyboard.press('r');
    await expect(page.getByText('What happened')).toBeVisible({ timeout: patience });
    const [{ id }] = await app.ask<[Card]>('run.list', { lab: 'time-leak' });
    const card = await app.ask<Card>('run.get', { run: id });
    expect(card.prediction).toMatchObject({ value: 0.3, confidence: 0.9 });
    const auc = (split: string) => card.result.splits.find((row) => row.split === split)!.auc;
    const off = `${Number((0.3 - Number((auc('random') - auc('chronological')).toFixed(2))).toFixed(2))} too high`;
    await expect(page.getByRole('region', { name: 'Story' }).getByText(off)).toBeVisible();

    // A hint is no try; the same wrong answer twice counts once.
    await app.goto('labs/time-leak/split-check');
    const status = page
      .getByRole('region', { name: 'Story' })
      .getByRole('status')
      .filter({ hasText: /attempted|Not yet|Right/ });
    await expect(status).toContainText('Not attempted.');
    await page.getByRole('button', { name: 'Hint' }).click();
    await expect(status).toContainText(/Not attempted\..*Hint 1 of 2\./);
    const answer = page.getByRole('textbox', { name: /wrong way round/ });
    await answer.fill('2');
    await answer.press('Enter');
    await expect(status).toContainText(/Not yet\. You said 2 of 100\. After one more try/);
    await answer.press('Enter');
    await expect(status).toContainText('not counted again');
    await page.getByRole('button', { name: 'Hint' }).click();
    await expect(status).toContainText(/Hint 1 of 2\..*Hint 2 of 2\./);
    await answer.fill((100 * (1 - auc('chronological'))).toFixed(1));
    await answer.press('Enter');
    await expect(status).toContainText(/^Right: .* at try 2/);
    await page.keyboard.press(']');
    await page
      .getByRole('textbox', { name: /trust a random split/ })
      .fill('Where time does not matter.');
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();

    // The run is pinned; another one beside it is compared with it, what was set first.
    const bar = page.getByRole('region', { name: 'Run', exact: true });
    await bar.getByRole('button', { name: 'Pin' }).click();
    await expect(page.getByRole('complementary')).toContainText('Random split');
    await app.goto('labs/time-leak/split-explore?seed=8');
    await expect(bar).toContainText('seed 8');
    await page.keyboard.press('r');
    await expect
      .poll(
        async () =>
          (await app.ask<{ status: string }[]>('run.list', { lab: 'time-leak' })).filter(
            ({ status }) => status === 'finished',
          ).length,
        { timeout: patience },
      )
      .toBe(2);
    await page.getByRole('button', { name: 'Compare' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('columnheader', { name: /run 2/ })).toBeVisible();
    await expect(dialog.getByRole('row', { name: /^seed/i })).toContainText(/8.*1|1.*8/);
    await page.keyboard.press('Escape');
    await app.goto('report');
    await handedIn(page, card.hash);

    // Without a run: two wrong choices open the worked answer, and one may go on trying.
    await app.goto('labs/fairness/yours-check');
    for (const wrong of [
      'The decisions are unfair to that group',
      'The group must be left out of the file',
    ]) {
      await expect(page.getByRole('button', { name: 'Show the worked answer' })).toHaveCount(0);
      await page.getByRole('radio', { name: wrong }).click();
      await page.getByRole('button', { name: 'Check' }).click();
      await expect(status).toContainText(`You said “${wrong}”`);
    }
    await expect(status).not.toContainText('0.04');
    await page.getByRole('button', { name: 'Show the worked answer' }).click();
    await expect(status).toContainText('0.04');
    await page.getByRole('radio').nth(1).click();
    await page.getByRole('button', { name: 'Check' }).click();
    await expect(status).toContainText(/^Right: .* at try 3/);

    // The palette leads to the progress.
    await findAndOpen(page, 'progress');
    await expect(page).toHaveURL(/#\/exercises$/);
    await allThere(page, off);
    await accessible(page, 'progress');

    await page.waitForTimeout(400);
    await app.host!.stop();
    const again = await startHost({ home: app.home });
    const fresh = await browserUnderTest!.newPage();
    await fresh.goto(again.url);
    await fresh.evaluate(() => void (location.hash = '#/exercises'));
    await allThere(fresh, off);
    await fresh.evaluate(() => void (location.hash = '#/report'));
    await handedIn(fresh, card.hash);
    await fresh.evaluate(() => void (location.hash = '#/exercises'));
    await fresh.getByRole('link', { name: /^Go on: Six rows/ }).click();
    await expect(fresh).toHaveURL(/#\/labs\/time-leak\/six-rows-read/);
    await fresh.close();
    expect(await again.stop()).toBe(0);
  },
);
