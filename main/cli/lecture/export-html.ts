import { readFile, realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { LecternError } from '../../contract/errors.ts';
import { loadFolder } from '../../lecture/folder/load-folder.ts';
import { settingsFile } from '../../lecture/read/lecture-yaml.ts';
import { whileTicking, type Report } from '../../setup/report.ts';
import { saveFile } from '../files/out-folder.ts';
import { noFolder, whyNotRead } from '../files/why-not-read.ts';
import { checkWritable } from '../lab-files.ts';
import { withLecture } from '../pages/with-lecture.ts';

/** Longer than any lecture takes to be laid out and copied on a slow computer (milliseconds). */
const patience = 300_000;

const otherwise = 'In the app, “Save the lecture as one HTML file” (Ctrl K) does the same.';
const option = 'another file with --html';

interface Exported {
  /** "55 slides, 180 steps". */
  count: string;
  bytes: number;
}

/**
 * Writes a lecture as one HTML file: what the app's own button saves, in a browser and with a data folder of its own. Throws a
 * `LecternError` where the folder holds no lecture, the file can't be written or there is no browser, and `Stopped` after Ctrl+C;
 * an older file of that name is then unchanged.
 * @param folder a lecture's folder; null: the lecture that comes with Lectern
 */
export async function exportHtml(
  folder: string | null,
  file: string,
  root: string,
): Promise<Exported> {
  if (folder !== null) await checkFolder(folder);
  await checkWritable(file, 'Nothing was written.', `Name ${option}.`);
  let exported: Exported = { count: '', bytes: 0 };
  await withLecture(
    { root, otherwise, ...(folder !== null && { lecture: folder }) },
    async (page, address, report) => {
      const { html, count } = await fileOf(page, address, report);
      await saveFile(file, html, option);
      exported = { count, bytes: html.length };
    },
  );
  return exported;
}

/** Lays every step out and takes the file that the page's button saves. */
async function fileOf(
  page: Page,
  address: string,
  report: Report,
): Promise<{ html: Buffer; count: string }> {
  const ticking = <T>(what: string, act: Promise<T>) =>
    whileTicking(act, (seconds) => report.doing(what, `${seconds} s`));
  const laidOut = async () => {
    await page.goto('about:blank');
    await page.goto(`${address}#/read?print=file`);
    await page.locator('[data-pages=file][data-ready]').waitFor({ timeout: patience });
    return page.locator('header [role=status]').innerText();
  };
  const count = await ticking('Laying out the slides', laidOut());
  const saved = async () => {
    const refusal = page.locator('header [role=status]', { hasText: 'No file was saved' });
    const [download] = await Promise.all([
      Promise.race([page.waitForEvent('download', { timeout: patience }), refused(refusal)]),
      page.getByRole('button', { name: 'Save as HTML' }).click(),
    ]);
    return readFile(await download.path());
  };
  return { html: await ticking('Writing the file', saved()), count };
}

/** Throws what the page says once it says that it saved nothing. */
async function refused(said: Locator): Promise<never> {
  await said.waitFor({ timeout: patience });
  throw new LecternError({
    code: 'internal',
    what: await said.innerText(),
    safe: 'Nothing was written.',
    next: otherwise,
  });
}

/** Before a browser is started: the app itself would show our lecture instead, or one slide that says that there is none. */
async function checkFolder(folder: string): Promise<void> {
  const refuse = (what: string) =>
    new LecternError({
      code: 'bad-request',
      what,
      safe: 'Nothing was written.',
      next: 'Name a folder that holds lecture.yaml and Markdown files.',
    });
  const load = async () => loadFolder(await realpath(folder));
  const { texts } = await load().catch((error: unknown) => {
    throw refuse(`“${basename(folder)}” can’t be read: ${whyNotRead(error, noFolder)}.`);
  });
  const isOfLecture = (path: string) => path === settingsFile || /\.md$/i.test(path);
  if (![...texts.keys()].some(isOfLecture)) throw refuse(`“${basename(folder)}” holds no lecture.`);
}
