import { BrowserWindow, ipcMain, type IpcMainEvent, type WebContents } from 'electron';
import { appOrigin, senderAllowed } from '../policy/origin.ts';
import type { MessageChannel } from '../rpc/messages.ts';
import { closeName, messageName } from './names.ts';

type Attach = (channel: MessageChannel) => void;

interface Line {
  hear(text: string): void;
  close(): void;
}

/** Whether a message may be heard: one of our windows, its main frame, our origin. A frame that is gone has no say. */
export function allowed(event: Pick<IpcMainEvent, 'sender' | 'senderFrame'>): boolean {
  const frame = event.senderFrame;
  return senderAllowed({
    ourWindow: BrowserWindow.fromWebContents(event.sender) !== null,
    mainFrame: frame !== null && frame === event.sender.mainFrame,
    url: frame?.url ?? null,
  }, appOrigin);
}

function openLine(contents: WebContents, attach: Attach): Line {
  let open = true;
  const messages: ((text: string) => void)[] = [];
  const closes: (() => void)[] = [];
  attach({
    send: (text) => {
      if (open && !contents.isDestroyed()) contents.send(messageName, text);
    },
    onMessage: (listener) => void messages.push(listener),
    onClose: (listener) => void closes.push(listener),
  });
  return {
    hear: (text) => messages.forEach((listener) => listener(text)),
    close() {
      if (!open) return;
      open = false;
      closes.forEach((listener) => listener());
    },
  };
}

/**
 * Joins each window's page with the host: one line a page, opened by its first message and closed when the page is reloaded,
 * leaves or is gone. What a stranger sends is dropped without an answer.
 * @returns tells every page that the host is gone
 */
export function bridge(attach: Attach): () => void {
  const lines = new Map<WebContents, Line>();
  const drop = (contents: WebContents) => {
    lines.get(contents)?.close();
    lines.delete(contents);
  };
  const known = new WeakSet<WebContents>();
  const watch = (contents: WebContents) => {
    if (known.has(contents)) return;
    known.add(contents);
    contents.once('destroyed', () => drop(contents));
    contents.on('render-process-gone', () => drop(contents));
    contents.on('did-start-navigation', (details) => {
      // A change of what follows the # is the page's own affair.
      if (details.isMainFrame && !details.isSameDocument) drop(contents);
    });
  };
  ipcMain.on(messageName, (event, text: unknown) => {
    if (!allowed(event) || typeof text !== 'string') return;
    const contents = event.sender;
    let line = lines.get(contents);
    if (!line) {
      line = openLine(contents, attach);
      lines.set(contents, line);
      watch(contents);
    }
    line.hear(text);
  });
  return () => {
    for (const contents of lines.keys()) if (!contents.isDestroyed()) contents.send(closeName);
  };
}
