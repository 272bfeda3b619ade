import { writeFile } from 'node:fs/promises';
import { BrowserWindow, dialog } from 'electron';
import {
  handoutFailed,
  handoutPages,
  laidOut,
  pagesDialog,
  reportFailed,
  reportPages,
  type Handout,
  type Pages,
} from '../policy/handout.ts';
import { appOrigin } from '../policy/origin.ts';
import { openWindow } from './window.ts';

/**
 * Asks where to, lays the place out in a window nobody sees and writes it as PDF. Page sizes are the page's own. Resolves to the file;
 * null where the person thought better of it. Rejects where the file can't be written.
 */
async function savePages(pages: Pages, preload: string): Promise<string | null> {
  const parent = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (parent
    ? dialog.showSaveDialog(parent, pagesDialog(pages))
    : dialog.showSaveDialog(pagesDialog(pages)));
  if (canceled || !filePath) return null;
  const window = openWindow(`${appOrigin}/${pages.place}`, preload, { hidden: true });
  const gone = new Promise<never>((_resolve, reject) =>
    window.webContents.once('render-process-gone', () =>
      reject(new Error('The pages could not be laid out.')),
    ),
  );
  try {
    await Promise.race([window.webContents.executeJavaScript(laidOut), gone]);
    await writeFile(
      filePath,
      await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }),
    );
    return filePath;
  } finally {
    window.destroy();
  }
}

/** The menu's handouts. Says on screen what went wrong. */
export const saveHandout = (which: Handout, preload: string): Promise<string | null> =>
  savePages(handoutPages(which), preload).catch(
    (error: unknown) => (dialog.showErrorBox(...handoutFailed(error)), null),
  );

/** The report, asked for by the room that shows it. Rejects in words that the room shows. */
export const saveReport = (place: string, name: string, preload: string): Promise<string | null> =>
  savePages(reportPages(place, name), preload).catch((error: unknown) =>
    Promise.reject(reportFailed(error)),
  );
