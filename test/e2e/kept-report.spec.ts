import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type App } from './fixtures.ts';
import { accessible, tabTo } from './keyboard.ts';
import { figure } from './lab-page.ts';
import { startHost } from './host-process.ts';

const repeat = (row: string, n: number) => `${row}\n`.repeat(n);
const loans =
  'label,prediction,sex,street\n' +
  repeat('1,1,f,Elm', 40) +
  repeat('1,0,f,Elm', 60) +
  repeat('0,0,f,Oak', 50) +
  repeat('1,1,m,Oak', 80) +
  repeat('0,1,m,Secret lane', 20) +
  repeat('0,0,m,Oak', 100);
/** Opens the table; which of its two columns of words holds the groups is asked. */
async function auditLoans({ page }: App): Promise<void> {
  await page
    .getByLabel('CSV file')
    .setInputFiles({ name: 'loans.csv', mimeType: 'text/csv', buffer: Buffer.from(loans) });
  await page.getByRole('button', { name: 'sex', exact: true }).click();
  await page.getByRole('button', { name: 'Audit', exact: true }).click();
}
const found = '27 in 100 of “f” are selected, 50 of “m”';

test('a report on one’s own table: kept, there after a restart, opened, saved, compared, in the report, deleted and back @full', async ({
  app,
  browserUnderTest,
}) => {
  test.skip(!app.host, 'Asks the web host and restarts it.');
  const { page } = app;
  await app.goto('labs/fairness/yours-explore');
  await auditLoans(app);
  await expect(figure(app).getByRole('heading', { name: found })).toBeVisible();
  await accessible(page, 'audited and kept');
  await tabTo(page, figure(app).getByRole('link', { name: 'In your notebook' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/notebook\/report-[0-9a-f]{24}$/);
  const address = new URL(page.url()).hash.slice(2);
  const card = page.getByRole('article', { name: 'Fairness audit of loans.csv' });
  await expect(card).toContainText(found);
  await accessible(page, 'a report in the notebook');
  // No row and no cell but the groups' names.
  expect(JSON.stringify(await app.ask('report.get', { id: address.split('/')[1] }))).not.toMatch(
    /Elm|Oak|Secret/,
  );

  // Another start of Lectern on the same folder.
  await app.host!.stop();
  const again = await startHost({ home: app.home });
  const fresh = await browserUnderTest!.newPage();
  const open = async (url: string, hash: string) => {
    await fresh.goto(url);
    await fresh.locator('.reveal.ready section.present').waitFor();
    await fresh.evaluate((place) => void (location.hash = place), hash);
  };
  await open(again.url, `#/${address}`);
  const kept = fresh.getByRole('article', { name: 'Fairness audit of loans.csv' });
  await expect(kept).toContainText(found);
  await expect(kept).toContainText(/SHA-256[0-9a-f]{64}/);
  const saved = async (name: string) => {
    const [download] = await Promise.all([
      fresh.waitForEvent('download'),
      kept.getByRole('button', { name }).click(),
    ]);
    return {
      name: download.suggestedFilename(),
      text: await readFile(await download.path(), 'utf8'),
    };
  };
  const html = await saved('Save as HTML');
  expect(html.name).toBe('fairness-audit-of-loans-csv.html');
  expect(html.text).toContain('By sex');
  expect(html.text).not.toMatch(/<script|NaN|https?:|Secret/);
  const csv = await saved('Save as CSV');
  expect(csv.name).toBe('fairness-audit-of-loans-csv.csv');
  expect(csv.text).toMatch(/,m,Selection rate,0\.5,0\.4\d+,0\.5\d+/);

  // The file itself, and one that was changed since.
  const compare = (text: string) =>
    fresh
      .getByLabel('The file to compare')
      .setInputFiles({ name: 'loans.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await compare(loans);
  await expect(kept.getByRole('status')).toContainText('not a byte of it has changed');
  await compare(loans.replace('1,1,f', '0,1,f'));
  await expect(kept.getByRole('status')).toContainText('its SHA-256 differs');

  await fresh.evaluate(() => void (location.hash = '#/report'));
  await expect(fresh.getByRole('region', { name: 'Own tables' })).toContainText(found);

  await fresh.evaluate((place) => void (location.hash = place), `#/${address}`);
  await kept.getByRole('button', { name: 'Delete' }).click();
  await expect(fresh.getByText('The report on loans.csv is deleted.')).toBeVisible();
  await expect(kept).toBeHidden();
  await fresh.getByRole('button', { name: 'Undo' }).click();
  await expect(kept).toContainText(found);
  await kept.getByRole('button', { name: 'Delete' }).click();
  await expect(kept).toBeHidden();
  expect(await again.stop()).toBe(0);

  // A newer Lectern's card is named and left alone.
  const id = `report-${'0'.repeat(24)}`;
  const newer = JSON.stringify({ formatVersion: 9, id, more: true });
  await writeFile(join(app.home, 'reports', `${id}.json`), newer);
  const third = await startHost({ home: app.home });
  await open(third.url, `#/notebook/${id}`);
  await expect(fresh.getByRole('alert')).toContainText('kept by a newer version of Lectern');
  expect(await readFile(join(app.home, 'reports', `${id}.json`), 'utf8')).toBe(newer);
  await fresh.close();
  expect(await third.stop()).toBe(0);
});

test('an instructor’s table in all parts of the lab: named, put aside and taken back, gone with its card @full', async ({
  app,
}) => {
  test.skip(!app.host, 'Asks the web host.');
  const { page } = app;
  await app.goto('labs/fairness/yours-explore');
  await auditLoans(app);
  await page.getByRole('button', { name: 'Use it in all parts' }).click();
  await expect(figure(app)).toContainText('loans.csv is this class’s data');

  const onTable = page.getByRole('region', { name: 'On this table' });
  await app.goto('labs/fairness/audit-read');
  await page.getByRole('button', { name: 'Show without a prediction' }).click();
  await expect(onTable).toContainText(found);
  await accessible(page, 'a table in the place of people');
  // What answers an open question waits, whoever’s data it is of.
  await app.goto('labs/fairness/delete-explore');
  await expect(onTable).not.toContainText('street');
  await page.getByRole('button', { name: 'Show without a prediction' }).click();
  await expect(onTable).toContainText('street');
  await page.getByRole('radio', { name: 'Built-in people' }).click();
  await expect(onTable).toBeHidden();
  await page.getByRole('radio', { name: 'loans.csv' }).click();
  await expect(onTable).toBeVisible();

  // Its card goes: the built-in people are back, and it is said why.
  await page.getByRole('link', { name: 'Its card' }).click();
  await page.getByRole('article').getByRole('button', { name: 'Delete' }).click();
  await app.goto('labs/fairness/delete-explore');
  await expect(figure(app)).toContainText('is no longer in the notebook');
  await expect(onTable).toBeHidden();
  await page.getByRole('button', { name: 'Built-in people only' }).click();
  await expect(figure(app)).not.toContainText('loans.csv');
});
