import { expect, test } from './fixtures.ts';

test('Search forgives a slip, finds a slide by its number, and commands and settings by their synonyms @full', async ({
  app,
}) => {
  const { page } = app;
  const dialog = page.getByRole('dialog');
  const first = async (words: string) => {
    await page.keyboard.press('Control+k');
    await page.locator('[cmdk-input]:focus').waitFor();
    await page.keyboard.type(words);
    return dialog.getByRole('option').first();
  };
  const leave = async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  };
  for (const [typed, found] of [
    ['latancy', /latency/i],
    ['mith', /myth/i],
    ['ml ops', /mlops/i],
    ['gpt3', /GPT-3/],
  ] as const) {
    await expect(await first(typed), typed).toContainText(found);
    await leave();
  }
  for (const [typed, found] of [
    ['dark mode', 'Settings'],
    ['beamer', 'Open the presenter window'],
    ['homework', 'Put together the report'],
  ] as const) {
    const options = dialog.getByRole('option').filter({ hasText: found });
    await first(typed);
    await expect(options.first(), typed).toBeVisible();
    await leave();
  }
  await expect(await first('slide 23')).toContainText('A slower answer loses customers');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/slides\/latency-matters$/);
});
