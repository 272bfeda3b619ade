import { expect, test } from './fixtures.ts';
import { accessible } from './keyboard.ts';
import { figure } from './lab-page.ts';

const compas = `sex,age_cat,race,decile_score,priors_count,decile_score,priors_count,two_year_recid\n${Array.from(
  { length: 160 },
  (_, i) =>
    `${i % 3 ? 'Male' : 'Female'},25 - 45,${i % 2 ? 'African-American' : 'Caucasian'},` +
    `${1 + ((i * 7) % 10)},${i % 5},${1 + ((i * 7) % 10)},${i % 5},${(i >> 1) % 2}`,
).join('\n')}\n`;
const commas = `date;benzene;note;benzene at;label\n${Array.from(
  { length: 120 },
  (_, i) =>
    `${String(1 + (i % 28)).padStart(2, '0')}/0${1 + Math.floor(i / 28)}/2004;${i % 13},${i % 9};` +
    `${i % 7 ? 'NA' : 'ok'};${String(1 + (i % 28)).padStart(2, '0')}/0${1 + Math.floor(i / 28)}/2004;${i % 2}`,
).join('\n')}\n`;

test('tables of learners: names that come twice, decimal commas, and what has to be asked @full', async ({
  app,
}) => {
  const { page } = app;
  const choose = (name: string, text: string) =>
    page
      .getByLabel('CSV file')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  const asks = page.getByRole('list', { name: 'To be answered' });

  // Two columns of one name are told apart, and which is meant is asked.
  await app.goto('labs/fairness/yours-explore');
  await choose('compas.csv', compas);
  await expect(asks).toContainText('Which column holds the score?');
  await expect(figure(app)).toContainText('is called “decile_score (2)”');
  await asks.getByRole('button', { name: 'decile_score', exact: true }).click();
  await expect(asks).toContainText('From which “decile_score” on is somebody selected?');
  await asks.getByRole('button', { name: '6 and more' }).click();
  // One age band groups nobody: it is not among the likeliest.
  await asks.getByRole('button', { name: 'race', exact: true }).click();
  await accessible(page, 'columns');
  await page.getByRole('button', { name: 'Audit', exact: true }).click();
  await expect(
    figure(app).getByRole('heading', { name: /in 100 of (“|every group)/ }),
  ).toBeVisible();

  // Decimal commas between semicolons are numbers; a column is changed by hand.
  await app.goto('labs/time-leak/your-table-explore');
  await choose('air.csv', commas);
  await expect(figure(app)).toContainText('Read with a decimal comma');
  await expect(page.getByLabel('What benzene is')).toHaveValue('number');
  await expect(page.getByLabel(/“NA” \(/)).toBeChecked();
  await page.getByRole('button', { name: 'Look for leaks' }).click();
  await expect(figure(app)).toContainText('none of 120 values was written on a later day');
  await expect(figure(app).getByRole('link', { name: 'In your notebook' })).toBeVisible();
  await page.getByRole('button', { name: 'Change the columns' }).click();
  await page.getByLabel('What benzene is').selectOption('category');
  await page.getByRole('button', { name: 'Row 1 is data: number the columns' }).click();
  await expect(figure(app)).toContainText('the columns are numbered');
  await page.getByRole('button', { name: 'Row 1 holds the names' }).click();
  await expect(page.getByLabel('What benzene is')).toHaveValue('number');

  // A file may be dropped anywhere on the part: beside the form a browser would open it and leave.
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'other.csv', { type: 'text/csv' }));
    return data;
  }, commas);
  const title = figure(app).getByRole('heading').first();
  await title.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(title).toContainText('other.csv');

  // Without a file: a made-up shop, and the leak that was planted in it.
  await page.getByRole('button', { name: 'Another file' }).click();
  await page.getByRole('button', { name: 'Try a made-up shop’s orders' }).click();
  await expect(figure(app)).toContainText(
    /complaints: \d+ of 3,000 values were written after their row/,
  );
});
