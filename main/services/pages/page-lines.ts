import type { MessageChannel } from '../../rpc/messages.ts';

interface Line {
  hear(text: string): void;
  close(): void;
}

/**
 * The host's lines to pages that can only be reached one message at a time, as over Electron's IPC: a line opens with a page's
 * first message and ends when the page is dropped. What the host still sends on an ended line goes nowhere, also where the same
 * window has a new page by then.
 */
export class PageLines<Page extends object> {
  private readonly lines = new Map<Page, Line>();

  /** @param send carries text to a page; @param attach serves a new line */
  constructor(
    private readonly send: (page: Page, text: string) => void,
    private readonly attach: (channel: MessageChannel) => void,
  ) {}

  /** The pages that have a line now. */
  get pages(): Page[] {
    return [...this.lines.keys()];
  }

  hear(page: Page, text: string): void {
    let line = this.lines.get(page);
    if (!line) this.lines.set(page, (line = this.open(page)));
    line.hear(text);
  }

  drop(page: Page): void {
    this.lines.get(page)?.close();
    this.lines.delete(page);
  }

  private open(page: Page): Line {
    let open = true;
    const messages: ((text: string) => void)[] = [];
    const closes: (() => void)[] = [];
    this.attach({
      send: (text) => open && this.send(page, text),
      onMessage: (listener) => void messages.push(listener),
      onClose: (listener) => void closes.push(listener),
    });
    return {
      hear: (text) => messages.forEach((listener) => listener(text)),
      close() {
        open = false;
        closes.forEach((listener) => listener());
      },
    };
  }
}
