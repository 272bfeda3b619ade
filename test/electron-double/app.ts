import type * as Electron from 'electron';
import { event, Played, type AppEvents, type ChildEvents } from './events.ts';
import type { PlayedWindow } from './window.ts';

/** What a test sees of the played program and decides in it. `freshProgram` sets all of it back. */
export interface Program {
  windows: PlayedWindow[];
  focusedWindow: PlayedWindow | null;
  root: string;
  packaged: boolean;
  /** Whether this is the first Lectern on the computer. */
  first: boolean;
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
  layOut: () => Promise<unknown>;
  menu: Electron.MenuItemConstructorOptions[];
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
  /** What stands behind a started compute process; nothing does where left out. */
  compute: ((child: PlayedChild, options: Electron.ForkOptions) => void) | null;
}

type UsedChild = Pick<Electron.UtilityProcess, 'postMessage' | 'kill' | 'pid' | 'stderr'>;

/** A utility process. On its own it hears and says nothing, and ends when it is told to. */
export class PlayedChild extends Played<ChildEvents> implements UsedChild {
  pid: number | undefined = undefined;
  stderr: NodeJS.ReadableStream | null = null;
  posted: unknown[] = [];
  kills = 0;
  postMessage(message: unknown): void {
    this.posted.push(message);
    this.emit('posted', message);
  }
  kill(): boolean {
    this.kills += 1;
    setImmediate(() => this.play('exit', 15));
    return true;
  }
}

const fresh = (): Program => ({
  windows: [],
  focusedWindow: null,
  root: '',
  packaged: false,
  first: true,
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
  layOut: () => Promise.resolve(),
  menu: [],
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
  getAppPath = () => played.root;
  getVersion = () => '0.0.0';
  setPath(name: string, path: string): void {
    played.calls.push(`setPath ${name}`);
    played.paths[name] = path;
  }
  enableSandbox = () => void played.calls.push('enableSandbox');
  requestSingleInstanceLock(): boolean {
    played.calls.push('requestSingleInstanceLock');
    return played.first;
  }
  setAsDefaultProtocolClient(protocol: string, path?: string, args?: string[]): boolean {
    played.protocols.push([protocol, path, args]);
    return true;
  }
  whenReady(): Promise<void> {
    played.calls.push('whenReady');
    return Promise.resolve();
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
  | 'setPath'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'setAsDefaultProtocolClient'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'isPackaged'
>;

/** A computer on which nothing has been started yet. */
export function freshProgram(change: Partial<Program> = {}): void {
  app.removeAllListeners();
  Object.assign(played, fresh(), change);
}
