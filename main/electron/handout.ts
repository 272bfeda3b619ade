import { writeFile } from 'node:fs/promises';
import { BrowserWindow, dialog } from 'electron';
import {
  handoutFailed,
  handoutPages,
  laidOut,
  pagesDialog,
  printedTooLate,
  reportFailed,
  reportPages,
  type Handout,
  type Pages,
} from '../policy/handout.ts';
import { appOrigin } from '../policy/origin.ts';
import type { WindowOptions } from '../policy/window-options.ts';
import { openWindow } from './window.ts';

/** Laying out and printing are given up after this: a page that never says it is ready would keep its hidden window for ever. */
const printWithinMs = 60_000;

/** Lays the place out in a window nobody sees, and prints it. Page sizes are the page's own. Rejects where that fails or takes too long. */
async function print(
  place: string,
  options: () => WindowOptions,
  withinMs: number,
): Promise<Buffer> {
  const window = openWindow(`${appOrigin}/${place}`, options, { hidden: true });
  const { webContents } = window;
  const gone = new Promise<never>((_resolve, reject) =>
    webContents.once('render-process-gone', () =>
      reject(new Error('The pages could not be laid out.')),
    ),
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(printedTooLate(withinMs))), withinMs);
  });
  const printed = webContents.executeJavaScript(laidOut).then(() =>
    webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    }),
  );
  try {
    return await Promise.race([printed, gone, late]);
  } finally {
    clearTimeout(timer);
    window.destroy();
  }
}

/**
 * Asks where to, prints the place and writes it as PDF. Resolves to the file; null where the person thought better of it. Rejects
 * where it can't be printed or written.
 */
async function savePages(
  pages: Pages,
  options: () => WindowOptions,
  withinMs: number,
): Promise<string | null> {
  const parent = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (parent
    ? dialog.showSaveDialog(parent, pagesDialog(pages))
    : dialog.showSaveDialog(pagesDialog(pages)));
  if (canceled || !filePath) return null;
  await writeFile(filePath, await print(pages.place, options, withinMs));
  return filePath;
}

/** The menu's handouts. Says on screen what went wrong. */
export async function saveHandout(
  which: Handout,
  options: () => WindowOptions,
  withinMs = printWithinMs,
): Promise<string | null> {
  try {
    return await savePages(handoutPages(which), options, withinMs);
  } catch (error) {
    dialog.showErrorBox(...handoutFailed(error));
    return null;
  }
}

/** The report, asked for by the room that shows it. Rejects in words that the room shows. */
export async function saveReport(
  place: string,
  name: string,
  options: () => WindowOptions,
): Promise<string | null> {
  try {
    return await savePages(reportPages(place, name), options, printWithinMs);
  } catch (error) {
    throw reportFailed(error);
  }
}
