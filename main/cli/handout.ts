import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { whileTicking, type Report } from '../setup/report.ts';
import { checkWritable } from './lab-files.ts';
import { outFolder, saveFile } from './files/out-folder.ts';
import { printPdf } from './pages/print-pdf.ts';
import { withLecture } from './pages/with-lecture.ts';
import { parseCommand, UsageError } from './usage.ts';

const help = `npm run handout -- [--out DIR] [--steps] [--per 2|3|6] [--answers]
  --out DIR  where slides.pdf and notes.pdf are written (the current folder otherwise)
  --steps    in slides.pdf a page for every step instead of one for every slide
  --per N    in slides.pdf so many slides on a page of A4: 2, 3 with lines to write on, or 6
  --answers  prints the answers of what the slides ask, too`;

/** Longer than any lecture takes to be laid out on a slow computer (milliseconds). */
const patience = 120_000;

const otherwise = 'In the app, “Pages for paper” in the reading view prints the same pages.';

/** Writes the lecture as two PDF files: its slides, and its slides with their notes. Returns the exit code. */
export async function handout(args: string[], root: string): Promise<number> {
  const { values } = parseCommand(
    {
      args,
      options: {
        out: { type: 'string', default: '.' },
        steps: { type: 'boolean' },
        per: { type: 'string' },
        answers: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    },
    help,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  const folder = await outFolder(values.out);
  const { per = '1' } = values;
  if (!['1', '2', '3', '6'].includes(per))
    throw new UsageError(`--per takes 1, 2, 3 or 6; "${per}" is none of these.`);
  const answers = values.answers ? '&answers=shown' : '';
  const layout = values.steps ? 'steps' : 'slides';
  const files = [
    { path: join(folder, 'slides.pdf'), pages: `${layout}&per=${per}${answers}` },
    { path: join(folder, 'notes.pdf'), pages: `notes${answers}` },
  ];
  for (const { path } of files)
    await checkWritable(path, 'Nothing was written.', 'Name another folder with --out.');

  await withLecture({ root, otherwise }, async (page, address, report) => {
    for (const { path, pages } of files) {
      await saveFile(path, await pdfOf(page, address, pages, report));
      report.done();
      console.log(path);
    }
  });
  return 0;
}

/** Lays the pages out and prints them. */
async function pdfOf(page: Page, address: string, pages: string, report: Report): Promise<Buffer> {
  const what = pages.startsWith('notes') ? 'Laying out the notes' : 'Laying out the slides';
  report.doing(what);
  return whileTicking(
    (async () => {
      // A change of the part after # alone would load nothing; the pages start from a clean window.
      await page.goto('about:blank');
      await page.goto(`${address}#/read?print=${pages}`);
      await page.locator('[data-pages][data-ready]').waitFor({ timeout: patience });
      return printPdf(page, patience);
    })(),
    (seconds) => report.doing(what, `${seconds} s`),
  );
}
