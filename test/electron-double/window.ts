import type * as Electron from 'electron';
import {
  deprecated,
  event,
  navigation,
  Played,
  type ContentsEvents,
  type WindowEvents,
} from './events.ts';
import { app, needsReady, played } from './app.ts';
import { touchSession } from './session.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
type UsedContents = Pick<
  Electron.WebContents,
  | 'getURL'
  | 'getOSProcessId'
  | 'isDestroyed'
  | 'send'
  | 'executeJavaScript'
  | 'printToPDF'
  | 'reload'
  | 'forcefullyCrashRenderer'
  | 'setWindowOpenHandler'
>;
type UsedWindow = Pick<
  Electron.BrowserWindow,
  'loadURL' | 'show' | 'hide' | 'focus' | 'restore' | 'isMinimized' | 'isVisible' | 'destroy'
>;

/** The net error of a load that was stopped: the document that is there stays. */
export const aborted = -3;

/** A page as the main process sees it. */
export class PlayedContents extends Played<ContentsEvents> implements UsedContents {
  url = '';
  destroyed = false;
  reloads = 0;
  sent: [channel: string, ...args: unknown[]][] = [];
  /** What the page's side hears. */
  heard: ((channel: string, ...args: unknown[]) => void)[] = [];
  printed: Electron.PrintToPDFOptions[] = [];
  scripts: string[] = [];
  openHandler: OpenHandler | null = null;
  mainFrame = { url: '' };

  getURL = () => this.url;
  getOSProcessId = () => played.pageProcess;
  isDestroyed = () => this.destroyed;
  send(channel: string, ...args: unknown[]): void {
    this.sent.push([channel, ...args]);
    setImmediate(() => this.heard.forEach((listener) => listener(channel, ...args)));
  }
  executeJavaScript(code: string): Promise<unknown> {
    this.scripts.push(code);
    const window = played.windows.find(({ webContents }) => webContents === this);
    return played.runScript(code, window!);
  }
  printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    this.printed.push(options);
    return played.print();
  }
  reload(): void {
    this.reloads += 1;
    this.navigate(this.url);
  }
  forcefullyCrashRenderer(): void {
    this.crash('killed');
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  /** The page's process is gone. Electron tells the page's own listeners first. */
  crash(reason: Electron.RenderProcessGoneDetails['reason'] = 'crashed'): void {
    const details: Electron.RenderProcessGoneDetails = { reason, exitCode: 5 };
    this.play('render-process-gone', event(), details);
    app.play('render-process-gone', event(), asContents(this), details);
  }
  /** What follows the # changes: the document stays. */
  navigateInPage(url: string): void {
    this.play('did-start-navigation', event(navigation(url, true, true)), ...deprecated);
    this.url = this.mainFrame.url = url;
    this.play('did-navigate-in-page', event(), url, true, 1, 1);
  }

  /**
   * A new document, in Electron's order: the start is told first, and only then may a page's own wish or a redirect be refused.
   * What was not refused is committed; from then on the window has another main frame. What failed is committed too, as an error
   * page, which only 'did-fail-load' tells; one that was stopped is not. False where it was not committed.
   * @param how `byPage`: the page wants it, not the program; `redirects`: where it is sent on to; `fails`: with which net error
   */
  navigate(
    url: string,
    { byPage = false, redirects = [] as string[], fails = played.loadFails } = {},
  ): boolean {
    this.play('did-start-navigation', event(navigation(url)), ...deprecated);
    if (byPage) {
      const wish = event(navigation(url));
      this.play('will-frame-navigate', wish);
      if (!wish.defaultPrevented) this.play('will-navigate', wish, ...deprecated);
      if (wish.defaultPrevented) return false;
    }
    for (const next of redirects) {
      const sentOn = event(navigation(next));
      this.play('will-redirect', sentOn, ...deprecated);
      if (sentOn.defaultPrevented) return false;
      this.play('did-redirect-navigation', event(navigation(next)), ...deprecated);
    }
    const last = redirects.at(-1) ?? url;
    if (fails !== aborted) this.commit(last);
    if (fails !== null) {
      this.play('did-fail-load', event(), fails, '', last, true, 1, 1);
      return fails !== aborted;
    }
    this.play('did-navigate', event(), this.url, 200, 'OK');
    setImmediate(() => this.destroyed || this.play('did-finish-load'));
    return true;
  }
  private commit(url: string): void {
    this.url = url;
    this.mainFrame = { url };
  }

  /** What becomes of `window.open` and of links to a new window. */
  opens(url: string): Electron.WindowOpenHandlerResponse {
    return this.openHandler!({
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'no-referrer' },
    });
  }
}

export const asContents = (contents: PlayedContents) => contents as unknown as Electron.WebContents;
export const asWindow = (window: PlayedWindow) => window as unknown as Electron.BrowserWindow;

/** A window. Like Electron's, it announces its page and then itself. */
export class PlayedWindow extends Played<WindowEvents> implements UsedWindow {
  readonly webContents = new PlayedContents();
  shown = false;
  focused = 0;
  minimized = false;
  loads: string[] = [];
  private painted = false;

  constructor(readonly options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    needsReady('A window is not opened');
    touchSession();
    played.windows.push(this);
    app.play('web-contents-created', event(), asContents(this.webContents));
    app.play('browser-window-created', event(), asWindow(this));
  }

  loadURL(address: string): Promise<void> {
    const first = this.loads.push(address) === 1;
    const { url } = this.webContents;
    const inPage = !first && address.includes('#') && address.split('#')[0] === url.split('#')[0];
    if (inPage) this.webContents.navigateInPage(address);
    else this.webContents.navigate(address);
    if (first && played.paintsHidden) this.paint();
    return Promise.resolve();
  }
  /** Its first painting is told in a turn of its own. */
  private paint(): void {
    setImmediate(() => {
      if (this.painted || this.webContents.destroyed) return;
      this.painted = true;
      this.play('ready-to-show');
    });
  }
  show(): void {
    if (this.webContents.destroyed) throw new TypeError('Object has been destroyed');
    this.shown = true;
    this.paint();
    // On macOS it follows what can be seen of the window.
    if (!played.covered) this.play('show');
  }
  isVisible = () => this.shown;
  hide = () => void (this.shown = false);
  focus = () => void (this.focused += 1);
  restore = () => void (this.minimized = false);
  isMinimized = () => this.minimized;

  /** Closes it, by the person or by the program; with the last one Electron says so. */
  destroy(): void {
    played.windows.splice(played.windows.indexOf(this), 1);
    this.webContents.destroyed = true;
    this.webContents.play('destroyed');
    this.play('closed');
    if (played.windows.length === 0) app.play('window-all-closed');
  }

  static getAllWindows = (): Electron.BrowserWindow[] => played.windows.map(asWindow);
  static getFocusedWindow = (): Electron.BrowserWindow | null =>
    played.focusedWindow ? asWindow(played.focusedWindow) : null;
  static fromWebContents = (contents: Electron.WebContents): Electron.BrowserWindow | null => {
    const owner = played.windows.find((one) => asContents(one.webContents) === contents);
    return owner ? asWindow(owner) : null;
  };
}

/** The class as `electron` exports it: what is used of it, by Electron's own types. */
export const BrowserWindow = PlayedWindow satisfies Pick<
  typeof Electron.BrowserWindow,
  'getAllWindows' | 'getFocusedWindow' | 'fromWebContents'
>;
