import { readFile } from 'node:fs/promises';
import { answerCheck } from './fairness-check.ts';
import { expect, test } from './fixtures.ts';
import { patience } from './patience.ts';
import { accessible, tabTo } from './keyboard.ts';
import { figure, story } from './lab-page.ts';

const header = 'label,prediction,sex,area\n';
const repeat = (row: string, n: number) => `${row}\n`.repeat(n);
const good =
  header +
  repeat('1,1,f,north', 40) +
  repeat('1,0,f,south', 60) +
  repeat('0,0,f,north', 50) +
  repeat('1,1,m,north', 80) +
  repeat('0,1,m,south', 20) +
  repeat('0,0,m,south', 100) +
  repeat('1,1,x,north', 3);

const broken: [name: string, text: string, says: RegExp][] = [
  [
    'words.csv',
    `${header}1,0,f,n\n0,maybe,f,n\n1,1,m,n\n`,
    /Row 3, column “prediction”: “maybe” is neither 0 nor 1/,
  ],
  [
    'weights.csv',
    'label,prediction,sex,area,weight\n1,0,f,n,1\n0,1,m,s,-2\n1,1,f,n,3\n',
    /Row 3, column “weight”: “-2” is a negative weight/,
  ],
  ['empty.csv', '', /the file is empty/i],
  ['ragged.csv', `${header}1,0,f,n\n1,0,f\n`, /Row 3 has 3 cells, the header has 4/],
  ['spreadsheet.csv', 'PK\u0003\u0004binary', /looks like a spreadsheet/],
];

test('a file of one’s own: audited, crossed, reported and printed; bad files are said to be bad by row and column @sweep', async ({
  app,
}) => {
  const { page } = app;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await app.goto('labs/fairness/yours-explore');
  const choose = (name: string, text: string) =>
    page
      .getByLabel('CSV file')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') });
  /** Two columns hold groups: which of them is meant has to be said, and with it what else is open. */
  const answer = async (name = '') => {
    await expect(page.getByRole('form', { name: 'Columns' })).toBeVisible();
    await page
      .getByRole('combobox', { name: 'What was decided', exact: true })
      .selectOption('prediction');
    await page.getByRole('combobox', { name: 'Group', exact: true }).selectOption('sex');
    await page.getByRole('combobox', { name: 'Second group', exact: true }).selectOption('area');
    if (name === 'weights.csv')
      await page.getByRole('combobox', { name: 'Weight', exact: true }).selectOption('weight');
    await page.getByRole('button', { name: 'Audit', exact: true }).press('Enter');
  };
  await tabTo(page, page.getByRole('button', { name: 'Choose a file' }));
  await accessible(page, 'yours, empty');

  const started = Date.now();
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'loans.csv', { type: 'text/csv' }));
    return data;
  }, good);
  await page
    .getByText('Drop a CSV file of decisions here')
    .dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByRole('list', { name: 'To be answered' })).toContainText(
    'Which column holds the groups?',
  );
  await accessible(page, 'a question');
  await answer();
  await expect(
    figure(app).getByRole('heading', { name: '27 in 100 of “f” are selected, 50 of “m”' }),
  ).toBeVisible();
  console.log(`a small file is audited in ${Date.now() - started} ms`);
  await expect(figure(app).getByText('four-fifths: look closer')).toBeVisible();
  await expect(figure(app).getByText(/^only 3( people)?$/)).toBeVisible();
  await expect(figure(app).getByText('undefined', { exact: true })).toBeVisible();
  await expect(figure(app)).not.toContainText(/NaN|Infinity/);
  await tabTo(page, figure(app).getByRole('slider', { name: /Arrow keys choose a group/ }));
  await page.keyboard.press('End');
  await expect(figure(app).getByText('undefined, nobody in the group has label 0')).toBeVisible();
  await accessible(page, 'yours, audited');
  await tabTo(page, figure(app).getByRole('radio', { name: 'sex', exact: true }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(figure(app).getByRole('heading', { name: /“f × south”/ })).toBeVisible();

  // The report: read, saved, printed.
  await tabTo(page, page.getByRole('button', { name: 'Report' }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Report' });
  await expect(dialog).toContainText('What this can’t tell');
  await accessible(page, 'report');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save as HTML' }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('fairness-audit-of-loans-csv.html');
  const html = await readFile(await download.path(), 'utf8');
  for (const words of [
    'By sex',
    'sex × area, crossed',
    'What this can’t tell',
    'has fewer than 30 people',
    'is undefined for “x”',
  ])
    expect(html).toContain(words);
  expect(html).not.toMatch(/<script|NaN|https?:/);
  await page.evaluate(() => {
    window.print = () => void (document.body.dataset['printed'] = '1');
  });
  await dialog.getByRole('button', { name: 'Print' }).press('Enter');
  expect(await page.evaluate(() => document.body.dataset['printed'])).toBe('1');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-report-paper] h3')).toBeVisible();
  await expect(page.locator('#root')).toBeHidden();
  await expect(dialog).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Escape');

  // Going on and coming back finds the file as it was left.
  await app.goto('labs/fairness/audit-read');
  await app.goto('labs/fairness/yours-explore');
  await expect(figure(app).getByText('loans.csv')).toBeVisible();

  for (const [name, text, says] of broken) {
    await page.getByRole('button', { name: 'Another file' }).click();
    await choose(name, text);
    if (name === 'words.csv' || name === 'weights.csv') await answer(name);
    await expect(figure(app).getByRole('alert')).toContainText(says);
    await expect(figure(app).getByRole('alert')).toContainText(/Try:/);
    if (name === 'words.csv') await accessible(page, name);
  }

  // Missing cells: said, and left out where that is what one wants.
  await page.getByRole('button', { name: 'Another file' }).click();
  await choose(
    'missing.csv',
    header + repeat('1,1,f,n', 40) + repeat(',1,f,n', 5) + repeat('0,0,m,s', 40),
  );
  await answer();
  await expect(figure(app).getByRole('alert')).toContainText(
    'Row 42, column “label”: the label is missing. The same in 5 cells.',
  );
  await page.getByRole('button', { name: 'Count those rows for selection rates only' }).click();
  await expect(figure(app).getByText(/85 rows, 5 without a label/)).toBeVisible();

  // People without a group are left out, or a group of their own on one press.
  await page.getByRole('button', { name: 'Another file' }).click();
  await choose(
    'blank.csv',
    header + repeat('1,1,f,n', 40) + repeat('1,1,,', 35) + repeat('0,0,m,s', 40),
  );
  await answer();
  await expect(figure(app).getByText(/80 rows, 35 left out/)).toBeVisible();
  await page.getByRole('button', { name: 'Count 35 without a group' }).click();
  await expect(figure(app).getByText(/115 rows · turned out/)).toBeVisible();

  // Nothing to compare is no pass; two hundred groups break nothing.
  const quick = async (name: string, text: string, heading: RegExp) => {
    await page.getByRole('button', { name: 'Another file' }).click();
    await choose(name, text);
    if (text.startsWith(header)) await answer();
    await expect(figure(app).getByRole('heading', { name: heading })).toBeVisible();
    await expect(figure(app)).not.toContainText(/NaN|Infinity/);
  };
  await quick(
    'one.csv',
    header + repeat('1,1,f,n', 40) + repeat('0,0,f,n', 40),
    /One group in “sex”: there is nothing to compare/,
  );
  await expect(figure(app).getByText('four-fifths: not defined')).toBeVisible();
  await quick(
    'nobody.csv',
    header + repeat('1,0,f,n', 40) + repeat('0,0,m,s', 40),
    /Nobody is selected/,
  );
  await expect(figure(app).getByText('four-fifths: not defined')).toBeVisible();
  await quick(
    'towns.csv',
    `label,prediction,town\n${Array.from({ length: 6_200 }, (_, i) => `${i % 2},${i % 3 === 0 ? 1 : 0},t${i % 200}`).join('\n')}\n`,
    /in 100 of “t\d+” are selected|of every group/,
  );
  await expect(figure(app).getByText(/^19\d more in the table$/)).toBeVisible();

  // Scores get a threshold; what a question leaves open is asked.
  await quick(
    'scores.csv',
    `label,score,sex\n${repeat('1,0.9,f', 45)}${repeat('0,0.3,f', 5)}${repeat('0,0.3,m', 35)}${repeat('1,0.7,m', 15)}`,
    /30 in 100 of “m” are selected, 90 of “f”/,
  );
  await tabTo(page, figure(app).getByRole('slider', { name: 'Selected from' }));
  await page.keyboard.press('Home');
  await expect(
    figure(app).getByRole('heading', {
      name: '100 in 100 of every group are selected; a gap of up to 7 could hide',
    }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Columns' }).click();
  await expect(figure(app).getByRole('combobox', { name: 'What was decided' })).toHaveValue(
    'score',
  );
  await accessible(page, 'columns');
  await page.getByRole('button', { name: 'Another file' }).click();
  await page.getByRole('button', { name: 'Try the lender’s own decisions' }).press('Enter');
  await expect(
    figure(app).getByRole('heading', { name: /of “minority” are selected/ }),
  ).toBeVisible({ timeout: patience });

  // Only this program's own files were asked for: what was audited went nowhere.
  expect(
    asked.filter((url) => !url.startsWith(new URL(page.url()).origin) && !url.startsWith('blob:')),
  ).toEqual([]);
  expect(JSON.stringify(await app.ask('run.list', { lab: 'fairness' }))).not.toContain('loans.csv');

  for (const [id, ready] of [
    ['yours-check', 'radio'],
    ['yours-reflect', 'textbox'],
    ['yours-read', 'heading'],
  ] as const) {
    await app.goto(`labs/fairness/${id}`);
    await expect(story(app).getByRole(ready).first()).toBeVisible();
    if (id === 'yours-check') await answerCheck(app, 'Hardly anything: five people are too few');
    await accessible(page, id);
  }
});
