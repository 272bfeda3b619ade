import type * as Electron from 'electron';
import { app, played } from '../electron-double/app.ts';
import { touchSession } from '../electron-double/session.ts';
import { event, Played, type Told, type WindowEvents } from '../electron-double/events.ts';
import { browser } from './browser.ts';
import { asContents, PageContents } from './contents.ts';
import type { Target } from './targets.ts';

type UsedWindow = Pick<
  Electron.BrowserWindow,
  | 'loadURL'
  | 'show'
  | 'hide'
  | 'isVisible'
  | 'focus'
  | 'restore'
  | 'isMinimized'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
>;
type Events = WindowEvents & Told<Electron.BrowserWindow, { hide: [] }>;

const asWindow = (window: PageWindow) => window as unknown as Electron.BrowserWindow;

/** A window without a frame: its page is real, its place on a screen is not. */
export class PageWindow extends Played<Events> implements UsedWindow {
  static readonly all: PageWindow[] = [];
  private static focused: PageWindow | null = null;
  readonly webContents: PageContents;
  private shown: boolean;
  private waits = true;

  /** @param popup a page that another one has opened; else one is made */
  constructor(
    readonly options: Electron.BrowserWindowConstructorOptions = {},
    popup?: Promise<Target>,
  ) {
    super();
    touchSession();
    this.shown = options.show ?? true;
    const target = popup ?? browser.targets!.make();
    this.webContents = new PageContents(target, options.webPreferences!.preload!, openedBy);
    this.webContents.on('did-finish-load', () => {
      if (this.shown || played.paintsHidden) this.paint();
    });
    this.webContents.once('destroyed', () => this.left());
    void target.then(({ id }) => browser.targets!.onGone(id, () => this.webContents.gone()));
    PageWindow.all.push(this);
    app.play('web-contents-created', event(), asContents(this.webContents));
    app.play('browser-window-created', event(), asWindow(this));
  }

  loadURL(address: string): Promise<void> {
    const loaded = this.webContents.loadURL(address);
    // Electron, too, takes it upon itself that nobody may care.
    loaded.catch(() => undefined);
    return loaded;
  }

  private paint(): void {
    if (!this.waits) return;
    this.waits = false;
    this.play('ready-to-show');
  }
  show(): void {
    this.shown = true;
    this.play('show');
    if (!this.webContents.isLoading()) this.paint();
  }
  hide(): void {
    this.shown = false;
    this.play('hide');
  }
  isVisible = () => this.shown;
  isMinimized = () => false;
  restore = () => undefined;
  isDestroyed = () => this.webContents.isDestroyed();
  focus(): void {
    PageWindow.focused = this;
  }
  close(): void {
    this.destroy();
  }
  destroy(): void {
    void this.webContents.ready.then(({ id }) => browser.targets!.close(id));
    this.webContents.gone();
  }

  private left(): void {
    PageWindow.all.splice(PageWindow.all.indexOf(this), 1);
    if (PageWindow.focused === this) PageWindow.focused = null;
    this.play('closed');
    if (PageWindow.all.length === 0) app.play('window-all-closed');
  }

  static getAllWindows = (): Electron.BrowserWindow[] => PageWindow.all.map(asWindow);
  static getFocusedWindow = (): Electron.BrowserWindow | null =>
    PageWindow.focused && asWindow(PageWindow.focused);
  static fromWebContents = (contents: Electron.WebContents): Electron.BrowserWindow | null => {
    const owner = PageWindow.all.find((one) => asContents(one.webContents) === contents);
    return owner ? asWindow(owner) : null;
  };
}

/** A page has opened another one: it becomes a window where the program allowed that, and is closed unseen where not. */
function openedBy(
  opener: PageContents,
  url: string,
  frameName: string,
  options: Electron.BrowserWindowConstructorOptions | null,
): void {
  const target = browser.targets!.popup();
  if (!options) {
    void target.then(({ id, session }) => {
      // Its opener stands still until it may go on; what it asks for then is held until it is closed.
      void session.send('Fetch.enable');
      void session.send('Runtime.runIfWaitingForDebugger');
      browser.targets!.close(id);
    });
    return;
  }
  const window = new PageWindow(options, target);
  opener.play('did-create-window', asWindow(window), {
    url,
    frameName,
    options,
    disposition: 'new-window',
    referrer: { url: '', policy: 'no-referrer' },
  });
}

/** The class as `electron` exports it: what is used of it, by Electron's own types. */
export const BrowserWindow = PageWindow satisfies Pick<
  typeof Electron.BrowserWindow,
  'getAllWindows' | 'getFocusedWindow' | 'fromWebContents'
>;
