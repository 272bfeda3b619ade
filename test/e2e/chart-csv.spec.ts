import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

test('a figure’s numbers are saved as CSV, which is written only when it is asked for', async ({
  app,
}) => {
  const { page } = app;
  await app.goto('labs/time-leak/six-rows');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).first().click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
  // A header, six rows and the end of the last line.
  expect(lines).toHaveLength(8);
  expect(lines.at(-1)).toBe('');
});
