import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { BrowserWindow, dialog } from 'electron';
import { LecternError } from '../contract/errors.ts';
import { openWindow } from './window.ts';

/** What the menu can save: a page for each slide, or slides with their notes. */
export type Handout = 'slides' | 'notes';

/** Asks the page once it has laid everything out; it says so on its pages. */
const laidOut = `new Promise((resolve) => {
  const look = () => document.querySelector('[data-pages][data-ready]') ? resolve() : setTimeout(look, 50);
  look();
})`;

/** What is laid out and saved: a place of the app (`#/…`), and what the dialog says and offers. */
export interface Pages {
  title: string;
  /** The file name that is offered; whatever folder it names is dropped. */
  name: string;
  place: string;
}

/**
 * Asks where to, lays the place out in a window nobody sees and writes it as PDF. Page sizes are the page's own. Resolves to the file;
 * null where the person thought better of it. Rejects where the file can't be written.
 */
export async function savePages({ title, name, place }: Pages, address: string, preload: string): Promise<string | null> {
  const options = { title, defaultPath: basename(name), filters: [{ name: 'PDF', extensions: ['pdf'] }] };
  const parent = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
  if (canceled || !filePath) return null;
  const window = openWindow(`${address}${place}`, preload, { hidden: true });
  try {
    await window.webContents.executeJavaScript(laidOut);
    await writeFile(filePath, await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }));
    return filePath;
  } finally {
    window.destroy();
  }
}

/** The menu's handouts. Says on screen what went wrong. */
export async function saveHandout(which: Handout, address: string, preload: string): Promise<string | null> {
  try {
    return await savePages({ title: 'Save handout', name: `${which}.pdf`, place: `#/read?print=${which}` }, address, preload);
  } catch (error) {
    dialog.showErrorBox('The handout was not saved', `${(error as Error).message}\nNothing else was changed.\nTry another folder, or “Pages for paper” in the reading view.`);
    return null;
  }
}

/** The report, asked for by the room that shows it: rejects in words that the room shows. */
export async function saveReport(place: string, name: string, address: string, preload: string): Promise<string | null> {
  try {
    return await savePages({ title: 'Save report', name, place }, address, preload);
  } catch (error) {
    throw new LecternError({ code: 'storage', what: `The report was not saved: ${(error as Error).message}`, safe: 'Nothing else was changed.', next: 'Try another folder, or save it as HTML.' });
  }
}
