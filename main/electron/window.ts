import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { safePreferences } from '../policy/window-safety.ts';

/** The options of every window, the presenter's included. There are no others. */
export function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    width: 1280,
    height: 800,
    minWidth: 480,
    minHeight: 400,
    show: false,
    title: 'Lectern',
    webPreferences: { ...safePreferences(), preload, spellcheck: false, navigateOnDragDrop: false, disableDialogs: true },
  };
}

/** Opens a window at `address`; it shows once there is something to see, unless it only prints. */
export function openWindow(address: string, preload: string, { hidden = false } = {}): BrowserWindow {
  const window = new BrowserWindow(windowOptions(preload));
  if (!hidden) window.once('ready-to-show', () => window.show());
  void window.loadURL(address);
  return window;
}
