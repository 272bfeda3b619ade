import { join } from 'node:path';
import type { BrowserWindowConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { unsafePreferences } from '../policy/window-safety.ts';
import { played } from '../../test/electron-double/app.ts';
import { deprecated, event, navigation } from '../../test/electron-double/events.ts';
import { electron } from '../../test/electron-double/electron.ts';
import { openPage } from '../../test/electron-double/page.ts';
import { eventually, trialComputer } from '../../test/electron-double/start.ts';

const computer = trialComputer();
const contents = () => computer.window().webContents;

describe('windows', () => {
  it('have exactly these options', async () => {
    await computer.start();
    expect(computer.window().options).toEqual({
      width: 1280,
      height: 800,
      minWidth: 480,
      minHeight: 400,
      show: false,
      title: 'Lectern',
      icon: join(computer.folder, 'assets/icons/linux/256x256.png'),
      backgroundColor: '#ffffff',
      webPreferences: {
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        preload: join(computer.folder, 'out/node/preload.cjs'),
        spellcheck: false,
        navigateOnDragDrop: false,
        disableDialogs: true,
        // A window that is covered follows the lecture all the same.
        backgroundThrottling: false,
      },
    });
    expect(unsafePreferences(computer.window().options.webPreferences!)).toEqual([]);
  });

  it('bring their own icon on Linux only: elsewhere the program has one', async () => {
    await computer.start({ on: 'win32' });
    expect(computer.window().options).not.toHaveProperty('icon');
  });

  it('are of the colour that their page will have, before it is there', async () => {
    await computer.start({ system: { dark: true, highContrast: false } });
    expect(computer.window().options.backgroundColor).toBe('#13161b');
    await openPage(computer.window()).call('settings.set', { theme: 'light' });
    const opened = contents().opens('app://lectern/#/slides/title') as {
      overrideBrowserWindowOptions: BrowserWindowConstructorOptions;
    };
    expect(opened.overrideBrowserWindowOptions.backgroundColor).toBe('#ffffff');
  });

  it('stay on our own pages, and hand cited sites to the browser', async () => {
    await computer.start();
    const blocked = (name: 'will-frame-navigate' | 'will-redirect', url: string, main = true) => {
      const told = event(navigation(url, main));
      if (name === 'will-frame-navigate') contents().play(name, told);
      else contents().play(name, told, ...deprecated);
      return told.defaultPrevented;
    };
    for (const name of ['will-frame-navigate', 'will-redirect'] as const) {
      expect(blocked(name, 'app://lectern/#/labs/latency')).toBe(false);
      for (const url of [
        'https://evil.example/',
        'http://lectern/',
        'file:///etc/passwd',
        'data:text/html,x',
        'javascript:alert(1)',
        'app://lectern.evil/',
        'lectern://slides/title',
      ]) {
        expect([url, blocked(name, url), blocked(name, url, false)]).toEqual([url, true, true]);
      }
    }
    expect(played.opened).toEqual([]);
    expect(blocked('will-frame-navigate', 'https://arxiv.org/abs/1')).toBe(true);
    expect(contents().opens('https://arxiv.org/abs/2')).toEqual({ action: 'deny' });
    expect(contents().opens('https://evil.example/')).toEqual({ action: 'deny' });
    expect(played.opened).toEqual(['https://arxiv.org/abs/1', 'https://arxiv.org/abs/2']);
  });

  it('go on where the system has no browser to open a link in', async () => {
    await computer.start();
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(electron.shell, 'openExternal').mockRejectedValueOnce(new Error('no browser'));
    expect(contents().opens('https://arxiv.org/abs/3')).toEqual({ action: 'deny' });
    await eventually(() => expect(said).toHaveBeenCalledWith(new Error('no browser')));
    vi.restoreAllMocks();
  });

  it('that a page opens have the same options, and outlive the window they came from', async () => {
    await computer.start();
    expect(contents().opens('app://lectern/#/slides/title')).toEqual({
      action: 'allow',
      outlivesOpener: true,
      overrideBrowserWindowOptions: { ...computer.window().options, show: true },
    });
  });

  it('take in no guest page', async () => {
    await computer.start();
    const told = event();
    contents().play('will-attach-webview', told, {}, { src: 'https://evil.example/' });
    expect(told.defaultPrevented).toBe(true);
  });
});

describe('the presenter’s window', () => {
  it('is an ordinary one, and there is one of it', async () => {
    await computer.start();
    const presenter = 'app://lectern/#/present';
    expect(contents().opens(presenter).action).toBe('allow');
    const view = played.menu.find((item) => item.label === 'View')!.submenu as {
      label?: string;
      click?: () => void;
    }[];
    const item = view.find(({ label }) => label === 'Presenter Window')!;
    item.click!();
    expect(played.windows[1]).toMatchObject({
      loads: [presenter],
      focused: 0,
      options: computer.window().options,
    });
    item.click!();
    expect(contents().opens(presenter).action).toBe('deny');
    expect(played.windows).toHaveLength(2);
    expect(played.windows[1]).toMatchObject({ focused: 2 });
    expect(contents().opens('app://lectern/#/slides/title').action).toBe('allow');
  });
});

describe('permissions', () => {
  it('are denied but for full screen and writing text to the clipboard', async () => {
    await computer.start();
    const { request, check, device } = played.permissions;
    type Name = Parameters<NonNullable<typeof request>>[1];
    const asked = (permission: Name, requestingUrl: string) => {
      let verdict: boolean | undefined;
      request!(undefined!, permission, (granted) => (verdict = granted), {
        requestingUrl,
        isMainFrame: true,
      });
      return verdict;
    };
    const checked = (permission: Name, origin: string) =>
      check!(null, permission, origin, { isMainFrame: true });
    for (const ask of [asked, checked]) {
      expect(ask('fullscreen', 'app://lectern/')).toBe(true);
      expect(ask('clipboard-sanitized-write', 'app://lectern/')).toBe(true);
      expect(ask('fullscreen', 'https://evil.example/')).toBe(false);
      for (const permission of [
        'media',
        'geolocation',
        'notifications',
        'openExternal',
        'clipboard-read',
        'fileSystem',
        'local-network-access',
        'hid',
        'unknown',
      ] as const)
        expect([permission, ask(permission, 'app://lectern/')]).toEqual([permission, false]);
    }
    expect(device!({ deviceType: 'usb', origin: 'app://lectern', device: undefined! })).toBe(false);
  });
});
