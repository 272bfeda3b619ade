import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, powerMonitor, protocol, session, shell } from 'electron';
import { catalog } from '../compute/catalog.ts';
import { toErrorData } from '../contract/errors.ts';
import { roomVariable } from '../contract/launcher.ts';
import { withFallback } from '../policy/compute-env.ts';
import { lectureVariable } from '../contract/launcher.ts';
import { parseOpenRequest, linkScheme } from '../policy/deep-link.ts';
import { appScheme } from '../policy/origin.ts';
import { windowBackground, windowIcon } from '../policy/window-look.ts';
import { windowOptions } from '../policy/window-options.ts';
import { createHost, type LecternHost } from '../services/host.ts';
import { Inbox } from '../services/pages/inbox.ts';
import { shutDownOnce } from '../services/pages/shutdown.ts';
import { appResponse } from '../web/app-response.ts';
import { bridge } from './bridge.ts';
import { offerContextMenus } from './menu/context-menu.ts';
import { doctorPages, examine } from './doctor.ts';
import { guardPermissions, guardWindows } from './guards.ts';
import { saveHandout, saveReport } from './handout.ts';
import { setMenu } from './menu/menu.ts';
import { pagesFolder } from './pages.ts';
import { recoverPages } from './recovery.ts';
import { spawnUtility } from './spawn-compute.ts';
import { quietSpelling } from './menu/spelling.ts';
import type { Launcher } from './launcher.ts';
import { hideWindows, openPresenter, showLecture } from './window.ts';

/**
 * Opens the lecture: listens to the system, waits for Electron, joins windows and host, and opens the first window. Rejects where
 * the app can't run, in words. Call once, before Electron is ready.
 */
export async function openApp(root: string, launcher: Launcher): Promise<void> {
  const { platform } = process;
  let host: LecternHost | null = null;
  const options = () =>
    windowOptions({
      preload: join(root, 'out/node/preload.cjs'),
      icon: windowIcon(root, platform),
      background: windowBackground(host?.settings.theme ?? 'system', nativeTheme),
    });
  const inbox = listenToSystem(platform);
  guardWindows(options);
  offerContextMenus();
  let shown = false;
  function firstShown() {
    if (!shown) launcher.say({ lectern: 'shown' });
    shown = true;
  }
  const folder = pagesFolder(root);

  await app.whenReady();
  quietSpelling(session.defaultSession);
  guardPermissions();
  const pages = (request: Request) => appResponse(folder, request, host?.lecture);
  protocol.handle(appScheme.scheme, launcher.wantsDoctor ? doctorPages(pages) : pages);
  setMenu(platform, app.isPackaged, {
    presenter: () => openPresenter(options),
    'save-slides': () => saveHandout('slides', options),
    'save-notes': () => saveHandout('notes', options),
  });
  const opened = await createHost({
    root,
    kind: 'electron',
    spawnCompute: (reason) => spawnUtility(root, withFallback(process.env, reason)),
    catalog,
    version: app.getVersion(),
    savePdf: (place, name) => saveReport(place, name, options),
    showFolder: (path) => shell.openPath(path),
    lecture: process.env[lectureVariable],
    firstSlideFirst: true,
  });
  host = opened;
  endWell(opened, platform);
  if (process.env[roomVariable] === '1')
    await opened
      .openRoom()
      .catch((error: unknown) => opened.notify({ id: 'room', ...toErrorData(error) }));
  inbox.open((given) => {
    if (given?.file != null) void opened.offer(given.file);
    showLecture(options, given?.hash, firstShown);
  });
  if (!launcher.wantsDoctor) return;
  const rows = await examine(BrowserWindow.getAllWindows()[0]!);
  launcher.say({ lectern: 'doctor', rows }, () => app.quit());
}

/** What the system hands in: a link, a file, a second start. It waits until the host stands. */
function listenToSystem(
  platform: NodeJS.Platform,
): Inbox<NonNullable<ReturnType<typeof parseOpenRequest>>> {
  const inbox = new Inbox(parseOpenRequest(process.argv, process.cwd(), platform));
  const word = (event: { preventDefault(): void }, text: string) => {
    event.preventDefault();
    inbox.give(parseOpenRequest([text], '/', platform));
  };
  app.on('open-url', word);
  app.on('open-file', word);
  app.on('second-instance', (_event, argv, folder) =>
    inbox.give(parseOpenRequest(argv, folder, platform)),
  );
  app.on('activate', (_event, visible) => {
    if (!visible) inbox.give(null);
  });
  // macOS and Linux learn it from the package. Nothing after `--` is a switch, whatever a link says.
  if (platform === 'win32' && app.isPackaged)
    app.setAsDefaultProtocolClient(linkScheme, process.execPath, ['--']);
  return inbox;
}

/** Joins pages with the host, brings back those that crash, and lets nothing end the program before the host has saved. */
function endWell(host: LecternHost, platform: NodeJS.Platform): void {
  const disconnectPages = bridge((channel) => host.attach(channel));
  const stopRecovery = recoverPages((notice) => host.notify(notice));
  const shutDown = shutDownOnce(
    host,
    () => {
      stopRecovery();
      disconnectPages();
      hideWindows();
    },
    (code) => app.exit(code),
  );
  app.on('before-quit', (event) => {
    event.preventDefault();
    shutDown();
  });
  // macOS and Linux tell of it before they ask anybody to quit. To refuse this one event is Electron's way to be waited for: macOS then
  // gets no refused quit, which would stop the log-off, and Linux sends no SIGTERM yet. Electron's types leave the event out.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault();
    shutDown();
  });
  // Windows asks nobody when the person logs off: the first of these is the earliest word of it,
  // and hardly any time is left after the second.
  app.on('browser-window-created', (_event, window) => {
    window.on('query-session-end', shutDown);
    window.on('session-end', shutDown);
  });
  // On macOS a program stays until it is told to quit; a click on its icon opens a window again.
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit();
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => app.quit());
}
