import { BrowserWindow } from 'electron';
import { appOrigin } from '../policy/origin.ts';
import { isPresenter, presenterPage } from '../policy/presenter.ts';
import type { WindowOptions } from '../policy/window-options.ts';

/** Windows that nobody sees: they only print. */
const unseen = new WeakSet<BrowserWindow>();
export const isUnseen = (window: BrowserWindow): boolean => unseen.has(window);
const showsPresenter = (window: BrowserWindow) =>
  isPresenter(window.webContents.getURL(), appOrigin);

/**
 * Opens a window at `address`; it shows once there is something to see, unless it only prints.
 * @param shown is called once it was told to show. Not on 'show': macOS sends that when the window can be seen, which behind others may be never
 */
export function openWindow(
  address: string,
  options: () => WindowOptions,
  { hidden = false, shown }: { hidden?: boolean; shown?: () => void } = {},
): BrowserWindow {
  const window = new BrowserWindow(options());
  if (hidden) unseen.add(window);
  else
    window.once('ready-to-show', () => {
      window.show();
      shown?.();
    });
  void window.loadURL(address);
  return window;
}

function focus(window: BrowserWindow | undefined): boolean {
  if (window?.isMinimized()) window.restore();
  window?.focus();
  return window !== undefined;
}

/** Brings the presenter's window to the front. False where none is open. */
export const focusPresenter = (): boolean =>
  focus(BrowserWindow.getAllWindows().find(showsPresenter));

/** The menu's way to the presenter's window: the one that is open, else a new one. */
export const openPresenter = (options: () => WindowOptions): unknown =>
  focusPresenter() || openWindow(`${appOrigin}${presenterPage}`, options);

/**
 * Brings a window that is not the presenter's to the front, or opens one, at an address from `#`
 * on: the page checks it as it does a pasted link.
 */
export function showLecture(options: () => WindowOptions, hash?: string, shown?: () => void): void {
  const window = BrowserWindow.getAllWindows().find(
    (one) => !isUnseen(one) && !showsPresenter(one),
  );
  if (!window) openWindow(`${appOrigin}/${hash ?? ''}`, options, { shown });
  else if (hash !== undefined) void window.loadURL(`${appOrigin}/${hash}`);
  focus(window);
}
