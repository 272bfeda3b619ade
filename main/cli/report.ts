import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { catalog } from '../compute/catalog.ts';
import { LecternError } from '../contract/errors.ts';
import { whileTicking } from '../setup/report.ts';
import { checkWritable } from './lab-files.ts';
import { outFolder, saveFile } from './files/out-folder.ts';
import { whyNoNotebook } from './files/why-no-notebook.ts';
import { printPdf } from './pages/print-pdf.ts';
import { withLecture } from './pages/with-lecture.ts';
import { chosenNames, parseCommand, UsageError } from './usage.ts';

const help = `npm run report -- notebook.jsonl [--out DIR] [--labs latency,fairness] [--all]
  notebook.jsonl  a whole notebook, as the app saves it
  --out DIR       where the two files are written (the current folder otherwise)
  --labs a,b      only these labs
  --all           also numbers that answer questions which are still open`;

/** Longer than the largest notebook takes to be read and laid out on a slow computer (milliseconds). */
const patience = 300_000;

const otherwise = 'In the app, the report’s own room saves and prints the same.';

/** Writes a notebook's report as one HTML and one PDF file, in a browser and with a data folder of its own. Returns the exit code. */
export async function report(args: string[], root: string): Promise<number> {
  const options = {
    out: { type: 'string', default: '.' },
    labs: { type: 'string' },
    all: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values, positionals } = parseCommand({ args, allowPositionals: true, options }, help);
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [notebook, ...more] = positionals;
  if (notebook === undefined || more.length > 0)
    throw new UsageError(`report takes one notebook.\n${help}`);
  if (
    !(await stat(notebook).then(
      (found) => found.isFile(),
      () => false,
    ))
  )
    throw new UsageError(`There is no file "${notebook}". Nothing was written.`);
  const labs = chosenNames(values.labs, catalog.ids(), '--labs');
  const folder = await outFolder(values.out);
  const why = await whyNoNotebook(notebook);
  if (why !== null) throw refuse(`${notebook} ${why}.`);
  await checkWritable(
    join(folder, 'lectern-report.html'),
    'Nothing was written.',
    'Name another folder with --out.',
  );
  const query = new URLSearchParams({
    ...(labs !== null && { labs: labs.join(',') }),
    ...(values.all ? { numbers: 'all' } : {}),
  });

  await withLecture({ root, otherwise }, async (page, address, progress) => {
    const ticking = <T>(what: string, act: Promise<T>) =>
      whileTicking(act, (seconds) => progress.doing(what, `${seconds} s`));
    const said = await ticking('Reading the notebook', take(page, address, resolve(notebook)));
    const { html, name } = await ticking(
      'Laying out the report',
      layOut(page, `${address}#/report?${query.toString()}`),
    );
    const pdf = await printPdf(page, patience);
    progress.done();
    console.log(said);
    for (const [extension, content] of [
      ['html', html],
      ['pdf', pdf],
    ] as const) {
      const path = join(folder, `${name}.${extension}`);
      await saveFile(path, content);
      console.log(path);
    }
  });
  return 0;
}

/** Hands the file to the notebook's own import. Resolves to what that says of it; throws where nothing could be taken in. */
async function take(page: Page, address: string, notebook: string): Promise<string> {
  await page.goto('about:blank');
  await page.goto(`${address}#/notebook`);
  await page.locator('input[type=file]').setInputFiles(notebook);
  const outcome = page
    .getByRole('status')
    .filter({ has: page.getByRole('button', { name: 'Dismiss' }) });
  await outcome.waitFor({ timeout: patience });
  const said = (await outcome.innerText()).trim();
  if (/^(Nothing|0 runs)/.test(said)) throw refuse(said);
  return said;
}

const refuse = (what: string) =>
  new LecternError({
    code: 'bad-file',
    what,
    safe: 'The file is unchanged and nothing was written.',
    next: 'Name a notebook that the app saved (.jsonl).',
  });

/** Opens the report's room, waits for its figures and takes the file that its button saves. */
async function layOut(page: Page, address: string): Promise<{ html: string; name: string }> {
  await page.goto('about:blank');
  await page.goto(address);
  const ready = page.locator('[data-pages][data-ready]');
  const nothing = page.getByRole('heading', { name: /^(Nothing to report yet|No lab is chosen)$/ });
  await ready.or(nothing).waitFor({ timeout: patience });
  if (await nothing.isVisible())
    throw new LecternError({
      code: 'bad-file',
      what: 'There is nothing in this notebook that a report could say of these labs.',
      safe: 'Nothing was written.',
      next: 'Leave --labs out, or name another notebook.',
    });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as HTML' }).click(),
  ]);
  return {
    html: await readFile(await file.path(), 'utf8'),
    name: file.suggestedFilename().replace(/\.html$/, ''),
  };
}
