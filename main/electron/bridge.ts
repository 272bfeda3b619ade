import { app, BrowserWindow, ipcMain, type IpcMainEvent, type WebContents } from 'electron';
import { appOrigin, senderAllowed } from '../policy/origin.ts';
import type { MessageChannel } from '../rpc/messages.ts';
import { PageLines } from '../services/pages/page-lines.ts';
import { closeName, messageName } from './names.ts';

/** Chromium's ERR_ABORTED: the load was refused or stopped, and the page that is there stays. */
const aborted = -3;

/** Whether a message may be heard: one of our windows, its main frame, our origin. A frame that is gone has no say. */
function allowed({ sender, senderFrame: frame }: IpcMainEvent): boolean {
  const ourWindow = BrowserWindow.fromWebContents(sender) !== null;
  return senderAllowed(
    { ourWindow, mainFrame: frame !== null && frame === sender.mainFrame, url: frame?.url ?? null },
    appOrigin,
  );
}

/**
 * Joins each window's page with the host: one line a page, opened by its first message and closed when the page is reloaded,
 * leaves or is gone. What a stranger sends is dropped without an answer. Call before the first window opens.
 * @returns hears no page any more, and tells each that the host is gone
 */
export function bridge(attach: (channel: MessageChannel) => void): () => void {
  const say = (contents: WebContents, ...message: [name: string, text?: string]) =>
    void (contents.isDestroyed() || contents.send(...message));
  const lines = new PageLines<WebContents>(
    (contents, text) => say(contents, messageName, text),
    attach,
  );
  app.on('web-contents-created', (_event, contents) => {
    contents.once('destroyed', () => lines.drop(contents));
    contents.on('render-process-gone', () => lines.drop(contents));
    // Told of the main frame once another document is there, and not of a change of what follows the #. Not when a navigation starts:
    // it may still be refused, and the page stays. A new page's messages come over the same pipe as this news, and after it.
    contents.on('did-navigate', () => lines.drop(contents));
    // An error page is another document too, of which only this tells.
    contents.on('did-fail-load', (_event, code, _why, _address, isMainFrame) => {
      if (isMainFrame && code !== aborted) lines.drop(contents);
    });
  });
  ipcMain.on(
    messageName,
    (event, text: unknown) =>
      void (allowed(event) && typeof text === 'string' && lines.hear(event.sender, text)),
  );
  return () => {
    ipcMain.removeAllListeners(messageName);
    for (const contents of lines.pages) say(contents, closeName);
  };
}
