import type { Notice } from '../../contract/methods.ts';
import {
  afterGone,
  goneNotice,
  goneQuestion,
  hungQuestion,
  type Question,
} from '../../policy/recover.ts';

/** What recovering needs of whoever shows the pages. */
export interface PageHolder<Page> {
  notify(notice: Notice): void;
  reload(page: Page): void;
  /** Ends the process of a page that hangs; the page is then gone. */
  crash(page: Page): void;
  /** Asks the person; resolves to the number of the button, the first one where `signal` took the question away. */
  ask(question: Question, signal?: AbortSignal): Promise<number>;
  quit(): void;
}

/** Loads a page again whose process is gone, asks where that did not help, and offers a way out of a page that hangs. */
export class PageRecovery<Page extends object> {
  private readonly gones = new WeakMap<Page, number[]>();
  private readonly hanging = new WeakMap<Page, AbortController>();

  private stopped = false;

  constructor(private readonly holder: PageHolder<Page>) {}

  /** The program is leaving: whatever becomes of a page now, nothing is loaded, said or asked. */
  stop(): void {
    this.stopped = true;
  }

  /** A page's process is gone. Being closed is no failure. */
  gone(page: Page, reason: string): void {
    if (reason === 'clean-exit' || this.stopped) return;
    this.answers(page);
    const { times, verdict } = afterGone(this.gones.get(page) ?? [], Date.now());
    this.gones.set(page, times);
    // Not at once: whoever shows pages is still clearing away the process that is gone.
    const reload = () =>
      void setImmediate(() => {
        if (!this.stopped) this.holder.reload(page);
      });
    if (verdict === 'reload') {
      this.holder.notify(goneNotice(reason));
      return reload();
    }
    void this.holder.ask(goneQuestion).then((button) => {
      this.gones.delete(page);
      return button === 0 ? reload() : this.holder.quit();
    });
  }

  /** A page does not answer. Asked once, and no longer than it lasts. */
  hangs(page: Page): void {
    if (this.stopped || this.hanging.has(page)) return;
    const { signal } = this.hanging.set(page, new AbortController()).get(page)!;
    void this.holder.ask(hungQuestion, signal).then((button) => {
      this.hanging.delete(page);
      if (button === 1 && !signal.aborted) this.holder.crash(page);
    });
  }

  /** A page that hung answers again, or is gone. */
  answers(page: Page): void {
    this.hanging.get(page)?.abort();
  }
}
