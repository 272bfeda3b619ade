import type * as Electron from 'electron';
import {
  deprecated,
  event,
  navigation,
  Played,
  type ContentsEvents,
  type WindowEvents,
} from './events.ts';
import { app, played } from './app.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
type UsedContents = Pick<
  Electron.WebContents,
  | 'getURL'
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
  'loadURL' | 'show' | 'hide' | 'focus' | 'restore' | 'isMinimized' | 'destroy'
>;

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
  isDestroyed = () => this.destroyed;
  send(channel: string, ...args: unknown[]): void {
    this.sent.push([channel, ...args]);
    setImmediate(() => this.heard.forEach((listener) => listener(channel, ...args)));
  }
  executeJavaScript(code: string): Promise<unknown> {
    this.scripts.push(code);
    return played.layOut();
  }
  printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    this.printed.push(options);
    return Promise.resolve(Buffer.from('%PDF-'));
  }
  reload(): void {
    this.reloads += 1;
    this.navigate(this.url, false);
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
  navigate(url: string, isSameDocument: boolean): void {
    this.url = this.mainFrame.url = url;
    this.play('did-start-navigation', event(navigation(url, true, isSameDocument)), ...deprecated);
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

  constructor(readonly options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    played.windows.push(this);
    app.play('web-contents-created', event(), asContents(this.webContents));
    app.play('browser-window-created', event(), asWindow(this));
  }

  loadURL(address: string): Promise<void> {
    const first = this.loads.push(address) === 1;
    const { url } = this.webContents;
    const inPage = !first && address.includes('#') && address.split('#')[0] === url.split('#')[0];
    this.webContents.navigate(address, inPage);
    if (first) setImmediate(() => this.play('ready-to-show'));
    return Promise.resolve();
  }
  show = () => void (this.shown = true);
  hide = () => void (this.shown = false);
  focus = () => void (this.focused += 1);
  restore = () => void (this.minimized = false);
  isMinimized = () => this.minimized;

  /** Closes it, by the person or by the program; with the last one Electron says so. */
  destroy(): void {
    played.windows.splice(played.windows.indexOf(this), 1);
    this.webContents.destroyed = true;
    this.webContents.play('destroyed');
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
