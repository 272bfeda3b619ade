import { BrowserWindow } from 'electron';
import { appOrigin } from '../policy/origin.ts';
import { isPresenter, presenterPage } from '../policy/presenter.ts';
import type { WindowOptions } from '../policy/window-options.ts';

/** Windows that nobody sees: they only print. */
const unseen = new WeakSet<BrowserWindow>();
export const isUnseen = (window: BrowserWindow): boolean => unseen.has(window);
const showsPresenter = (window: BrowserWindow) =>
  isPresenter(window.webContents.getURL(), appOrigin);

/** Windows that are still to be shown. */
const waiting = new Set<BrowserWindow>();

/** A page that has loaded has so long to be painted; then its window shows all the same, in the colour of its background. */
const paintsWithinMs = 500;

/**
 * Shows a new window once: when there is something to see, or a short moment after its page has loaded or could not be loaded. On
 * Wayland Electron may never say the first: a window that is hidden is not painted there.
 */
function showOnce(window: BrowserWindow, shown?: () => void): void {
  waiting.add(window);
  const show = () => {
    if (!waiting.delete(window)) return;
    window.show();
    shown?.();
  };
  const soon = () => void setTimeout(show, paintsWithinMs);
  window.once('ready-to-show', show);
  window.once('closed', () => waiting.delete(window));
  window.webContents.once('did-finish-load', soon);
  window.webContents.on('did-fail-load', (_event, _code, _why, _address, isMainFrame) => {
    if (isMainFrame && waiting.has(window)) soon();
  });
}

/** Hides all windows. Those that are still to be shown stay hidden. */
export function hideWindows(): void {
  waiting.clear();
  for (const window of BrowserWindow.getAllWindows()) window.hide();
}

/**
 * Opens a window at `address`, and shows it unless it only prints.
 * @param shown is called once it was told to show. Not on 'show': macOS sends that when the window
 *   can be seen, which behind others may be never
 */
export function openWindow(
  address: string,
  options: () => WindowOptions,
  { hidden = false, shown }: { hidden?: boolean; shown?: () => void } = {},
): BrowserWindow {
  const window = new BrowserWindow(options());
  if (hidden) unseen.add(window);
  else showOnce(window, shown);
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
