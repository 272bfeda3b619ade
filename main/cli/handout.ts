import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { LecternError } from '../contract/errors.ts';
import { ensureReady } from '../setup/ensure-ready.ts';
import { findBrowser, type Browser } from '../setup/find-browser.ts';
import { cacheFolder } from '../setup/places.ts';
import { createReport, whileTicking, type Report } from '../setup/report.ts';
import { writeAtomic } from '../storage/write.ts';
import { checkWritable } from './lab-files.ts';
import { parseCommand, UsageError } from './usage.ts';

const help = `npm run handout -- [--out DIR] [--steps] [--per 2|3|6] [--answers]
  --out DIR  where slides.pdf and notes.pdf are written (the current folder otherwise)
  --steps    in slides.pdf a page for every step instead of one for every slide
  --per N    in slides.pdf so many slides on a page of A4: 2, 3 with lines to write on, or 6
  --answers  prints the answers of what the slides ask, too`;

/** Longer than any lecture takes to be laid out on a slow computer (milliseconds). */
const patience = 120_000;

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
  const folder = resolve(values.out);
  if (
    !(await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    ))
  )
    throw new UsageError(
      `--out takes a folder that exists; "${values.out}" is none. Nothing was written.`,
    );
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

  const report = createReport();
  await ensureReady(root, report, { library: false });
  const browser = await browserForPages(
    report,
    'In the app, “Pages for paper” in the reading view prints the same pages.',
  );
  try {
    await withLecture(root, browser, report, async (page, address) => {
      for (const { path, pages } of files) {
        await writeAtomic(path, await pdfOf(page, address, pages, report));
        report.done();
        console.log(path);
      }
    });
  } finally {
    report.done();
  }
  return 0;
}

/** The browser that lays out pages. Throws a `LecternError` where there is none; `otherwise` says how the app does the same. */
export async function browserForPages(report: Report, otherwise: string): Promise<Browser> {
  report.doing('Looking for a browser');
  const browser = await findBrowser(cacheFolder());
  if (browser) return browser;
  report.done();
  throw new LecternError({
    code: 'internal',
    what: 'No browser was found that could lay out the pages.',
    safe: 'Nothing was written.',
    next: `Install Chrome, Chromium or Edge, or name one with CHROMIUM_PATH. ${otherwise}`,
  });
}

/** Opens the lecture in the browser, from a host with a data folder of its own: nobody's runs get into what is laid out. */
export async function withLecture(
  root: string,
  browser: Browser,
  report: Report,
  use: (page: Page, address: string) => Promise<void>,
): Promise<void> {
  report.doing('Opening the lecture');
  const [{ chromium }, { startWebHost }] = await Promise.all([
    import('@playwright/test'),
    import('../web/serve.ts'),
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'lectern-handout-'));
  const host = await startWebHost({ root, folder });
  const window = await chromium.launch({
    executablePath: browser.path,
    args: browser.args,
    env: { ...(process.env as Record<string, string>), ...browser.env },
  });
  try {
    const context = await window.newContext({
      viewport: { width: 1280, height: 720 },
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(host.url);
    await use(page, `http://127.0.0.1:${host.port}/`);
  } finally {
    await window.close();
    await host.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lays the pages out and prints them. Their sizes are the page's own: see renderer/features/reading/print.css. */
async function pdfOf(page: Page, address: string, pages: string, report: Report): Promise<Buffer> {
  const what = pages.startsWith('notes') ? 'Laying out the notes' : 'Laying out the slides';
  report.doing(what);
  return whileTicking(
    (async () => {
      // A change of the part after # alone would load nothing; the pages start from a clean window.
      await page.goto('about:blank');
      await page.goto(`${address}#/read?print=${pages}`);
      await page.locator('[data-pages][data-ready]').waitFor({ timeout: patience });
      return page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
      });
    })(),
    (seconds) => report.doing(what, `${seconds} s`),
  );
}
