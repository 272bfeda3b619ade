import { writeFile } from 'node:fs/promises';
import { BrowserWindow, dialog } from 'electron';
import { openWindow } from './window.ts';

/** What the menu can save: a page for each slide, or slides with their notes. */
export type Handout = 'slides' | 'notes';

/** Asks the page once it has laid everything out; it says so on its pages. */
const laidOut = `new Promise((resolve) => {
  const look = () => document.querySelector('[data-pages][data-ready]') ? resolve() : setTimeout(look, 50);
  look();
})`;

/**
 * Asks where, lays the pages out in a window nobody sees and writes them as PDF. Their sizes are the page's own. Resolves to
 * the file; null where the person thought better of it. Says on screen what went wrong.
 */
export async function saveHandout(which: Handout, address: string, preload: string): Promise<string | null> {
  const options = { title: 'Save handout', defaultPath: `${which}.pdf`, filters: [{ name: 'PDF', extensions: ['pdf'] }] };
  const parent = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
  if (canceled || !filePath) return null;
  const window = openWindow(`${address}#/read?print=${which}`, preload, { hidden: true });
  try {
    await window.webContents.executeJavaScript(laidOut);
    await writeFile(filePath, await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }));
    return filePath;
  } catch (error) {
    dialog.showErrorBox('The handout was not saved', `${(error as Error).message}\nNothing else was changed.\nTry another folder, or “Pages for paper” in the reading view.`);
    return null;
  } finally {
    window.destroy();
  }
}
