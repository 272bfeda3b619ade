import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { laidOut } from '../policy/handout.ts';
import { windowOptions } from '../policy/window-options.ts';
import { app, played } from '../../test/electron-double/app.ts';
import { event } from '../../test/electron-double/events.ts';
import { openPage } from '../../test/electron-double/page.ts';
import { eventually, trialComputer } from '../../test/electron-double/start.ts';
import type { PlayedWindow } from '../../test/electron-double/window.ts';

const computer = trialComputer();

/** Starts, and chooses the menu's item. Every window that is open meanwhile is kept, also one that is gone in the end. */
async function save(
  label: string,
  change: Parameters<typeof computer.start>[0],
): Promise<PlayedWindow[]> {
  await computer.start(change);
  const windows: PlayedWindow[] = [];
  const push = played.windows.push.bind(played.windows);
  played.windows.push = (window) => {
    windows.push(window);
    return push(window);
  };
  const file = played.menu.find((item) => item.label === 'File')!.submenu as {
    label?: string;
    click?: () => void;
  }[];
  file.find((item) => item.label === label)!.click!();
  return windows;
}
const [slides, notes] = ['Save handout: slides…', 'Save handout: slides with notes…'] as const;

describe('the handout', () => {
  it('is printed from a hidden window with the page’s own sizes, and written where the person said', async () => {
    const saveTo = join(computer.folder, 'notes.pdf');
    const windows = await save(notes, { saveTo });
    await eventually(() => expect(readFileSync(saveTo, 'utf8')).toBe('%PDF-'));
    const [window] = windows;
    expect(window).toMatchObject({ loads: ['app://lectern/#/read?print=notes'], shown: false });
    expect(window!.webContents).toMatchObject({
      destroyed: true,
      scripts: [laidOut],
      printed: [{ preferCSSPageSize: true, printBackground: true }],
    });
    expect(played.errors).toEqual([]);
    expect(played.windows).toHaveLength(1);
  });

  it('opens nothing when the person thinks better of it', async () => {
    expect(await save(slides, {})).toEqual([]);
    expect(played.windows).toHaveLength(1);
  });

  it('says so when the file can’t be written', async () => {
    const windows = await save(slides, {
      saveTo: join(computer.folder, 'no such folder', 'slides.pdf'),
    });
    await eventually(() =>
      expect(played.errors).toEqual([
        ['The handout was not saved', expect.stringMatching(/^ENOENT[^]*Nothing else was changed/)],
      ]),
    );
    expect(windows[0]!.webContents.destroyed).toBe(true);
  });

  it('says so when its page is gone before it was laid out, and does not load that again', async () => {
    const windows = await save(slides, {
      saveTo: join(computer.folder, 'slides.pdf'),
      runScript: () => new Promise(() => undefined),
    });
    await eventually(() => expect(windows[0]?.webContents.scripts).toHaveLength(1));
    windows[0]!.webContents.crash();
    await eventually(() =>
      expect(played.errors).toEqual([
        ['The handout was not saved', expect.stringContaining('could not be laid out')],
      ]),
    );
    expect(windows[0]!.webContents).toMatchObject({ destroyed: true, reloads: 0 });
    expect(played.questions).toEqual([]);
    expect((await openPage(computer.window()).call('app.info', {})).notices).toEqual([]);
  });

  it.each(['laying out', 'printing'])(
    'is given up where %s takes too long, in words, and its window goes',
    async (what) => {
      const never = () => new Promise<never>(() => undefined);
      await computer.start({
        saveTo: join(computer.folder, 'slides.pdf'),
        ...(what === 'printing' ? { print: never } : { runScript: never }),
      });
      const { saveHandout } = await import('./handout.ts');
      const options = () => windowOptions({ preload: '/preload.cjs', background: '#ffffff' });
      await saveHandout('slides', options, 50);
      expect(played.errors).toEqual([
        [
          'The handout was not saved',
          expect.stringMatching(
            /^Laying out and printing its pages took longer than .* seconds?\./,
          ),
        ],
      ]);
      expect(played.windows).toHaveLength(1);
    },
  );

  it('keeps its window to itself: a link that comes meanwhile goes elsewhere', async () => {
    const windows = await save(slides, {
      saveTo: join(computer.folder, 'slides.pdf'),
      runScript: () => new Promise(() => undefined),
    });
    await eventually(() => expect(windows[0]?.webContents.scripts).toHaveLength(1));
    computer.window().destroy();
    app.play('second-instance', event(), ['/opt/lectern', 'lectern://notebook'], '/', undefined);
    expect(windows.map(({ loads }) => loads)).toEqual([
      ['app://lectern/#/read?print=slides'],
      ['app://lectern/#/notebook'],
    ]);
  });
});

describe('the report', () => {
  const ask = { address: '#/report?labs=latency', name: '../../report-ada.pdf' };

  it(
    'is asked for by its room, laid out at its own address and written where the person ' +
      'said; a folder in its name counts for nothing',
    async () => {
      const saveTo = join(computer.folder, 'report.pdf');
      await computer.start({ saveTo });
      const windows: PlayedWindow[] = [];
      const push = played.windows.push.bind(played.windows);
      played.windows.push = (window) => {
        windows.push(window);
        return push(window);
      };
      expect(await (await openPage(computer.window())).call('app.savePdf', ask)).toEqual({
        file: saveTo,
      });
      expect(readFileSync(saveTo, 'utf8')).toBe('%PDF-');
      expect(windows).toMatchObject([
        {
          loads: ['app://lectern/#/report?labs=latency'],
          shown: false,
          webContents: {
            destroyed: true,
            printed: [{ preferCSSPageSize: true, printBackground: true }],
          },
        },
      ]);
      expect(played.offered).toMatchObject({ title: 'Save report', defaultPath: 'report-ada.pdf' });
    },
  );

  it('says in words what went wrong, for the room to show, and nothing where the person thinks better of it', async () => {
    await computer.start({ saveTo: join(computer.folder, 'no such folder', 'report.pdf') });
    const page = await openPage(computer.window());
    await expect(page.call('app.savePdf', ask)).rejects.toMatchObject({
      data: { code: 'storage', what: expect.stringMatching(/^The report was not saved: ENOENT/) },
    });
    await expect(
      page.call('app.savePdf', { ...ask, address: '#/slides/title' }),
    ).rejects.toMatchObject({ data: { code: 'bad-request' } });
    played.saveTo = null;
    expect(await page.call('app.savePdf', ask)).toEqual({ file: null });
    expect(played.errors).toEqual([]);
  });
});
