import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { lab as timeLeak } from '../../labs/time-leak/lab.ts';
import type { RunCard } from '../../main/contract/run.ts';
import { filePolicy } from '../../renderer/features/report/file/report-html.ts';
import { expect, test, type App } from './fixtures.ts';
import { patience } from './patience.ts';
import { root } from './host-process.ts';
import { accessible } from './keyboard.ts';
import { expectSize, mm, pageSizes } from './pdf.ts';

const name = 'Ada <b onmouseover=alert(1)>Lovelace</b>, ../../etc';
const words = '</p></style><script>alert(1)</script>\nA queue is <i>not</i> a buffer.';

/** Says what it expects of a lab, as its window does, and runs it. */
async function predictAndRun(
  app: App,
  lab: string,
  step: string,
  value: number,
  parameters: object,
): Promise<RunCard> {
  const learner = await app.ask<{
    labs: Record<string, { predictions: Record<string, { lockedAt: string }> }>;
  }>('learner.change', { kind: 'predict', lab, step, value, confidence: 0.7 });
  const prediction = {
    step,
    question: 'Asked here',
    value,
    unit: '',
    lockedAt: learner.labs[lab]!.predictions[step]!.lockedAt,
    confidence: 0.7,
  };
  const { id } = await app.ask<{ id: string }>('run.start', {
    lab,
    parameters,
    seed: 3,
    preset: null,
    prediction,
    measuredFrom: null,
  });
  await expect(async () =>
    expect((await app.ask<{ status: string }>('run.get', { run: id })).status).toBe('finished'),
  ).toPass({ timeout: patience, intervals: [200] });
  return app.ask<RunCard>('run.get', { run: id });
}

const save = async (page: Page, button: string) => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: file.suggestedFilename(), path: await file.path() };
};
const readable = (page: Page) =>
  page
    .locator('[data-report]')
    .evaluate((article) => (article as HTMLElement).innerText.replace(/\s+/g, ' '));

test('hand-in and grading: the main button makes the file, with a plain name in its own, and HTML can be graded too', async ({
  app,
}, testInfo) => {
  test.skip(!app.host, 'Asks the web host.');
  const { page } = app;
  await app.ask('learner.change', { kind: 'who', who: { name: 'José Pérez', course: 'ML' } });
  const reflect = { kind: 'reflect', lab: 'latency', step: 'queue-reflect' };
  await app.ask('learner.change', { ...reflect, text: 'Idle time keeps a queue short.' });
  await app.goto('report');
  await expect(page.locator('[data-pages][data-ready]')).toBeVisible();
  const folder = testInfo.outputPath('handed-in');
  for (const [button, name] of [
    ['Save file to hand in', /^lectern-notebook-jose-perez-\d{4}-\d\d-\d\d\.jsonl$/],
    ['Save as HTML', /^lectern-report-jose-perez\.html$/],
  ] as const) {
    const file = await save(page, button);
    expect(file.name).toMatch(name);
    await mkdir(folder, { recursive: true });
    await copyFile(file.path, join(folder, file.name));
  }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['main/cli/lectern.mjs', 'grade', folder],
    { cwd: root, env: process.env },
  );
  expect(stdout).toMatch(/^2 files of 1 student, 0 runs\./);
  const feedback = await readFile(join(folder, 'feedback/jose-perez.html'), 'utf8');
  expect(feedback).toContain('Idle time keeps a queue short.');
});

test('the report: name, pin, one HTML file that needs nothing and runs nothing, and paper @sweep', async ({
  app,
  browserUnderTest,
}, testInfo) => {
  test.skip(!app.host, 'Asks the web host and prints with its browser.');
  const { page } = app;
  await app.goto('report');
  await expect(page.getByRole('heading', { name: 'Nothing to report yet' })).toBeVisible();

  const card = await predictAndRun(app, 'time-leak', 'leak-predict', 0.65, {
    features: 'mean',
    split: 'chronological',
  });
  const other = await predictAndRun(app, 'time-leak', 'split-predict', 0.05, {
    features: 'honest',
    split: 'random',
  });
  await app.ask('run.pin', { run: card.id, pinned: true });
  await app.ask('learner.change', {
    kind: 'reflect',
    lab: 'time-leak',
    step: 'leak-reflect',
    text: words,
  });
  await app.ask('learner.change', {
    kind: 'reflect',
    lab: 'latency',
    step: 'queue-reflect',
    text: 'Idle time is what keeps a queue short.',
  });
  await app.ask('learner.change', {
    kind: 'check',
    lab: 'time-leak',
    step: 'leak-check',
    state: { tries: 2, passed: true, hints: 1, answer: 'others' },
  });

  // Both labs stand there; what would answer questions that are still open waits until it is asked for.
  const sheet = page.locator('[data-report]');
  await expect(sheet.locator('[data-figure="leak"]')).toBeVisible();
  await expect(sheet).toContainText('No name given');
  await expect(sheet).toContainText('Idle time is what keeps a queue short.');
  await expect(sheet).toContainText('No run was made in this lab.');
  await expect(sheet).toContainText(
    '2 runs were made. The one that is pinned or starred stands here.',
  );
  await expect(sheet).not.toContainText(other.hash);
  await expect(sheet).toContainText('tables of numbers that may answer a question are left out');
  await page.getByRole('checkbox', { name: /Also numbers/ }).check();
  await expect(sheet.getByRole('table', { name: `What run ${card.number} found` })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Latency vs conversion' }).uncheck();
  await expect(page).toHaveURL(/#\/report\?labs=time-leak&numbers=all$/);
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'Course' }).fill('CS 329S');
  await expect(sheet).toContainText(name);
  await expect(async () =>
    expect(JSON.parse(await readFile(join(app.home, 'learner.json'), 'utf8'))).toMatchObject({
      who: { name, course: 'CS 329S' },
    }),
  ).toPass();
  await accessible(page, 'the report');

  // The file: no script, nothing from elsewhere, and the numbers of the run's card.
  await expect(page.locator('[data-pages][data-ready]')).toBeVisible();
  const file = await save(page, 'Save as HTML');
  expect(file.name).toBe('lectern-report-ada-b-onmouseover-alert-1-lovelace-b-etc.html');
  const html = await readFile(file.path, 'utf8');
  const saved = testInfo.outputPath('report.html');
  await copyFile(file.path, saved);
  // Fonts lie inside it; what is left is looked through for anything that runs or leads elsewhere.
  const text = html
    .replace(/url\(data:font\/woff2;base64,[^)]+\)/g, '')
    .replaceAll('lectern://', '');
  expect(html.includes(`<meta http-equiv="Content-Security-Policy" content="${filePolicy}">`)).toBe(
    true,
  );
  expect(
    text.match(
      /<(script|iframe|object|embed|link|base|form|button|input|a)\b|\son[a-z]+="|javascript:/gi,
    ),
  ).toBeNull();
  expect(
    text.match(
      /(https?:)?\/\/[a-z0-9].{0,40}|(href|src)="(?!data:).{0,40}|url\(.{0,40}|@import.{0,40}/gi,
    ),
  ).toBeNull();

  const context = await browserUnderTest!.newContext({ javaScriptEnabled: false });
  const asked: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith('data:')) asked.push(request.url());
  });
  const still = await context.newPage();
  await still.goto(pathToFileURL(saved).href);
  const article = still.locator('[data-report]');
  await expect(article).toContainText(name);
  await expect(article).toContainText('<script>alert(1)</script>');
  await expect(article).toContainText(card.hash);
  await expect(article).toContainText('after');
  await expect(article.locator('[data-figure="leak"] svg').first()).toBeVisible();
  const table = article.getByRole('table', { name: `What run ${card.number} found` });
  const [head, ...rows] = timeLeak.summary(card.result as never);
  await expect(table.getByRole('columnheader')).toHaveText(head!);
  for (const [i, row] of rows.slice(0, 10).entries())
    await expect(
      table
        .getByRole('row')
        .nth(i + 1)
        .locator('th, td'),
    ).toHaveText(row);
  expect(asked).toEqual([pathToFileURL(saved).href]);

  // On paper: the printer's size, none cut short.
  const pages = pageSizes(
    await still.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true }),
  );
  expect(pages.length).toBeGreaterThan(1);
  expectSize(pages, 210 * mm, 297 * mm);
  expectSize(
    pageSizes(
      await still.pdf({ format: 'Letter', preferCSSPageSize: true, printBackground: true }),
    ),
    215.9 * mm,
    279.4 * mm,
  );
  await context.close();

  // What stands in the preview stands in the file, and it can be read with a screen reader.
  const plain = await browserUnderTest!.newContext();
  const opened = await plain.newPage();
  await opened.goto(pathToFileURL(saved).href);
  expect(await readable(opened)).toBe(await readable(page));
  await accessible(opened, 'the HTML file');
  await plain.close();

  // The other files: the browser's own printing, and the notebook.
  await page.evaluate(
    () => void (window.print = () => document.body.setAttribute('data-printed', '')),
  );
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', '');
  const notebook = await save(page, 'Save file to hand in');
  expect(
    (await readFile(notebook.path, 'utf8'))
      .split('\n')
      .filter((line) => line.startsWith('{"kind":"run"')),
  ).toHaveLength(2);

  // The same from the notebook's file, without the app: its pins are in it, and the runs are the same.
  const folder = testInfo.outputPath();
  await copyFile(notebook.path, join(folder, 'notebook.jsonl'));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      'main/cli/lectern.mjs',
      'report',
      join(folder, 'notebook.jsonl'),
      '--out',
      folder,
      '--labs',
      'time-leak',
      '--all',
    ],
    { cwd: root, env: process.env },
  );
  expect(stdout).toContain('2 runs imported');
  const again = join(folder, file.name);
  expect(stdout).toContain(again);
  const bare = (text: string) =>
    text.slice(text.indexOf('<main>')).replace(/<dd>24[^<]*|id="[^"]*"|="_r_[^"]*"/g, '');
  expect(bare(await readFile(again, 'utf8')) === bare(html), 'the same report, word for word').toBe(
    true,
  );
  const printed = pageSizes(await readFile(again.replace(/html$/, 'pdf')));
  expect(printed.length, 'the room prints the same pages as the file').toBe(pages.length);
  expectSize(printed, 210 * mm, 297 * mm);
});
