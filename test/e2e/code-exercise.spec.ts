import { expect, test } from './fixtures.ts';
import { accessible, tabTo } from './keyboard.ts';

const inOrder = 'sort((a, b) => a - b)';
/** On one line, so that what the editor adds while one types (closing brackets, indents) is what is typed. */
const right =
  'function percentile(times: number[], p: number) { if (times.length === 0) return null; ' +
  `const sorted = [...times].${inOrder}; ` +
  'return sorted[Math.max(Math.ceil(p * sorted.length - 1e-9), 1) - 1]; }';
const wrong = right.replace(inOrder, 'sort()');

test('an exercise in code by keyboard alone: wrong, hinted, right, kept, and in progress and report @full', async ({
  app,
}) => {
  const { page } = app;
  await app.goto('labs/latency/write-percentile');
  const editor = page.getByRole('textbox', { name: /^Write a percentile: your code/ });
  const status = page.getByRole('region', { name: 'Code' }).getByRole('status');
  // The page says that its shadow root's host has the focus.
  await tabTo(page, page.locator('[data-code-editor]'));
  const write = async (text: string) => {
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
  };
  const leave = async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Run the tests' })).toBeFocused();
  };
  // A letter that is a key of the lab elsewhere is only a letter here.
  await write('rx[]');
  await expect(editor).toContainText('rx[]');

  await write('function percentile(times, p) { return times[0].x.y; }');
  await page.keyboard.press('Control+Enter');
  await expect(status).toContainText('It threw: TypeError');
  await expect(status).toContainText('Hint 1 of 2.');
  await leave();
  await tabTo(page, page.getByRole('button', { name: 'Line 1' }).first());
  await page.keyboard.press('Enter');
  await expect(editor).toBeFocused();

  await write(wrong);
  await leave();
  await page.keyboard.press('Enter');
  await expect(status).toContainText('Expected 9, got 10.');
  await expect(status).toContainText('Fails: Times are put in order as numbers');
  await expect(status).toContainText('Hint 2 of 2.');
  await accessible(page, 'write-percentile');

  await page.keyboard.press('Shift+Tab');
  await expect(editor).toBeFocused();
  await write(right);
  await page.keyboard.press('Control+Enter');
  await expect(status).toContainText('Solved.');

  await app.goto('exercises');
  await expect(page.getByRole('row', { name: /^Measure / }).getByText('Code: right')).toBeVisible();
  await app.goto('report');
  await expect(page.locator('[data-report]')).toContainText(inOrder);
  await app.goto('labs/latency/write-percentile');
  await expect(editor).toContainText(inOrder);
});
