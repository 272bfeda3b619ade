import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { app, played } from '../../test/electron-double/app.ts';
import { event } from '../../test/electron-double/events.ts';
import { openPage } from '../../test/electron-double/page.ts';
import { eventually, trialComputer } from '../../test/electron-double/start.ts';
import { PlayedWindow } from '../../test/electron-double/window.ts';

const computer = trialComputer();
const second = (...args: string[]) =>
  app.play('second-instance', event(), ['/opt/lectern', ...args], computer.folder, undefined);
const card = () => join(computer.folder, 'run.json');
beforeEach(() => writeFileSync(card(), '{"a":1}'));
const offered = async () => (await openPage(computer.window()).call('app.info', {})).offered;

describe('a link', () => {
  it('that Lectern is started with is where the window opens', async () => {
    await computer.start({
      args: ['--original-process-start-time=1', 'lectern://labs/latency/queue?seed=7'],
    });
    expect(computer.window().loads).toEqual(['app://lectern/#/labs/latency/queue?seed=7']);
  });

  it('of a second start goes to the window there is, and brings it to the front', async () => {
    await computer.start();
    computer.window().minimized = true;
    second('lectern://slides/title');
    expect(played.windows).toHaveLength(1);
    expect(computer.window()).toMatchObject({
      loads: ['app://lectern/', 'app://lectern/#/slides/title'],
      focused: 1,
      minimized: false,
    });
  });

  it('changes only what follows the #: the page keeps its line to the host', async () => {
    await computer.start();
    const page = openPage(computer.window());
    await page.call('app.info', {});
    second('lectern://notebook');
    const elsewhere = new PlayedWindow();
    void elsewhere.loadURL('app://lectern/');
    await openPage(elsewhere).call('settings.set', { theme: 'dark' });
    await eventually(() =>
      expect(
        computer
          .window()
          .webContents.sent.some(([, text]) => String(text).includes('settings.changed')),
      ).toBe(true),
    );
  });

  it('never goes to the presenter’s window, nor to one that only prints', async () => {
    await computer.start();
    computer.window().webContents.navigateInPage('app://lectern/#/present');
    const lecture = new PlayedWindow();
    void lecture.loadURL('app://lectern/#/slides/title');
    second('lectern://notebook');
    expect(computer.window().loads).toEqual(['app://lectern/']);
    expect(lecture.loads.at(-1)).toBe('app://lectern/#/notebook');
    lecture.destroy();
    second('lectern://read');
    expect(played.windows.map(({ loads }) => loads.at(-1))).toEqual([
      'app://lectern/',
      'app://lectern/#/read',
    ]);
  });

  it('on macOS is taken early and late, and the system is told that it is taken', async () => {
    const early = event();
    await computer.start({
      on: 'darwin',
      early: () => app.play('open-url', early, 'lectern://slides/title?step=2'),
    });
    expect(early.defaultPrevented).toBe(true);
    expect(computer.window().loads).toEqual(['app://lectern/#/slides/title?step=2']);
    app.play('open-url', event(), 'lectern://notebook');
    expect(computer.window().loads.at(-1)).toBe('app://lectern/#/notebook');
  });

  it.each([
    'lectern://elsewhere',
    'lectern://present',
    'javascript:alert(1)',
    'https://evil.example/',
    'app://lectern/#/slides',
    'file:///etc/passwd',
    'lectern://slides/<script>',
  ])('%s opens nothing, and only brings the window to the front', async (link) => {
    await computer.start();
    second(link);
    app.play('open-url', event(), link);
    expect(computer.window()).toMatchObject({ loads: ['app://lectern/'], focused: 2 });
  });
});

describe('a file', () => {
  it('that Lectern is started with is offered in the notebook, and read through the host', async () => {
    await computer.start({ args: [card()] });
    expect(computer.window().loads).toEqual(['app://lectern/#/notebook']);
    const page = openPage(computer.window());
    await eventually(async () =>
      expect((await page.call('app.info', {})).offered).toMatchObject({
        name: 'run.json',
        bytes: 7,
      }),
    );
    const { id } = (await page.call('app.info', {})).offered!;
    expect(await page.call('file.read', { id, from: 0 })).toEqual({
      base64: Buffer.from('{"a":1}').toString('base64'),
      next: null,
    });
  });

  it('of a second start is looked for where that was started', async () => {
    await computer.start();
    second('run.json');
    expect(computer.window().loads.at(-1)).toBe('app://lectern/#/notebook');
    await eventually(async () => expect(await offered()).toMatchObject({ name: 'run.json' }));
  });

  it('on macOS comes by itself, early and late', async () => {
    const early = event();
    await computer.start({ on: 'darwin', early: () => app.play('open-file', early, card()) });
    expect(early.defaultPrevented).toBe(true);
    await eventually(async () => expect(await offered()).toMatchObject({ name: 'run.json' }));
    writeFileSync(join(computer.folder, 'other.jsonl'), 'x');
    app.play('open-file', event(), join(computer.folder, 'other.jsonl'));
    await eventually(async () => expect(await offered()).toMatchObject({ name: 'other.jsonl' }));
  });

  it('that is none of ours, or one of two, is not touched', async () => {
    await computer.start({ args: [card(), join(computer.folder, 'two.json')] });
    second(join(computer.folder, 'out/renderer/index.html'));
    expect(await offered()).toBeNull();
    expect(computer.window().loads).toEqual(['app://lectern/']);
  });
});

describe('on macOS, without a window', () => {
  it('a click on the icon opens one, and so does a link', async () => {
    await computer.start({ on: 'darwin' });
    app.play('activate', event(), true);
    expect(computer.window().focused).toBe(0);
    computer.window().destroy();
    expect(played.ended).toEqual([]);
    app.play('activate', event(), false);
    expect(played.windows.map(({ loads }) => loads)).toEqual([['app://lectern/']]);
    computer.window().destroy();
    app.play('open-url', event(), 'lectern://read');
    expect(computer.window().loads).toEqual(['app://lectern/#/read']);
  });
});
