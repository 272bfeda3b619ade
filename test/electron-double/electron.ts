import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { app, freshProgram, needsReady, played, powerMonitor } from './app.ts';
import { PlayedChild } from './child.ts';
import { touchSession } from './session.ts';
import { BrowserWindow } from './window.ts';

const ipcMain = new EventEmitter();

/** The next time a question is put, it waits in `played.questions`; taken away by its signal it counts as the first button. */
function showMessageBox(
  ...given: [Electron.BaseWindow, Electron.MessageBoxOptions] | [Electron.MessageBoxOptions]
): Promise<Electron.MessageBoxReturnValue> {
  const options = given[given.length - 1] as Electron.MessageBoxOptions;
  return new Promise((resolve) => {
    const answer = (response: number) => resolve({ response, checkboxChecked: false });
    played.questions.push({ options, answer });
    options.signal?.addEventListener('abort', () => answer(options.cancelId ?? 0));
  });
}

const showSaveDialog = (
  ...given: [Electron.SaveDialogOptions] | [Electron.BaseWindow, Electron.SaveDialogOptions]
): Promise<Electron.SaveDialogReturnValue> => {
  played.offered = given.at(-1) as Electron.SaveDialogOptions;
  return Promise.resolve({ canceled: played.saveTo === null, filePath: played.saveTo ?? '' });
};

/** A menu as its template, which is all that a test asks of it. */
class PlayedMenu {
  constructor(readonly template: Electron.MenuItemConstructorOptions[]) {}
  popup(options: Electron.PopupOptions = {}): void {
    if (played.windows.length === 0) throw new Error('A menu needs a window to open in.');
    played.popups.push({ items: this.template, options });
  }
}
const asMenu = (menu: PlayedMenu) =>
  menu satisfies Pick<Electron.Menu, 'popup'> as unknown as Electron.Menu;

/**
 * The module `electron`, as far as Lectern's main process uses it, for `vi.doMock('electron', () =>
 * electron)`: its program can't be had on every computer, and its package would fetch it when
 * loaded. Each part is held against Electron's own types, so that a changed signature fails to
 * compile; what a call does in Electron is played only as far as the documentation says it.
 */
export const electron = {
  app,
  BrowserWindow,
  dialog: {
    showMessageBox,
    showSaveDialog,
    showErrorBox: (title: string, text: string) => void played.errors.push([title, text]),
  } satisfies Pick<Electron.Dialog, 'showMessageBox' | 'showSaveDialog' | 'showErrorBox'>,
  ipcMain,
  Menu: {
    buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) =>
      asMenu(new PlayedMenu(template)),
    setApplicationMenu: (menu: Electron.Menu | null) =>
      void (played.menu = (menu as unknown as PlayedMenu).template),
  } satisfies Pick<typeof Electron.Menu, 'setApplicationMenu'> & {
    buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => Electron.Menu;
  },
  nativeTheme: {
    get shouldUseDarkColors() {
      return played.system.dark;
    },
    get shouldUseHighContrastColors() {
      return played.system.highContrast;
    },
  } satisfies Pick<Electron.NativeTheme, 'shouldUseDarkColors' | 'shouldUseHighContrastColors'>,
  powerMonitor,
  protocol: {
    registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]) {
      if (played.ready) throw new Error('Schemes are registered before the app is ready.');
      played.calls.push('registerSchemesAsPrivileged');
      played.schemes = schemes;
    },
    // It is the default session's own.
    handle(_scheme: string, handler: (request: Request) => Response | Promise<Response>) {
      touchSession();
      played.pages = handler;
    },
  } satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>,
  session: {
    get defaultSession() {
      return touchSession();
    },
  },
  shell: {
    openExternal: (address: string) => Promise.resolve(void played.opened.push(address)),
    openPath: (path: string) => {
      played.opened.push(path);
      return Promise.resolve(played.wontOpen);
    },
  } satisfies Pick<Electron.Shell, 'openExternal' | 'openPath'>,
  utilityProcess: {
    fork(entry: string, args: string[] = [], options: Electron.ForkOptions = {}) {
      needsReady('A utility process is not started');
      const child = new PlayedChild();
      played.forks.push({ entry, args, options, child });
      if (played.compute) played.compute(child, options);
      else setImmediate(() => child.spawn());
      return child as unknown as Electron.UtilityProcess;
    },
  } satisfies Pick<typeof Electron.utilityProcess, 'fork'>,
};

/** A computer on which nothing has been started yet. */
export function fresh(change: Parameters<typeof freshProgram>[0] = {}): void {
  ipcMain.removeAllListeners();
  freshProgram(change);
}
