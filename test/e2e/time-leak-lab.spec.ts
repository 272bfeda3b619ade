import AxeBuilder from '@axe-core/playwright';
import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type App } from './fixtures.ts';
import { patience } from './patience.ts';
import { accessible } from './keyboard.ts';
import { bar, cardsOf, figure, ready, run } from './lab-page.ts';

interface Card {
  status: string;
  complete: boolean;
  measured: unknown;
  parameters: Record<string, unknown>;
  prediction: { step: string; value: number | string } | null;
  result: {
    scores: { features: string; model: string; split: string; auc: number }[];
    splits: { split: string; auc: number }[];
    sweep: unknown[];
  };
}

const heading = (app: App, name: string | RegExp) =>
  expect(figure(app).getByRole('heading', { name })).toBeVisible({ timeout: patience });

const cards = (app: App) => cardsOf<Card>(app, 'time-leak');

/** Types a prediction and locks it. */
async function predict(app: App, name: RegExp, value: string) {
  await app.page.getByRole('textbox', { name }).fill(value);
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByText('Your prediction, locked')).toBeVisible();
}

const next = (app: App) => app.page.keyboard.press(']');
const at = (app: App, step: string) => expect(app.page).toHaveURL(new RegExp(`time-leak/${step}`));

async function noViolations(app: App, what: string) {
  const { violations } = await new AxeBuilder({ page: app.page }).analyze();
  expect(
    violations.map((violation) => `${what}: ${violation.id} ${violation.nodes[0]?.html}`),
  ).toEqual([]);
}

test('six rows: chosen by keyboard, locked, each with its reason', async ({ app }) => {
  const { page } = app;
  await app.goto('labs/time-leak/six-rows');
  await at(app, 'six-rows-read');
  await next(app);
  await at(app, 'six-rows-explore');
  await expect(page.getByRole('button', { name: 'Lock my answer' })).toBeDisabled();
  for (const row of ['2:00', '3:00', '5:00', '6:00']) {
    await page.getByRole('checkbox', { name: `The row of ${row}` }).focus();
    await page.keyboard.press('Space');
  }
  await expect(figure(app)).not.toContainText('A leak');
  await page.getByRole('button', { name: 'Lock my answer' }).focus();
  await page.keyboard.press('Enter');
  await heading(app, /did not exist at 5:00/);
  await expect(figure(app)).toContainText(/A leak: not written until 6:10.*nobody could know 42/);
  await expect(figure(app)).toContainText(/A leak: not written until 5:10.*very visit/);
  await expect(figure(app)).toContainText(/Left out, but there at 3:40.*21 stood/);
  await page.getByRole('button', { name: 'Start again' }).click();
  for (const row of ['2:00', '3:00', '3:30'])
    await page.getByRole('checkbox', { name: `The row of ${row}` }).check();
  await page.getByRole('button', { name: 'Lock my answer' }).click();
  await heading(app, /nothing else: right/);
});

test('the story from the split to drift: each prediction is locked before its result is seen', async ({
  app,
}) => {
  test.skip(!app.host, 'Reads the run cards over the web host’s socket.');
  const { page } = app;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await app.goto('labs/time-leak/split');
  await at(app, 'split-read');
  await next(app);
  await at(app, 'split-predict');
  await predict(app, /AUC is higher/, '0.02');
  await next(app);
  const took = await run(app);
  console.log(`first run ${(took / 1000).toFixed(1)} s (goal 10)`);
  await expect(page.getByText('What happened')).toBeVisible();
  await heading(app, /random split says 0\.\d\d; in order of time the same model has/);
  const [card] = await cards(app);
  expect(card).toMatchObject({
    status: 'finished',
    complete: true,
    measured: null,
    prediction: { step: 'split-predict', value: 0.02 },
  });
  expect(card!.result.scores).toHaveLength(24);

  await next(app);
  await at(app, 'split-explore');
  const line = figure(app).getByRole('slider');
  await line.focus();
  await page.keyboard.press('End');
  await expect(line).toHaveAttribute('aria-valuetext', /User \d+, day/);
  await page.getByRole('radio', { name: 'gap', exact: true }).focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/split=gap/);
  await next(app);
  await at(app, 'split-check');
  const truth = card!.result.splits.find((row) => row.split === 'chronological')!.auc;
  await page
    .getByRole('textbox', { name: /wrong way round/ })
    .fill(String((100 * (1 - truth) + 10).toFixed(0)));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Not yet.')).toBeVisible();
  await page.getByRole('textbox', { name: /wrong way round/ }).fill((100 * (1 - truth)).toFixed(0));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Right:/)).toBeVisible();

  // The run is there, but this part's question is open: its answer stays hidden.
  await app.goto('labs/time-leak/leak-predict');
  await heading(app, 'Which of four models would you ship?');
  await expect(figure(app)).not.toContainText('0.85');
  await predict(app, /user mean has an AUC of/, '0.8');
  await next(app);
  await run(app);
  await heading(app, /User mean: 0\.\d\d offline, live 0\.6\d/);
  await expect(figure(app)).toContainText('you said 0.80');
  await page.getByRole('radio', { name: 'Timeline', exact: true }).click();
  await heading(app, /of the values it uses were not known yet/);

  await app.goto('labs/time-leak/join-predict');
  await heading(app, 'Which value does a join find?');
  await predict(app, /joined by event time/, '5');
  await next(app);
  await run(app);
  await heading(app, /By event time, \d+ % of the rows use a label/);
  await app.goto('labs/time-leak/drift-predict');
  await page.getByRole('radio', { name: 'all', exact: true }).click();
  await page.getByRole('button', { name: 'Lock it' }).click();
  await next(app);
  await run(app);
  await heading(app, /Retrained every 7 days on the last 30: 0\.7\d; never: 0\.\d\d/);
  await next(app);
  await page.getByRole('radio', { name: 'How often', exact: true }).click();
  await heading(app, /8 retrainings bring/);
  await page.getByRole('slider', { name: /Retrain every/ }).focus();
  await page.keyboard.press('End');
  await expect(page).toHaveURL(/retrainEveryDays=60/);
  await heading(app, /One training brings/);
  expect(await cards(app)).toHaveLength(4);
});

test('a stopped run keeps what it had, and the next one starts anew @full', async ({ app }) => {
  test.skip(!app.host, 'Reads the run cards over the web host’s socket.');
  const { page } = app;
  await app.goto('labs/time-leak/leak-run?worlds=10');
  await page.getByRole('button', { name: 'Show without a prediction' }).click();
  await ready(app);
  await page.keyboard.press('r');
  await heading(app, /live 0\.6\d/);
  await bar(app).getByRole('button', { name: /Stop/ }).click();
  await expect(bar(app)).toHaveAttribute('data-state', 'stopped', { timeout: patience });
  await heading(app, /live 0\.6\d/);
  const [card] = await cards(app);
  expect(card).toMatchObject({ status: 'stopped', complete: false });
  expect(
    card!.result.scores.some(({ split }) => split === 'live'),
    'the score that was on screen when it was stopped',
  ).toBe(true);
  await app.goto('labs/time-leak/leak-run?preset=the-slide&worlds=1');
  await run(app);
  expect((await cards(app)).at(-1)).toMatchObject({ status: 'finished', complete: true });
});

const head = 'at,user_id,spend,refunds,refunds_at,churned\n';
const rows = Array.from(
  { length: 600 },
  (_, i) =>
    `2024-0${1 + Math.floor(i / 100)}-${String(1 + (i % 28)).padStart(2, '0')} ` +
    `10:00,u${i % 40},${(i * 37) % 101},${i % 4 === 0 ? 2 : 0},2024-0${1 + Math.floor(i / 100)}` +
    `-${String(1 + (i % 28)).padStart(2, '0')} ${i % 3 ? '18' : '07'}` +
    `:00,${i % 4 === 0 ? 1 : 0}`,
).join('\n');

test('one’s own table: bad files are named for what they are, a good one gets its report, and nothing leaves', async ({
  app,
}) => {
  const { page } = app;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await app.goto('labs/time-leak/your-table');
  const input = page.getByLabel('CSV file');
  const bad: [name: string, content: string | Buffer, said: RegExp][] = [
    ['empty.csv', '', /empty/],
    ['header.csv', head, /no row follows/],
    ['binary.csv', Buffer.from([1, 2, 0, 3]), /not text/],
    [
      'wide.csv',
      `${Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',')}\n1\n`,
      /10,000 columns/,
    ],
    ['short.csv', `${head}2024-01-01,u1,5\n`, /Row 2 has 3 cells, the header has 6/],
  ];
  for (const [name, content, said] of bad) {
    const path = join(app.home, name);
    await writeFile(path, content);
    await input.setInputFiles(path);
    await expect(figure(app).getByRole('alert')).toContainText(said);
    await page.getByRole('button', { name: 'Choose another file' }).click();
  }
  // 300 MB of nothing: refused by its size, before anything of it is read.
  await writeFile(join(app.home, 'large.csv'), head);
  await truncate(join(app.home, 'large.csv'), 300_000_000);
  await input.setInputFiles(join(app.home, 'large.csv'));
  await expect(figure(app).getByRole('alert')).toContainText('300 MB; at most 200 MB');
  await page.getByRole('button', { name: 'Choose another file' }).click();
  const look = page.getByRole('button', { name: 'Look for leaks' });
  const late: [name: string, content: string, said: RegExp][] = [
    [
      'mixed.csv',
      `${head}${rows}\n`
        .replace('2024-06-10 10:00', '10/06/2024 10:00')
        .replace(/(2024-0[1-5].*\n)+/, (all) => all.repeat(3)),
      /Column “at” holds no times.*written in more than one way: “10\/06\/2024 10:00” in row [\d,]+/,
    ],
    [
      'three.csv',
      `${head}${`${rows}\n`.repeat(2)}2024-06-20 10:00,u1,5,0,2024-06-20 11:00,maybe\n`,
      /Row 1,202, column “churned”: “maybe” is a third value/,
    ],
  ];
  for (const [name, content, said] of late) {
    await writeFile(join(app.home, name), content);
    await input.setInputFiles(join(app.home, name));
    // What is no time and what has three values is not taken for one: it has to be said.
    await expect(page.getByRole('list', { name: 'To be answered' })).toBeVisible();
    await page.getByLabel('Time of the event').selectOption('at');
    await page.getByRole('combobox', { name: 'Label', exact: true }).selectOption('churned');
    await look.click();
    await expect(figure(app).getByRole('alert')).toContainText(said);
    await page.getByRole('button', { name: 'Choose another file' }).click();
  }

  // Dropped instead of chosen.
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(
      new File(['date,y,x\n03/04/2024,0,1\n05/06/2024,1,2\n'], 'unclear.csv', { type: 'text/csv' }),
    );
    return data;
  });
  await figure(app)
    .getByText('Drop a CSV file here')
    .dispatchEvent('drop', { dataTransfer: dropped });
  await expect(figure(app)).toContainText('is the day first, or the month?');
  await expect(look).toBeDisabled();
  await noViolations(app, 'a question');
  await page.getByRole('button', { name: 'day/month', exact: true }).click();
  await expect(look).toBeEnabled();
  await page.getByRole('button', { name: 'Another file' }).click();

  await writeFile(
    join(app.home, 'good.csv'),
    `\ufeff${head.replace('\n', '\r\n')}${rows.replaceAll('\n', '\r\n')}\r\n`,
  );
  await input.setInputFiles(join(app.home, 'good.csv'));
  await expect(page.getByLabel('When refunds was written')).toHaveValue('refunds_at');
  await noViolations(app, 'mapping');
  await look.click();
  await heading(app, /good\.csv: one thing that nobody could know/);
  await expect(figure(app)).toContainText(
    /refunds: 400 of 600 values were written after their row \(67 %\)/,
  );
  await figure(app)
    .getByRole('button', { name: /Show 8 rows/ })
    .first()
    .click();
  await expect(figure(app)).toContainText(/row \d+.*written 8\.0 h after the row/);
  await noViolations(app, 'report');
  await page.getByRole('button', { name: 'Another file' }).click();
  await expect(figure(app)).toContainText(/Read last: good\.csv/);
  expect(errors).toEqual([]);
  expect(
    asked.filter((url) => !url.startsWith('blob:') && new URL(url).hostname !== '127.0.0.1'),
  ).toEqual([]);
});

test('axe finds nothing on any step, light and dark @sweep', async ({ app }) => {
  const { page } = app;
  await app.goto('labs/time-leak/leak-run');
  await page.getByRole('button', { name: 'Show without a prediction' }).click();
  await run(app);
  for (const step of [
    'six-rows-explore',
    'split-predict',
    'split-explore',
    'leak-explore',
    'join-explore',
    'drift-explore',
    'your-table-read',
  ]) {
    await app.goto(`labs/time-leak/${step}`);
    await at(app, step);
    const skip = page.getByRole('button', { name: 'Show without a prediction' });
    if (step.endsWith('explore') && (await skip.count()) > 0) await skip.click();
    await accessible(page, step);
  }
});
