import { dirname, isAbsolute } from 'node:path';
import type * as Electron from 'electron';
import type { PlayedChild } from './child.ts';
import { event, Played, type AppEvents, type PowerEvents } from './events.ts';
import type { PlayedSession } from './session.ts';
import type { PlayedWindow } from './window.ts';

/** What a test sees of the played program and decides in it. `freshProgram` sets all of it back. */
export interface Program {
  windows: PlayedWindow[];
  focusedWindow: PlayedWindow | null;
  root: string;
  /** The file that Electron was started by; null where it was started by the app's folder, as it should be. */
  startedByFile: string | null;
  packaged: boolean;
  ready: boolean;
  name: string;
  userModelId: string;
  /** What the system says of its colours. */
  system: { dark: boolean; highContrast: boolean };
  /** Whether windows lie where nobody sees them, behind others: macOS then tells of no 'show'. */
  covered: boolean;
  /** Whether a window is painted while it is hidden. On Wayland it is not: 'ready-to-show' comes after it was shown. */
  paintsHidden: boolean;
  /** The net error that every page fails to load with; null where they load. */
  loadFails: number | null;
  /** Whether this is the first Lectern on the computer. */
  first: boolean;
  /** What another Lectern does when a second start reaches it; null where there is none, and the lock can't be had for another cause. */
  another: ((word: unknown) => void) | null;
  /** What was called, in order: for what has to happen before something else. */
  calls: string[];
  paths: Record<string, string>;
  protocols: unknown[][];
  /** How the program ended: the code, or 'quit' where nobody objected. */
  ended: (number | 'quit')[];
  opened: string[];
  /** Why the system opens no folder; nothing where it does. */
  wontOpen: string;
  errors: [title: string, text: string][];
  questions: { options: Electron.MessageBoxOptions; answer: (button: number) => void }[];
  /** Where the person saves; null thinks better of it. */
  saveTo: string | null;
  /** What the last dialog that asks where to save was given. */
  offered: Electron.SaveDialogOptions | null;
  /** What a page answers to a script that the program runs in it. */
  runScript: (code: string, window: PlayedWindow) => Promise<unknown>;
  /** The id of every page's process. */
  pageProcess: number;
  /** What becomes of printing. */
  print: () => Promise<Buffer>;
  menu: Electron.MenuItemConstructorOptions[];
  /** The context menus that popped up. */
  popups: { items: Electron.MenuItemConstructorOptions[]; options: Electron.PopupOptions }[];
  /** The session that all windows share; null until somebody touched it. */
  session: PlayedSession | null;
  /** Dictionaries that the spell checker would have fetched, by address. */
  fetched: string[];
  pages: ((request: Request) => Response | Promise<Response>) | null;
  schemes: Electron.CustomScheme[];
  permissions: {
    request?: Parameters<Electron.Session['setPermissionRequestHandler']>[0];
    check?: Parameters<Electron.Session['setPermissionCheckHandler']>[0];
    device?: Parameters<Electron.Session['setDevicePermissionHandler']>[0];
  };
  forks: {
    entry: string;
    args: readonly string[];
    options: Electron.ForkOptions;
    child: PlayedChild;
  }[];
  /** Starts what stands behind a compute process; where left out, one starts that hears and says nothing. */
  compute: ((child: PlayedChild, options: Electron.ForkOptions) => void) | null;
}

const fresh = (): Program => ({
  windows: [],
  focusedWindow: null,
  root: '',
  startedByFile: null,
  packaged: false,
  ready: false,
  name: 'Electron',
  userModelId: '',
  system: { dark: false, highContrast: false },
  covered: false,
  paintsHidden: true,
  loadFails: null,
  first: true,
  another: null,
  calls: [],
  paths: {},
  protocols: [],
  ended: [],
  opened: [],
  wontOpen: '',
  errors: [],
  questions: [],
  saveTo: null,
  offered: null,
  runScript: () => Promise.resolve(),
  pageProcess: process.pid,
  print: () => Promise.resolve(Buffer.from('%PDF-')),
  menu: [],
  popups: [],
  session: null,
  fetched: [],
  pages: null,
  schemes: [],
  permissions: {},
  forks: [],
  compute: null,
});

export const played: Program = fresh();

class PlayedApp extends Played<AppEvents> {
  get isPackaged(): boolean {
    return played.packaged;
  }
  /** Started by a file, Electron takes that file's folder for the app's. */
  getAppPath = () => (played.startedByFile ? dirname(played.startedByFile) : played.root);
  getVersion = () => '0.0.0';
  setName = (name: string) => void (played.name = name);
  setAppUserModelId = (id: string) => void (played.userModelId = id);
  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    played.calls.push(`setPath ${name}`);
    played.paths[name] = path;
  }
  enableSandbox = () => void played.calls.push('enableSandbox');
  requestSingleInstanceLock(word?: Record<string, unknown>): boolean {
    played.calls.push('requestSingleInstanceLock');
    // The other one hears of it in a turn of its own.
    if (!played.first) setImmediate((hear) => hear?.(word), played.another);
    return played.first;
  }
  setAsDefaultProtocolClient(protocol: string, path?: string, args?: string[]): boolean {
    played.protocols.push([protocol, path, args]);
    return true;
  }
  whenReady(): Promise<void> {
    played.calls.push('whenReady');
    return Promise.resolve().then(() => void (played.ready = true));
  }
  quit(): void {
    const asked = event();
    this.play('before-quit', asked);
    if (!asked.defaultPrevented) played.ended.push('quit');
  }
  exit(code = 0): void {
    played.ended.push(code);
    this.emit('ended');
  }
}

/** The `app` that `electron` exports: what is used of it, by Electron's own types; its events are held against them in `AppEvents`. */
export const app = new PlayedApp();
app satisfies Pick<
  Electron.App,
  | 'getAppPath'
  | 'getVersion'
  | 'setName'
  | 'setAppUserModelId'
  | 'setPath'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'setAsDefaultProtocolClient'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'isPackaged'
>;

class PlayedPower extends Played<PowerEvents> {
  /**
   * The system shuts down, or on macOS logs the person off. Who refuses the event is waited for, and ends by itself; anybody else is
   * asked to quit on macOS, and on Linux gets a SIGTERM, for which nobody waits. What a program refuses then, it refuses the system.
   * @returns whether the system may go on: it does once the program has ended
   */
  end(): boolean {
    const told = event();
    this.play('shutdown', told);
    if (told.defaultPrevented) return true;
    const before = played.ended.length;
    app.quit();
    return played.ended.length > before;
  }
}
/** The `powerMonitor` that `electron` exports. */
export const powerMonitor = new PlayedPower();

/** What Electron refuses until it is ready. Throws as it does. */
export function needsReady(what: string): void {
  if (!played.ready) throw new TypeError(`${what} before the app is ready.`);
}

/** A computer on which nothing has been started yet. */
export function freshProgram(change: Partial<Program> = {}): void {
  app.removeAllListeners();
  powerMonitor.removeAllListeners();
  Object.assign(played, fresh(), change);
}
