import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import { catalog } from '../compute/catalog.ts';
import { toErrorData } from '../contract/errors.ts';
import { appOrigin } from '../policy/origin.ts';
import { createHost } from '../services/host.ts';
import { cacheFolder } from '../setup/places.ts';
import { dataFolder } from '../storage/data-folder.ts';
import { bridge } from './bridge.ts';
import { guardPermissions, guardWindows } from './guards.ts';
import { saveHandout, saveReport } from './handout.ts';
import { setMenu } from './menu.ts';
import { declareScheme, servePages } from './pages.ts';
import { openPresenter } from './presenter-window.ts';
import { spawnUtility } from './spawn-compute.ts';
import { openWindow } from './window.ts';

const root = app.getAppPath();
const preload = join(root, 'out/node/preload.cjs');
const address = `${appOrigin}/`;

// The same data folder as the web host's, so that nothing is lost between them; the browser's own files stay out of it.
usePath('userData', dataFolder());
usePath('sessionData', join(cacheFolder(), 'electron'));
declareScheme();
guardWindows(preload);

/** Electron wants the folder to exist. One that can't be made is reported by the host, in words. */
function usePath(name: 'userData' | 'sessionData', folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    app.setPath(name, folder);
  } catch {
    return;
  }
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

async function open(): Promise<void> {
  await app.whenReady();
  guardPermissions();
  servePages(join(root, 'out/renderer'));
  setMenu(process.platform, app.isPackaged, { openPresenter: () => openPresenter(preload), save: (which) => void saveHandout(which, address, preload) });
  const host = await createHost({ root, kind: 'electron', spawnCompute: () => spawnUtility(root), catalog, version: app.getVersion(), savePdf: (place, name) => saveReport(place, name, address, preload) });
  const farewell = bridge((channel) => host.attach(channel));
  openWindow(address, preload);

  let closing = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    farewell();
    void host.close().finally(() => app.exit(0));
  });
  process.once('SIGTERM', () => app.quit());
  process.once('SIGINT', () => app.quit());
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', focusWindow);
  open().catch((error: unknown) => {
    const { what, safe, next } = toErrorData(error);
    const text = [what, safe, next].filter(Boolean).join('\n');
    console.error(text);
    dialog.showErrorBox('Lectern can’t start', text);
    app.exit(1);
  });
} else {
  app.quit();
}
