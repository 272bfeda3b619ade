import { expect, test } from './fixtures.ts';
import { accessible, tabTo } from './keyboard.ts';
import { patience } from './patience.ts';

const inOrder = 'sort((a, b) => a - b)';
/** On one line, so that what the editor adds while one types (closing brackets, indents) is what is typed. */
const right =
  'function percentile(times: number[], p: number) { if (times.length === 0) return null; ' +
  `const sorted = [...times].${inOrder}; ` +
  'return sorted[Math.max(Math.ceil(p * sorted.length - 1e-9), 1) - 1]; }';
const wrong = right.replace(inOrder, 'sort()');

test('the code behind a figure by keyboard alone: a step at a time, with the values that were set @full', async ({
  app,
}) => {
  const { page } = app;
  await app.goto('labs/latency/measure-read');
  const code = page.getByRole('button', { name: 'Code', exact: true });
  // While the question is open the code would answer it.
  await expect(code).toBeDisabled();
  await tabTo(page, page.getByRole('button', { name: 'Show without a prediction' }));
  await page.keyboard.press('Enter');
  await tabTo(page, code);
  await page.keyboard.press('Enter');
  const figure = page.getByRole('region', { name: 'Code of the figure' });
  await expect(figure).toContainText('labs/latency/model.ts');
  await expect(figure).toContainText('warmupCalls + repetitions /* 200 */');
  const steps = figure.getByRole('list', { name: 'Steps of the code' }).getByRole('button');
  await tabTo(page, steps.nth(1));
  await page.keyboard.press('Enter');
  await expect(steps.nth(1)).toHaveAttribute('aria-current', 'step');
  await accessible(page, 'the code of a figure');
  await tabTo(page, figure.getByRole('button', { name: 'Back to the figure' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Figure' })).toBeVisible();
});

test('an exercise in code by keyboard alone: wrong, hinted, right, kept, and in progress and report @sweep', async ({
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

  // On a run of one's own, once the part's question is out of the way and there is one.
  await expect(status).toContainText('First answer this part’s question');
  await app.goto('labs/latency/measure-read');
  await tabTo(page, page.getByRole('button', { name: 'Show without a prediction' }));
  await page.keyboard.press('Enter');
  await app.goto('labs/latency/write-percentile');
  // Tab indents in the editor: Escape lets it lead on.
  await tabTo(page, page.locator('[data-code-editor]'));
  await leave();
  await page.keyboard.press('Enter');
  await expect(status).toContainText('No run has finished yet.');
  await tabTo(page, page.getByRole('button', { name: 'Run “Your machine”' }));
  await page.keyboard.press('Enter');
  await expect(status).toContainText('On run 1. Yours says what Lectern’s says of all 51 shares.', {
    timeout: patience,
  });
  await expect(page.getByRole('slider', { name: /^What 200 timed calls took/ })).toBeVisible();
  await accessible(page, 'write-percentile on a run');

  await app.goto('exercises');
  await expect(page.getByRole('row', { name: /^Measure / }).getByText('Code: right')).toBeVisible();
  await app.goto('report');
  await expect(page.locator('[data-report]')).toContainText(inOrder);
  await app.goto('labs/latency/write-percentile');
  await expect(editor).toContainText(inOrder);
});
