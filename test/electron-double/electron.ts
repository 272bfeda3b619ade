import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { app, freshProgram, played, PlayedChild } from './app.ts';
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

/**
 * The module `electron`, as far as Lectern's main process uses it, for `vi.doMock('electron', () => electron)`: its program can't be had on every
 * computer, and its package would fetch it when loaded. Each part is held against Electron's own types, so that a changed signature
 * fails to compile; what a call does in Electron is played only as far as the documentation says it.
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
      template as unknown as Electron.Menu,
    setApplicationMenu: (menu: Electron.Menu | null) =>
      void (played.menu = menu as unknown as Electron.MenuItemConstructorOptions[]),
  } satisfies Pick<typeof Electron.Menu, 'setApplicationMenu'> & {
    buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => Electron.Menu;
  },
  protocol: {
    registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]) {
      played.calls.push('registerSchemesAsPrivileged');
      played.schemes = schemes;
    },
    handle: (_scheme: string, handler: (request: Request) => Response | Promise<Response>) =>
      void (played.pages = handler),
  } satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>,
  session: {
    defaultSession: {
      setPermissionRequestHandler: (handler) => void (played.permissions.request = handler),
      setPermissionCheckHandler: (handler) => void (played.permissions.check = handler),
      setDevicePermissionHandler: (handler) => void (played.permissions.device = handler),
    } satisfies Pick<
      Electron.Session,
      'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
    >,
  },
  shell: {
    openExternal: (address: string) => Promise.resolve(void played.opened.push(address)),
    openPath: (path: string) => Promise.resolve((played.opened.push(path), played.wontOpen)),
  } satisfies Pick<Electron.Shell, 'openExternal' | 'openPath'>,
  utilityProcess: {
    fork(entry: string, args: string[] = [], options: Electron.ForkOptions = {}) {
      const child = new PlayedChild();
      played.forks.push({ entry, args, options, child });
      played.compute?.(child, options);
      return child as unknown as Electron.UtilityProcess;
    },
  } satisfies Pick<typeof Electron.utilityProcess, 'fork'>,
};

/** A computer on which nothing has been started yet. */
export function fresh(change: Parameters<typeof freshProgram>[0] = {}): void {
  ipcMain.removeAllListeners();
  freshProgram(change);
}
