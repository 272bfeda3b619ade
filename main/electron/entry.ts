import { join } from 'node:path';
import { app, BrowserWindow, dialog, protocol, shell } from 'electron';
import { catalog } from '../compute/catalog.ts';
import { errorText } from '../contract/errors.ts';
import { handedIn, linkScheme } from '../policy/deep-link.ts';
import { appScheme } from '../policy/origin.ts';
import { createHost } from '../services/host.ts';
import { Inbox } from '../services/inbox.ts';
import { leaveOnce } from '../services/leave.ts';
import { cacheFolder } from '../setup/places.ts';
import { dataFolder } from '../storage/data-folder.ts';
import { haveFolder } from '../storage/make-folder.ts';
import { appResponse } from '../web/app-response.ts';
import { bridge } from './bridge.ts';
import { guardPermissions, guardWindows } from './guards.ts';
import { saveHandout, saveReport } from './handout.ts';
import { setMenu } from './menu.ts';
import { recoverPages } from './recovery.ts';
import { spawnUtility } from './spawn-compute.ts';
import { openPresenter, showLecture } from './window.ts';

const { platform } = process;
const root = app.getAppPath();
const preload = join(root, 'out/node/preload.cjs');

async function open(): Promise<void> {
  // What the system hands in before the host stands waits for it.
  const inbox = new Inbox(handedIn(process.argv, process.cwd(), platform));
  const word = (event: { preventDefault(): void }, text: string) => {
    event.preventDefault();
    inbox.give(handedIn([text], '/', platform));
  };
  app.on('open-url', word);
  app.on('open-file', word);
  app.on('second-instance', (_event, argv, folder) => inbox.give(handedIn(argv, folder, platform)));
  app.on('activate', (_event, visible) => void (visible || inbox.give(null)));
  // macOS and Linux learn it from the package. Nothing after `--` is a switch, whatever a link says.
  if (platform === 'win32' && app.isPackaged)
    app.setAsDefaultProtocolClient(linkScheme, process.execPath, ['--']);

  await app.whenReady();
  guardPermissions();
  protocol.handle(appScheme.scheme, (request) => appResponse(join(root, 'out/renderer'), request));
  setMenu(platform, app.isPackaged, {
    presenter: () => openPresenter(preload),
    'save-slides': () => saveHandout('slides', preload),
    'save-notes': () => saveHandout('notes', preload),
  });
  const host = await createHost({
    root,
    kind: 'electron',
    spawnCompute: () => spawnUtility(root),
    catalog,
    version: app.getVersion(),
    savePdf: (place, name) => saveReport(place, name, preload),
    showFolder: (folder) => shell.openPath(folder),
  });
  const farewell = bridge((channel) => host.attach(channel));
  const hide = () => BrowserWindow.getAllWindows().forEach((window) => window.hide());
  const leave = leaveOnce(
    host,
    () => void (farewell(), hide()),
    (code) => app.exit(code),
  );
  app.on('before-quit', (event) => void (event.preventDefault(), leave()));
  // Windows asks nobody when the person logs off.
  app.on('browser-window-created', (_event, window) => void window.on('session-end', leave));
  // On macOS a program stays until it is told to quit; a click on its icon opens a window again.
  app.on('window-all-closed', () => void (platform === 'darwin' || app.quit()));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => app.quit());
  recoverPages((notice) => host.notify(notice));
  inbox.open((given) => {
    if (given?.file != null) void host.offer(given.file);
    showLecture(preload, given?.hash);
  });
}

// The same data folder as the web host's, so that nothing is lost between them; the browser's own files stay out of it. Electron
// wants a folder to be there; one that can't be made is reported by the host, in words.
const folders = { userData: dataFolder(), sessionData: join(cacheFolder(), 'electron') };
for (const [name, folder] of Object.entries(folders))
  if (haveFolder(folder)) app.setPath(name, folder);
app.enableSandbox();
protocol.registerSchemesAsPrivileged([appScheme]);
guardWindows(preload);
if (!app.requestSingleInstanceLock()) app.quit();
else {
  open().catch((error: unknown) => {
    console.error(errorText(error));
    dialog.showErrorBox('Lectern can’t start', errorText(error));
    app.exit(1);
  });
}
