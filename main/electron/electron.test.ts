import { EventEmitter } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { contentSecurityPolicy } from '../policy/csp.ts';
import { unsafePreferences } from '../policy/window-safety.ts';
import type { MessageChannel } from '../rpc/messages.ts';

// Electron's program can't be had on every computer, and its package would fetch it when loaded: it alone is played here.
const played = await vi.hoisted(async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  const windows = new Set<unknown>();
  return {
    windows,
    shown: [] as { address: string; focused: number; visible: boolean; destroyed: boolean; printed: unknown[]; options: { webPreferences: object } }[],
    app: new Emitter(),
    exposed: {} as Record<string, Record<string, unknown>>,
    opened: [] as string[],
    sent: [] as unknown[][],
    ipcMain: new Emitter(),
    ipcRenderer: Object.assign(new Emitter(), { send: (...args: unknown[]) => void played.sent.push(args) }),
    permission: {} as { request?: (...args: unknown[]) => void; check?: (...args: unknown[]) => boolean; device?: () => boolean },
    forks: [] as unknown[][],
    child: new Emitter(),
    saveTo: undefined as string | undefined,
    offered: null as unknown,
    boxes: [] as string[],
  };
});
vi.mock('electron', () => ({
  app: played.app,
  BrowserWindow: class extends EventEmitter {
    static fromWebContents = (contents: unknown) => (played.windows.has(contents) ? {} : null);
    static getAllWindows = () => played.shown;
    static getFocusedWindow = () => null;
    readonly webContents = {
      getURL: () => this.address,
      executeJavaScript: () => Promise.resolve(),
      printToPDF: (options: unknown) => (this.printed.push(options), Promise.resolve(Buffer.from('%PDF-'))),
    };
    address = '';
    focused = 0;
    visible = false;
    destroyed = false;
    printed: unknown[] = [];
    constructor(readonly options: { webPreferences: object }) {
      super();
      played.shown.push(this);
    }
    loadURL = (address: string) => {
      this.address = address;
      setImmediate(() => this.emit('ready-to-show'));
      return Promise.resolve();
    };
    show = () => void (this.visible = true);
    destroy = () => void (this.destroyed = true);
    isMinimized = () => false;
    focus = () => void (this.focused += 1);
  },
  dialog: {
    showSaveDialog: (...given: unknown[]) => {
      played.offered = given.at(-1);
      return Promise.resolve({ canceled: played.saveTo === undefined, filePath: played.saveTo ?? '' });
    },
    showErrorBox: (title: string, text: string) => void played.boxes.push(`${title}: ${text}`),
  },
  contextBridge: { exposeInMainWorld: (name: string, api: Record<string, unknown>) => void (played.exposed[name] = api) },
  ipcMain: played.ipcMain,
  ipcRenderer: played.ipcRenderer,
  protocol: {},
  session: {
    defaultSession: {
      setPermissionRequestHandler: (handler: never) => void (played.permission.request = handler),
      setPermissionCheckHandler: (handler: never) => void (played.permission.check = handler),
      setDevicePermissionHandler: (handler: never) => void (played.permission.device = handler),
    },
  },
  shell: { openExternal: (address: string) => void played.opened.push(address) },
  utilityProcess: { fork: (...args: unknown[]) => (played.forks.push(args), played.child) },
  Menu: {},
}));

const folder = mkdtempSync(join(tmpdir(), 'lectern-app-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  played.opened.length = 0;
  played.sent.length = 0;
});

describe('windows', () => {
  it('have exactly these options', async () => {
    const { windowOptions } = await import('./window.ts');
    const options = windowOptions('/app/preload.cjs');
    expect(options).toEqual({
      width: 1280, height: 800, minWidth: 480, minHeight: 400, show: false, title: 'Lectern',
      webPreferences: {
        contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webviewTag: false,
        webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false,
        preload: '/app/preload.cjs', spellcheck: false, navigateOnDragDrop: false, disableDialogs: true,
      },
    });
    expect(unsafePreferences(options.webPreferences!)).toEqual([]);
  });

  it('are made, and links opened, in one place each', () => {
    const sources = readdirSync(import.meta.dirname).filter((name) => !name.includes('.test.')).map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')).join('\n');
    expect(sources.match(/new BrowserWindow\(/g)).toHaveLength(1);
    expect(sources.match(/openExternal\(/g)).toHaveLength(1);
  });

  it('stay on our own pages, and hand cited sites to the browser', async () => {
    const { guardWindows } = await import('./guards.ts');
    guardWindows('/app/preload.cjs');
    let newWindow: ((details: { url: string }) => { action: string; overrideBrowserWindowOptions?: unknown }) | undefined;
    const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: (handler: never) => void (newWindow = handler) });
    played.app.emit('web-contents-created', {}, contents);
    const blocked = (name: string, url: string) => {
      const event = { url, preventDefault: vi.fn() };
      contents.emit(name, event);
      return event.preventDefault.mock.calls.length === 1;
    };
    for (const name of ['will-frame-navigate', 'will-redirect']) {
      expect(blocked(name, 'app://lectern/#/labs/latency')).toBe(false);
      expect(blocked(name, 'https://evil.example/')).toBe(true);
      expect(blocked(name, 'file:///etc/passwd')).toBe(true);
    }
    expect(blocked('will-attach-webview', '')).toBe(true);
    expect(played.opened).toEqual([]);
    expect(blocked('will-frame-navigate', 'https://arxiv.org/abs/1')).toBe(true);
    expect(newWindow!({ url: 'https://arxiv.org/abs/2' })).toEqual({ action: 'deny' });
    expect(newWindow!({ url: 'https://evil.example/' })).toEqual({ action: 'deny' });
    expect(played.opened).toEqual(['https://arxiv.org/abs/1', 'https://arxiv.org/abs/2']);
    expect(newWindow!({ url: 'app://lectern/?presenter' })).toMatchObject({ action: 'allow', overrideBrowserWindowOptions: { webPreferences: { sandbox: true, contextIsolation: true } } });
  });

  it('the presenter’s is an ordinary one, and there is one of it', async () => {
    const { openPresenter } = await import('./presenter-window.ts');
    const { menuTemplate } = await import('./menu.ts');
    const { guardWindows } = await import('./guards.ts');
    played.shown.length = 0;
    played.app.removeAllListeners();
    guardWindows('/app/preload.cjs');
    let newWindow: ((details: { url: string }) => { action: string }) | undefined;
    played.app.emit('web-contents-created', {}, Object.assign(new EventEmitter(), { setWindowOpenHandler: (handler: never) => void (newWindow = handler) }));
    const presenter = 'app://lectern/#/present';
    expect(newWindow!({ url: presenter }).action).toBe('allow');

    const view = menuTemplate('linux', true, { openPresenter: () => openPresenter('/app/preload.cjs'), save: () => undefined }).find((item) => item.label === 'View')!.submenu as { label?: string; click?: () => void }[];
    const item = view.find(({ label }) => label === 'Presenter Window')!;
    item.click!();
    expect(played.shown).toMatchObject([{ address: presenter, focused: 0, options: { webPreferences: { sandbox: true, preload: '/app/preload.cjs' } } }]);
    expect(unsafePreferences(played.shown[0]!.options.webPreferences)).toEqual([]);
    item.click!();
    expect(newWindow!({ url: presenter }).action).toBe('deny');
    expect(played.shown).toMatchObject([{ focused: 2 }]);
    expect(newWindow!({ url: 'app://lectern/#/slides/title' }).action).toBe('allow');
  });

  it('get no permission but full screen and writing text to the clipboard', async () => {
    const { guardPermissions } = await import('./guards.ts');
    guardPermissions();
    const asked = (permission: string, requestingUrl: string) => {
      let verdict: boolean | undefined;
      played.permission.request!(null, permission, (v: boolean) => (verdict = v), { requestingUrl });
      return verdict;
    };
    expect(asked('fullscreen', 'app://lectern/')).toBe(true);
    expect(asked('fullscreen', 'https://evil.example/')).toBe(false);
    expect(asked('media', 'app://lectern/')).toBe(false);
    expect(played.permission.check!(null, 'clipboard-sanitized-write', 'app://lectern/')).toBe(true);
    expect(played.permission.check!(null, 'geolocation', 'app://lectern/')).toBe(false);
    expect(played.permission.device!()).toBe(false);
  });
});

describe('the preload', () => {
  it('exposes three names and no event object', async () => {
    await import('./preload.ts');
    expect(Object.keys(played.exposed)).toEqual(['lectern']);
    const api = played.exposed['lectern'] as { send(text: unknown): unknown; onMessage(l: (...args: unknown[]) => void): unknown; onClose(l: (...args: unknown[]) => void): unknown };
    expect(Object.keys(api).sort()).toEqual(['onClose', 'onMessage', 'send']);
    const heard = vi.fn();
    const closed = vi.fn();
    expect([api.onMessage(heard), api.onClose(closed), api.send({ toString: () => 'text' })]).toEqual([undefined, undefined, undefined]);
    played.ipcRenderer.emit('lectern:message', { sender: 'secret' }, 'hello');
    played.ipcRenderer.emit('lectern:close', { sender: 'secret' });
    expect(heard.mock.calls).toEqual([['hello']]);
    expect(closed.mock.calls).toEqual([[]]);
    expect(played.sent).toEqual([['lectern:message', 'text']]);
  });
});

describe('the bridge', () => {
  const page = (url = 'app://lectern/#/slides/opening') => {
    const mainFrame = { url };
    const contents = Object.assign(new EventEmitter(), { mainFrame, isDestroyed: () => false, send: (...args: unknown[]) => void played.sent.push(args) });
    played.windows.add(contents);
    return contents;
  };

  it('joins a page with the host, closes its line on reload, and opens a new one', async () => {
    const { bridge } = await import('./bridge.ts');
    played.ipcMain.removeAllListeners();
    const channels: { channel: MessageChannel; heard: string[]; closed: number }[] = [];
    const farewell = bridge((channel) => {
      const line = { channel, heard: [] as string[], closed: 0 };
      channel.onMessage((text) => line.heard.push(text));
      channel.onClose(() => (line.closed += 1));
      channels.push(line);
    });
    const contents = page();
    const say = (text: unknown) => played.ipcMain.emit('lectern:message', { sender: contents, senderFrame: contents.mainFrame }, text);
    say('one');
    say('two');
    say({ not: 'text' });
    contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true });
    contents.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false });
    expect(channels).toHaveLength(1);
    expect(channels[0]).toMatchObject({ heard: ['one', 'two'], closed: 0 });
    channels[0]!.channel.send('answer');
    contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    channels[0]!.channel.send('too late');
    expect(channels[0]!.closed).toBe(1);
    say('again');
    expect(channels[1]).toMatchObject({ heard: ['again'], closed: 0 });
    farewell();
    expect(played.sent).toEqual([['lectern:message', 'answer'], ['lectern:close']]);
  });

  it('does not hear strangers', async () => {
    const { allowed } = await import('./bridge.ts');
    const ours = page();
    expect(allowed({ sender: ours, senderFrame: ours.mainFrame } as never)).toBe(true);
    expect(allowed({ sender: ours, senderFrame: null } as never)).toBe(false);
    expect(allowed({ sender: ours, senderFrame: { url: 'app://lectern/' } } as never)).toBe(false);
    const elsewhere = page('https://evil.example/');
    expect(allowed({ sender: elsewhere, senderFrame: elsewhere.mainFrame } as never)).toBe(false);
    const stranger = { mainFrame: { url: 'app://lectern/' } };
    expect(allowed({ sender: stranger, senderFrame: stranger.mainFrame } as never)).toBe(false);
  });
});

describe('app:// pages', () => {
  it('come with the policy, from our folder only', async () => {
    const { answerPage } = await import('./pages.ts');
    writeFileSync(join(folder, 'index.html'), '<p>hi');
    const good = await answerPage(folder, { url: 'app://lectern/', method: 'GET' });
    expect([good.status, await good.text(), good.headers.get('content-type')]).toEqual([200, '<p>hi', 'text/html; charset=utf-8']);
    for (const url of ['app://lectern/no.html', 'app://lectern/%2e%2e/x', 'app://other/', 'https://lectern/']) {
      const bad = await answerPage(folder, { url, method: 'GET' });
      expect([url, bad.status, bad.headers.get('content-security-policy')]).toEqual([url, 404, contentSecurityPolicy]);
    }
    expect((await answerPage(folder, { url: 'app://lectern/', method: 'POST' })).status).toBe(405);
    expect(good.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  });
});

describe('compute', () => {
  it('is started with a fixed entry and a scrubbed environment', async () => {
    const { spawnUtility } = await import('./spawn-compute.ts');
    const child = spawnUtility('/app', { PATH: '/bin', NODE_OPTIONS: '--require evil', SECRET: 'x' });
    expect(played.forks).toEqual([
      [
        join('/app', 'out', 'node', 'compute.js'), [],
        { env: { PATH: '/bin', TF_NUM_INTRAOP_THREADS: '1', TF_CPP_MIN_LOG_LEVEL: '2' }, execArgv: [], stdio: ['ignore', 'ignore', 'pipe'], serviceName: 'Lectern compute' },
      ],
    ]);
    const seen: unknown[] = [];
    child.channel.onMessage((text) => seen.push(text));
    child.channel.onClose(() => seen.push('closed'));
    child.onExit((exit) => seen.push(exit));
    played.child.emit('message', 'hello');
    played.child.emit('exit', 9);
    child.onExit((exit) => seen.push(exit));
    expect(seen).toEqual(['hello', 'closed', { code: 9, signal: null }, { code: 9, signal: null }]);
  });
});

describe('the handout', () => {
  it('is asked for in the menu, printed from a hidden window with the page’s own sizes, and written where the person said', async () => {
    const { saveHandout } = await import('./handout.ts');
    const { menuTemplate } = await import('./menu.ts');
    const wanted: string[] = [];
    const file = menuTemplate('linux', true, { openPresenter: () => undefined, save: (which) => void wanted.push(which) })[0]!.submenu as { label?: string; click?: () => void }[];
    for (const item of file) if (item.label?.startsWith('Save handout')) item.click!();
    expect(wanted).toEqual(['slides', 'notes']);

    played.shown.length = 0;
    played.saveTo = join(folder, 'notes.pdf');
    expect(await saveHandout('notes', 'app://lectern/', '/app/preload.cjs')).toBe(played.saveTo);
    expect(readFileSync(played.saveTo, 'utf8')).toBe('%PDF-');
    expect(played.shown).toMatchObject([{ address: 'app://lectern/#/read?print=notes', visible: false, destroyed: true, printed: [{ preferCSSPageSize: true, printBackground: true }] }]);
  });

  it('opens nothing when the person thinks better of it, and says so when the file can’t be written', async () => {
    const { saveHandout } = await import('./handout.ts');
    played.shown.length = 0;
    played.saveTo = undefined;
    expect(await saveHandout('slides', 'app://lectern/', '/app/preload.cjs')).toBeNull();
    expect(played.shown).toEqual([]);
    played.saveTo = join(folder, 'no such folder', 'slides.pdf');
    expect(await saveHandout('slides', 'app://lectern/', '/app/preload.cjs')).toBeNull();
    expect(played.boxes).toEqual([expect.stringMatching(/^The handout was not saved: ENOENT/)]);
    expect(played.shown).toMatchObject([{ destroyed: true }]);
  });
});

describe('the report', () => {
  it('is laid out at its own address and written where the person said, under its own name and in no folder that a name says', async () => {
    const { saveReport } = await import('./handout.ts');
    played.shown.length = 0;
    played.saveTo = join(folder, 'report.pdf');
    expect(await saveReport('#/report?labs=latency', '../../report-ada.pdf', 'app://lectern/', '/app/preload.cjs')).toBe(played.saveTo);
    expect(readFileSync(played.saveTo, 'utf8')).toBe('%PDF-');
    expect(played.shown).toMatchObject([{ address: 'app://lectern/#/report?labs=latency', visible: false, destroyed: true, printed: [{ preferCSSPageSize: true, printBackground: true }] }]);
    expect(played.offered).toMatchObject({ title: 'Save report', defaultPath: 'report-ada.pdf' });
    played.saveTo = undefined;
    expect(await saveReport('#/report', 'report.pdf', 'app://lectern/', '/app/preload.cjs')).toBeNull();
  });

  it('says in words what went wrong, for the room to show', async () => {
    const { saveReport } = await import('./handout.ts');
    played.saveTo = join(folder, 'no such folder', 'report.pdf');
    await expect(saveReport('#/report', 'report.pdf', 'app://lectern/', '/app/preload.cjs')).rejects.toMatchObject({ data: { code: 'storage', what: expect.stringMatching(/^The report was not saved: ENOENT/) } });
  });
});

it('the menu has no developer tools in the packaged app', async () => {
  const { menuTemplate } = await import('./menu.ts');
  expect(JSON.stringify(menuTemplate('linux', true, { openPresenter: () => undefined, save: () => undefined }))).not.toContain('toggleDevTools');
  expect(JSON.stringify(menuTemplate('linux', false, { openPresenter: () => undefined, save: () => undefined }))).toContain('toggleDevTools');
  expect(menuTemplate('darwin', true, { openPresenter: () => undefined, save: () => undefined })[0]).toEqual({ role: 'appMenu' });
});
