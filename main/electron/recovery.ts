import { app, BrowserWindow, dialog, type WebContents } from 'electron';
import { PageRecovery, type PageHolder } from '../services/pages/page-recovery.ts';
import { isUnseen } from './window.ts';

/**
 * Tells the recovery of pages what becomes of their processes.
 * @returns stops it, once the program is leaving
 */
export function recoverPages(notify: PageHolder<WebContents>['notify']): () => void {
  const pages = new PageRecovery<WebContents>({
    notify,
    reload: (contents) => void (contents.isDestroyed() || contents.reload()),
    crash: (contents) => contents.forcefullyCrashRenderer(),
    ask: async (question, signal) =>
      (await dialog.showMessageBox({ ...question, signal })).response,
    quit: () => app.quit(),
  });
  app.on('render-process-gone', (_event, contents, { reason }) => {
    const window = BrowserWindow.fromWebContents(contents);
    if (window && !isUnseen(window)) pages.gone(contents, reason);
  });
  app.on('browser-window-created', (_event, { webContents }) => {
    webContents.on('unresponsive', () => pages.hangs(webContents));
    webContents.on('responsive', () => pages.answers(webContents));
  });
  // Chromium starts its own helpers again, and compute's end is heard where it was started: only for whoever looks for a cause.
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) =>
    console.error(`${name ?? type} is gone: ${reason} (${exitCode})`),
  );
  return () => pages.stop();
}
