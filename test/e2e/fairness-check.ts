import { expect, type App } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { story } from './lab-page.ts';

/** Answers the fairness lab's check on screen: a number first wrong and then right, or a choice by its words. */
export async function answerCheck(app: App, answer: number | string) {
  const { page } = app;
  if (typeof answer === 'string') {
    await tabTo(page, story(app).getByRole('radio').first());
    await page.keyboard.press('Space');
    for (
      let i = 0;
      i < 3 && !(await story(app).getByRole('radio', { name: answer }).isChecked());
      i += 1
    )
      await page.keyboard.press('ArrowDown');
    await tabTo(page, story(app).getByRole('button', { name: /Check/ }));
    await page.keyboard.press('Enter');
  } else {
    await tabTo(page, story(app).getByRole('textbox'));
    await page.keyboard.type(String(3 * answer + 3));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Not yet.')).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(answer.toFixed(2));
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText(/^Right/)).toBeVisible();
}
