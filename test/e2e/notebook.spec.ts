import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type App } from './fixtures.ts';
import { patience } from './patience.ts';
import { startHost } from './host-process.ts';
import { accessible, tabTo } from './keyboard.ts';

interface Row {
  id: string;
  number: number;
}

/** Locks a prediction and runs the lab, as its window does; the notebook is what is tested here. */
async function predictAndRun(app: App, seed: number, parameters: object): Promise<string> {
  const prediction = {
    step: 'measure-predict',
    question: 'How many times as long?',
    value: 4,
    unit: '×',
    lockedAt: new Date().toISOString(),
  };
  const { id } = await app.ask<Row>('run.start', {
    lab: 'latency',
    parameters,
    seed,
    preset: null,
    prediction,
    measuredFrom: null,
  });
  await expect(async () =>
    expect((await app.ask<{ status: string }>('run.get', { run: id })).status).toBe('finished'),
  ).toPass({ timeout: patience });
  return id;
}

test('the notebook: name, note, star, search, compare, delete and undo, export, import, and all there after a restart', async ({
  app,
  browserUnderTest,
}) => {
  test.skip(!app.host, 'Asks the web host and restarts it.');
  const { page } = app;
  await app.goto('notebook');
  await expect(
    page.getByRole('heading', { name: 'Your predictions will meet their results here' }),
  ).toBeVisible();
  await accessible(page, 'an empty notebook');

  const first = await predictAndRun(app, 7, {});
  // Not what the question is about: it judges nothing.
  await predictAndRun(app, 8, { maxBatch: 16, epochs: 1, replications: 3 });
  const list = page.getByRole('table').first();
  await expect(list.getByRole('row')).toHaveCount(3);
  await expect(list.getByRole('row').nth(2)).toContainText(/4.*×/);
  await expect(list.getByRole('row').nth(1)).toContainText(/4.*other settings/);

  // The first run by keyboard: Down from the newest, Enter, then a name and a note.
  await tabTo(page, list.locator('[data-row]').first());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(first));
  const card = page.getByRole('article');
  await expect(card.getByRole('region', { name: 'What you said' })).toContainText(
    /You said4×.*It was/,
  );
  await expect(card.getByRole('img', { name: /^loss, large\. This run: from/ })).toBeVisible();
  // Four parts still ask: their answers wait until the learner wants to see them all the same.
  await expect(card.getByText(/still ask what you expect/)).toBeVisible();
  await card.getByRole('button', { name: 'Show them' }).click();
  await expect(card.getByRole('region', { name: 'Result' })).toContainText('AUC');
  await card.getByRole('textbox', { name: 'Name of this run' }).fill('One by one');
  await page.keyboard.press('Enter');
  await card
    .getByRole('textbox', { name: 'Your note' })
    .fill('<img src=x onerror=alert(1)> the zebra');
  await card.getByRole('button', { name: 'Star this run' }).click();
  await expect(list).toContainText('One by one');
  await accessible(page, 'a card');

  await page.getByRole('searchbox').fill('zebra');
  await expect(list.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(list.getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: 'Starred only' }).click();
  await expect(list.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Show all' }).click();

  await page.getByLabel('Compare run 1').check();
  await page.getByLabel('Compare run 2').check();
  const side = page.getByRole('region', { name: 'Runs side by side' });
  await expect(side.getByRole('row', { name: /^Largest batch 1/ })).toContainText(/1\s*16\s*\+15/);
  await accessible(page, 'two runs compared');
  await page.getByRole('button', { name: 'Clear' }).click();

  // Out to a file, gone, back by Undo.
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    card.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  const exported = await readFile(await file.path(), 'utf8');
  await card.getByRole('button', { name: 'Delete' }).click();
  await expect(list.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(list.getByRole('row')).toHaveCount(3);

  // In again: the same card, one changed by hand, and what is none.
  const forged = JSON.parse(exported) as { seed: number };
  forged.seed = 4_000_000_000;
  const files = {
    'same.json': exported,
    'forged.json': JSON.stringify(forged),
    'cut.json': exported.slice(0, 900),
    '..%2Fevil.json': '{"format":"lectern-run","formatVersion":9}',
  };
  const paths = await Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      const path = join(app.home, name);
      await writeFile(path, text);
      return path;
    }),
  );
  await page.locator('input[type=file]').setInputFiles(paths);
  const outcome = page.getByRole('status').filter({ hasText: 'already here' });
  await expect(outcome).toContainText('1 run kept as a copy');
  await expect(outcome).toContainText('the hash does not fit');
  await expect(outcome).toContainText('2 not taken in');
  await expect(outcome).toContainText('newer version');
  await expect(card).toContainText('changed after it was written');
  await expect(list.getByRole('row')).toHaveCount(4);
  await outcome.getByRole('button', { name: 'Dismiss' }).click();

  // The whole notebook as one file, into the empty one of another computer.
  const [book] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export all' }).click(),
  ]);
  const lines = (await readFile(await book.path(), 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(7);
  expect(JSON.parse(lines[2]!)).toMatchObject({
    kind: 'exercises',
    labs: expect.arrayContaining([expect.objectContaining({ lab: 'latency' })]),
  });

  await page.waitForTimeout(500);
  await app.host!.stop();
  const again = await startHost({ home: app.home });
  const fresh = await browserUnderTest!.newPage();
  await fresh.goto(again.url);
  await fresh.locator('.reveal.ready section.present').waitFor();
  await fresh.evaluate(() => void (location.hash = '#/notebook'));
  const rows = fresh.getByRole('table').first();
  await expect(rows.getByRole('row')).toHaveCount(4);
  await expect(rows).toContainText('One by one');
  await rows.getByRole('button', { name: /One by one/ }).click();
  await expect(fresh.getByRole('textbox', { name: 'Your note' })).toHaveValue(
    '<img src=x onerror=alert(1)> the zebra',
  );
  await expect(fresh.locator('img')).toHaveCount(0);
  await fresh.close();
  expect(await again.stop()).toBe(0);

  const other = await startHost();
  const there = await browserUnderTest!.newPage();
  await there.goto(other.url);
  await there.locator('.reveal.ready section.present').waitFor();
  await there.evaluate(() => void (location.hash = '#/notebook'));
  await there.locator('input[type=file]').setInputFiles({
    name: 'cut-book.jsonl',
    mimeType: 'application/jsonl',
    buffer: Buffer.from(lines.slice(0, 5).join('\n') + lines[5]!.slice(0, 300)),
  });
  await expect(there.getByRole('status').filter({ hasText: 'imported' })).toContainText(
    'cut short',
  );
  await there.locator('input[type=file]').setInputFiles({
    name: 'book.jsonl',
    mimeType: 'application/jsonl',
    buffer: Buffer.from(lines.join('\n')),
  });
  await expect(there.getByRole('table').first().getByRole('row')).toHaveCount(4);
  await expect(there.getByRole('table').first()).toContainText('One by one');

  // Somebody else's until the learner says that they are their own: all of them (but not the one
  // that was changed), or one. Each can be taken back.
  await there.getByRole('button', { name: 'They are my own' }).press('Enter');
  await expect(
    there.getByRole('status').filter({ hasText: '2 runs count as yours now' }),
  ).toBeVisible();
  await expect(there.getByRole('button', { name: 'Undo' })).toBeFocused();
  await there.getByRole('button', { name: /One by one/ }).click();
  await expect(there.getByRole('article')).toContainText(
    'Your own, from another computer; it was run 1 there.',
  );
  await there.getByRole('button', { name: 'It is not mine' }).press('Enter');
  await expect(there.getByRole('button', { name: 'It is my own' })).toBeFocused();
  await there.evaluate(() => void (location.hash = '#/slides/recap'));
  await expect(there.locator('section.present[data-slide=recap]')).toContainText('run 2');
  await there.close();
  expect(await other.stop()).toBe(0);
});
