import { beforeEach, describe, expect, it } from 'vitest';
import { app, played } from './app.ts';
import { electron, fresh } from './electron.ts';
import { aborted, PlayedContents, PlayedWindow } from './window.ts';

/** What a page's navigation tells, in order. */
function record(contents: PlayedContents, refuse?: 'will-frame-navigate' | 'will-redirect') {
  const told: string[] = [];
  const names = [
    'did-start-navigation',
    'will-frame-navigate',
    'will-navigate',
    'will-redirect',
    'did-redirect-navigation',
    'did-navigate',
    'did-navigate-in-page',
    'did-fail-load',
    'did-finish-load',
  ];
  for (const name of names) {
    contents.on(name, (event: { preventDefault(): void }) => {
      told.push(name);
      if (name === refuse) event.preventDefault();
    });
  }
  return told;
}

beforeEach(() => fresh({ ready: true }));

describe('a navigation, as Electron tells of it', () => {
  it('starts before the page’s wish can be refused, and is committed after that', () => {
    const contents = new PlayedContents();
    const told = record(contents);
    const before = contents.mainFrame;
    expect(contents.navigate('app://lectern/', { byPage: true, redirects: ['app://x/'] })).toBe(
      true,
    );
    expect(told).toEqual([
      'did-start-navigation',
      'will-frame-navigate',
      'will-navigate',
      'will-redirect',
      'did-redirect-navigation',
      'did-navigate',
    ]);
    expect(contents.mainFrame).not.toBe(before);
    expect(contents.url).toBe('app://x/');
  });

  it.each(['will-frame-navigate', 'will-redirect'] as const)(
    'that is refused (%s) leaves the document as it is, though its start was told',
    (refuse) => {
      const contents = new PlayedContents();
      const before = contents.mainFrame;
      const told = record(contents, refuse);
      expect(contents.navigate('app://x/', { byPage: true, redirects: ['app://y/'] })).toBe(false);
      expect([told[0], told.at(-1)]).toEqual(['did-start-navigation', refuse]);
      expect([contents.mainFrame, contents.url]).toEqual([before, '']);
    },
  );

  it('of the program itself is not asked about', () => {
    const contents = new PlayedContents();
    const told = record(contents, 'will-frame-navigate');
    contents.navigate('app://x/');
    expect(told).toEqual(['did-start-navigation', 'did-navigate']);
  });

  it('has loaded in a later turn than that in which it is committed', async () => {
    const contents = new PlayedContents();
    const told = record(contents);
    contents.navigate('app://lectern/');
    expect(told).toEqual(['did-start-navigation', 'did-navigate']);
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).toEqual(['did-start-navigation', 'did-navigate', 'did-finish-load']);
  });

  it.each([
    ['that fails commits an error page', -6, true],
    ['that is stopped leaves the document', aborted, false],
  ])('%s, and only its failing is told', async (_what, fails, committed) => {
    const contents = new PlayedContents();
    const told = record(contents);
    const before = contents.mainFrame;
    expect(contents.navigate('app://lectern/', { fails })).toBe(committed);
    await new Promise((resolve) => setImmediate(resolve));
    expect(told).toEqual(['did-start-navigation', 'did-fail-load']);
    expect(contents.mainFrame !== before).toBe(committed);
    expect(contents.url).toBe(committed ? 'app://lectern/' : '');
  });

  it('to another place of the same document starts one too, and commits none', () => {
    const contents = new PlayedContents();
    const told = record(contents);
    const before = contents.mainFrame;
    contents.navigateInPage('app://lectern/#/notebook');
    expect(told).toEqual(['did-start-navigation', 'did-navigate-in-page']);
    expect(contents.mainFrame).toBe(before);
  });
});

describe('a window', () => {
  const open = (paintsHidden: boolean) => {
    played.paintsHidden = paintsHidden;
    const window = new PlayedWindow();
    const told: string[] = [];
    for (const name of ['ready-to-show', 'show', 'closed'])
      window.on(name, () => void told.push(name));
    void window.loadURL('app://lectern/');
    return { window, told };
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('says once that it was painted: while it is hidden, or only after it was shown', async () => {
    const usual = open(true);
    const wayland = open(false);
    await turn();
    expect([usual.told, wayland.told]).toEqual([['ready-to-show'], []]);
    for (const { window } of [usual, wayland]) window.show();
    await turn();
    expect(usual.told).toEqual(['ready-to-show', 'show']);
    expect(wayland.told).toEqual(['show', 'ready-to-show']);
  });

  it('that was closed says so, and can’t be shown any more', async () => {
    const { window, told } = open(true);
    window.destroy();
    expect(() => window.show()).toThrow('Object has been destroyed');
    await turn();
    expect(told).toEqual(['closed']);
  });
});

describe('a utility process', () => {
  const fork = () => {
    played.compute = () => undefined;
    electron.utilityProcess.fork('/entry.js');
    return played.forks[0]!.child;
  };

  it('can’t be ended before it stands, and has no id until then and none afterwards', async () => {
    const child = fork();
    expect([child.kill(), child.pid]).toEqual([false, undefined]);
    child.spawn();
    expect(child.pid).toEqual(expect.any(Number));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    expect([child.kill(), await ended, child.pid]).toEqual([true, 0, undefined]);
  });

  it('throws an error that nobody listens for', () => {
    const child = fork();
    expect(() => child.play('error', 'FatalError', 'here', '{}')).toThrow('FatalError');
    child.on('error', () => undefined);
    child.play('error', 'FatalError', 'here', '{}');
  });
});

describe('the default session', () => {
  it('can’t be touched before Electron is ready, by nobody', async () => {
    fresh();
    const touches = [
      () => electron.session.defaultSession,
      () => electron.protocol.handle('app', () => new Response()),
      () => new PlayedWindow(),
      () => electron.utilityProcess.fork('/entry.js'),
    ];
    for (const touch of touches) expect(touch).toThrow('before the app is ready');
    await app.whenReady();
    for (const touch of touches) expect(touch).not.toThrow();
    expect(played.calls).toEqual(['whenReady', 'session']);
  });

  it('fetches a dictionary in the turn after it was first touched, by a window as well', async () => {
    new PlayedWindow({ webPreferences: { spellcheck: false } });
    expect(played.fetched).toEqual([]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(played.fetched).toEqual(['https://dictionaries.example/en-US.bdic']);
  });
});

it('the app’s folder is that of the file, where Electron was started by one', () => {
  fresh({ root: '/opt/lectern' });
  expect(app.getAppPath()).toBe('/opt/lectern');
  fresh({ root: '/opt/lectern', startedByFile: '/opt/lectern/out/node/electron.js' });
  expect(app.getAppPath()).toBe('/opt/lectern/out/node');
});
