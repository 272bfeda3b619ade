import { writeFile } from 'node:fs/promises';
import { BrowserWindow, dialog } from 'electron';
import { handoutDialog, handoutFailed, handoutPages, laidOut, type Handout } from '../policy/handout.ts';
import { appOrigin } from '../policy/origin.ts';
import { openWindow } from './window.ts';

/**
 * Asks where, lays the pages out in a window nobody sees and writes them as PDF. Their sizes are the page's own. Resolves to
 * the file; null where the person thought better of it. Says on screen what went wrong.
 */
export async function saveHandout(which: Handout, preload: string): Promise<string | null> {
  const parent = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (parent ? dialog.showSaveDialog(parent, handoutDialog(which)) : dialog.showSaveDialog(handoutDialog(which)));
  if (canceled || !filePath) return null;
  const window = openWindow(`${appOrigin}/${handoutPages(which)}`, preload, { hidden: true });
  const gone = new Promise<never>((_resolve, reject) => window.webContents.once('render-process-gone', () => reject(new Error('The pages could not be laid out.'))));
  try {
    await Promise.race([window.webContents.executeJavaScript(laidOut), gone]);
    await writeFile(filePath, await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }));
    return filePath;
  } catch (error) {
    dialog.showErrorBox(...handoutFailed(error));
    return null;
  } finally {
    window.destroy();
  }
}
