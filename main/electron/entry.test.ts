import {
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { contentSecurityPolicy } from '../policy/csp.ts';
import { sessionFolder } from '../policy/session-folder.ts';
import { answer, isAnswered, newWord } from '../services/pages/second-start.ts';
import { app, played } from '../../test/electron-double/app.ts';
import { event } from '../../test/electron-double/events.ts';
import { openPage } from '../../test/electron-double/page.ts';
import { eventually, trialComputer } from '../../test/electron-double/start.ts';

const computer = trialComputer();
const cache = () => join(computer.folder, 'cache');
const data = () => join(computer.folder, 'data');
const answers = () => readdirSync(data()).filter((name) => name.startsWith('second-start'));
/** Nobody answers for as long as a start waits: each look at the clock is a second later. */
function nobodyAnswers(): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
}
/** Another Lectern that is open answers. */
const another = (word: unknown) => answer(data(), word);

describe('a start', () => {
  it('does in this order what Electron wants done before it is ready', async () => {
    await computer.start();
    expect(played.calls).toEqual([
      'setPath userData',
      'setPath sessionData',
      'enableSandbox',
      'registerSchemesAsPrivileged',
      'requestSingleInstanceLock',
      'whenReady',
      'session',
    ]);
    expect(played.paths).toEqual({
      userData: data(),
      sessionData: sessionFolder(cache(), realpathSync(data())),
    });
    expect(played.schemes).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ]);
  });

  it('lets the spell checker fetch nothing, from the turn on in which the session is first touched', async () => {
    await computer.start();
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    expect(played.fetched).toEqual([]);
    expect(played.session).toMatchObject({ languages: [], spellChecker: false });
    // Should a language ever come back: an address that leads to no other computer.
    expect(played.session!.dictionaries).toMatch(/^app:/);
  });

  it('bears its own name, and on Windows the one under which the package is pinned and grouped', async () => {
    await computer.start({ on: 'win32' });
    expect([played.name, played.userModelId]).toEqual(['Lectern', 'org.lectern.app']);
  });

  it('sets that other name on Windows only', async () => {
    await computer.start();
    expect([played.name, played.userModelId]).toEqual(['Lectern', '']);
  });

  it('by a file instead of the app’s folder is said in words: its pages are elsewhere', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const startedByFile = join(computer.folder, 'out/node/electron.js');
    await computer.start({ startedByFile });
    expect(played.errors).toEqual([
      [
        'Lectern can’t start',
        expect.stringMatching(/Its pages are not in .*node.*\n.*\n.*by its folder/),
      ],
    ]);
    expect(played).toMatchObject({ ended: [1], windows: [], forks: [] });
    errors.mockRestore();
  });

  it('opens one window on our own page, and shows it once there is something to see', async () => {
    await computer.start();
    const { loads, options } = computer.window();
    expect(played.windows).toHaveLength(1);
    expect(loads).toEqual(['app://lectern/']);
    expect(options.show).toBe(false);
    await eventually(() => expect(computer.window().shown).toBe(true));
  });

  it('serves our own files under the policy and nothing else', async () => {
    await computer.start();
    const good = await played.pages!(new Request('app://lectern/'));
    expect([good.status, await good.text(), good.headers.get('content-security-policy')]).toEqual([
      200,
      '<p>hi',
      contentSecurityPolicy,
    ]);
    expect(
      (await played.pages!({ url: 'app://lectern/../package.json', method: 'GET' } as Request))
        .status,
    ).toBe(404);
  });

  it('joins the page with a host that keeps its files where the web host does', async () => {
    await computer.start();
    const page = openPage(computer.window());
    expect(await page.call('app.info', {})).toMatchObject({
      host: 'electron',
      version: '0.0.0',
      dataFolder: join(computer.folder, 'data'),
      compute: { state: 'starting' },
    });
    await page.call('settings.set', { theme: 'dark' });
    await eventually(() =>
      expect(readFileSync(join(computer.folder, 'data/settings.json'), 'utf8')).toContain('dark'),
    );
  });

  it('shows the data folder in the file manager, whatever a page names, and says why where it can’t', async () => {
    await computer.start();
    const page = openPage(computer.window());
    await page.call('app.openFolder', { folder: '/etc', path: '/etc' } as never);
    expect(played.opened).toEqual([join(computer.folder, 'data')]);
    played.wontOpen = 'no file manager';
    await expect(page.call('app.openFolder', {})).rejects.toMatchObject({
      data: {
        code: 'bad-request',
        what: 'The folder could not be opened: no file manager.',
        safe: 'Your files are in it as before.',
      },
    });
  });

  it('says in words why it can’t, and ends', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    writeFileSync(join(computer.folder, 'data'), 'a file, not a folder');
    await computer.start();
    expect(played.paths).not.toHaveProperty('userData');
    expect(played.errors).toEqual([
      [
        'Lectern can’t start',
        expect.stringMatching(
          /keep its files in .*: a file stands where a folder is needed\.\nNothing was changed\.\nMove that file away/,
        ),
      ],
    ]);
    expect(played.ended).toEqual([1]);
    errors.mockRestore();
  });

  it('ends at once where Lectern runs already, and touches nothing', async () => {
    await computer.start({ first: false, another });
    expect(played).toMatchObject({ ended: ['quit'], windows: [], forks: [], errors: [] });
    expect(played.calls).not.toContain('whenReady');
    expect(answers()).toEqual([]);
  });

  it('finds the other one also where that was given its data folder by another name, and another cache', async () => {
    mkdirSync(data());
    const link = join(computer.folder, 'link');
    // A junction on Windows, where a link to a folder is for administrators.
    symlinkSync(data(), link, 'junction');
    vi.stubEnv('LECTERN_HOME', link);
    vi.stubEnv('LECTERN_CACHE', join(computer.folder, 'elsewhere'));
    await computer.start({ first: false, another });
    expect(played).toMatchObject({ ended: ['quit'], errors: [] });
    expect(played.paths.sessionData).toBe(
      sessionFolder(join(computer.folder, 'elsewhere'), realpathSync(data())),
    );
  });

  it('takes folders that are named from where it was started', async () => {
    vi.stubEnv('LECTERN_HOME', relative('.', data()));
    vi.stubEnv('LECTERN_CACHE', relative('.', cache()));
    await computer.start();
    expect(played.paths.userData).toBe(data());
    expect(played.paths.sessionData).toBe(sessionFolder(cache(), realpathSync(data())));
  });

  it('says in words where it can’t lock its folder and no other Lectern answers', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    nobodyAnswers();
    await computer.start({ first: false });
    expect(played.errors).toEqual([
      [
        'Lectern can’t start',
        expect.stringMatching(/could not be locked.*\nNothing was changed\.\n.*SingletonLock/),
      ],
    ]);
    expect(played).toMatchObject({ ended: [1], windows: [], forks: [] });
    errors.mockRestore();
  });

  it('answers a second start, and nothing that is not one', async () => {
    await computer.start();
    const second = (word: unknown) => app.play('second-instance', event(), [], '/', word);
    for (const word of [undefined, {}, { word: '../x' }]) second(word);
    expect(answers()).toEqual([]);
    const word = newWord();
    second(word);
    expect(await isAnswered(data(), word)).toBe(true);
  });
});

describe('whoever started it', () => {
  it('hears that it lives before anything else, and once that a window can be seen', async () => {
    const heard: unknown[] = [];
    await computer.start({
      started: true,
      early: () => void heard.push(...computer.launcher.heard),
    });
    expect(heard).toEqual([{ lectern: 'alive' }]);
    await eventually(() => expect(computer.window().shown).toBe(true));
    computer.window().show();
    expect(computer.launcher.heard).toEqual([{ lectern: 'alive' }, { lectern: 'shown' }]);
  });

  it('hears of a window that lies behind others too, of which macOS tells nobody', async () => {
    await computer.start({ on: 'darwin', started: true, covered: true });
    await eventually(() => expect(computer.window().shown).toBe(true));
    expect(computer.launcher.heard).toEqual([{ lectern: 'alive' }, { lectern: 'shown' }]);
  });

  it('hears that Lectern is open elsewhere before this one ends', async () => {
    await computer.start({ started: true, first: false, another });
    expect(computer.launcher.heard).toEqual([{ lectern: 'alive' }, { lectern: 'elsewhere' }]);
    expect(played.ended).toEqual(['quit']);
  });

  it('hears that the lock can’t be had, which is no other Lectern', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    nobodyAnswers();
    await computer.start({ started: true, first: false });
    expect(computer.launcher.heard).toEqual([{ lectern: 'alive' }, { lectern: 'no-lock' }]);
    expect(played).toMatchObject({ errors: [], ended: [1] });
    errors.mockRestore();
  });

  it('is not kept waiting by a box where the app can’t start: the words are in its terminal', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    writeFileSync(join(computer.folder, 'data'), 'a file, not a folder');
    await computer.start({ started: true });
    expect(errors).toHaveBeenCalledWith(expect.stringContaining('a file stands where a folder'));
    expect(played).toMatchObject({ errors: [], ended: [1] });
    errors.mockRestore();
  });

  it('is told nothing where it does not listen', async () => {
    const send = vi.spyOn(process, 'send').mockReturnValue(true);
    await computer.start();
    await eventually(() => expect(computer.window().shown).toBe(true));
    const told = send.mock.calls.filter(([message]) => Object.hasOwn(message as object, 'lectern'));
    send.mockRestore();
    expect(told).toEqual([]);
  });
});

describe('the protocol', () => {
  it('is registered where the package can’t do it: the installed app on Windows, with nothing of a link read as a switch', async () => {
    await computer.start({ on: 'win32', packaged: true });
    expect(played.protocols).toEqual([['lectern', process.execPath, ['--']]]);
  });

  it.each([
    ['win32', false],
    ['darwin', true],
    ['linux', true],
  ] as const)('is left alone on %s, packaged: %s', async (on, packaged) => {
    await computer.start({ on, packaged });
    expect(played.protocols).toEqual([]);
  });
});
