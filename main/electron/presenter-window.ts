import { BrowserWindow } from 'electron';
import { appOrigin } from '../policy/origin.ts';
import { isPresenter, presenterPage } from '../policy/presenter.ts';
import { openWindow } from './window.ts';

/** Brings the presenter's window to the front. False where none is open. */
export function focusPresenter(): boolean {
  const window = BrowserWindow.getAllWindows().find((one) => isPresenter(one.webContents.getURL(), appOrigin));
  if (!window) return false;
  if (window.isMinimized()) window.restore();
  window.focus();
  return true;
}

/** The menu's way to the presenter's window: the one that is open, else a new one. */
export function openPresenter(preload: string): void {
  if (!focusPresenter()) openWindow(`${appOrigin}${presenterPage}`, preload);
}
