import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { windowOptions } from '../policy/window-options.ts';
import { played } from '../../test/electron-double/app.ts';
import { event } from '../../test/electron-double/events.ts';
import { eventually, trialComputer } from '../../test/electron-double/start.ts';
import type { PlayedWindow } from '../../test/electron-double/window.ts';

const computer = trialComputer();
const settle = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
const heard = [{ lectern: 'alive' }, { lectern: 'shown' }];

describe('the windows of a program whose hidden windows are not painted, as on Wayland', () => {
  it('show all the same, and whoever started it hears of it once', async () => {
    await computer.start({ started: true, paintsHidden: false });
    await eventually(() => expect(computer.window().shown).toBe(true));
    const view = played.menu.find((item) => item.label === 'View')!.submenu as {
      label?: string;
      click?: () => void;
    }[];
    view.find(({ label }) => label === 'Presenter Window')!.click!();
    await eventually(() => expect(played.windows.map(({ shown }) => shown)).toEqual([true, true]));
    await settle();
    expect(computer.launcher.heard).toEqual(heard);
  });

  it('show where their page could not be loaded, too', async () => {
    await computer.start({ started: true, paintsHidden: false, loadFails: -6 });
    await eventually(() => expect(computer.window().shown).toBe(true));
    expect(computer.launcher.heard).toEqual(heard);
  });
});

describe('a new window', () => {
  const options = () => windowOptions({ preload: '/preload.cjs', background: '#ffffff' });
  /** Longer than any window waits. */
  const later = 60_000;
  let shell: typeof import('./window.ts');
  const shown = vi.fn();

  /** Opens one that is not painted before it is shown, and lets its page load. */
  async function open(given: { hidden?: boolean } = {}): Promise<PlayedWindow> {
    shell.openWindow('app://lectern/', options, { ...given, shown });
    await settle();
    return played.windows.at(-1)!;
  }

  beforeEach(async () => {
    await computer.start();
    await eventually(() => expect(computer.window().shown).toBe(true));
    played.paintsHidden = false;
    shell = await import('./window.ts');
    shown.mockClear();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => void vi.useRealTimers());

  it('is shown at once where it was painted, and not again', async () => {
    const window = await open();
    expect([window.shown, shown.mock.calls.length]).toEqual([false, 0]);
    window.play('ready-to-show');
    expect([window.shown, shown.mock.calls.length]).toEqual([true, 1]);
    window.hide();
    vi.advanceTimersByTime(later);
    expect([window.shown, shown.mock.calls.length]).toEqual([false, 1]);
  });

  it('is shown once where the news of its painting comes late', async () => {
    const window = await open();
    vi.advanceTimersByTime(later);
    await settle();
    window.play('ready-to-show');
    expect([window.shown, shown.mock.calls.length]).toEqual([true, 1]);
  });

  it('waits for its own page, not for a frame in it', async () => {
    shell.openWindow('app://lectern/', options, { shown });
    const window = played.windows.at(-1)!;
    // Its page has not loaded yet.
    window.webContents.play('did-fail-load', event(), -6, '', 'app://lectern/x', false, 1, 2);
    vi.advanceTimersByTime(later);
    expect(window.shown).toBe(false);
    await settle();
    vi.advanceTimersByTime(later);
    expect(window.shown).toBe(true);
  });

  it('that is closed before is left alone', async () => {
    const window = await open();
    window.destroy();
    vi.advanceTimersByTime(later);
    expect([window.shown, shown.mock.calls.length]).toEqual([false, 0]);
  });

  it('stays hidden where it only prints, and where the program is leaving', async () => {
    const printing = await open({ hidden: true });
    const leaving = await open();
    shell.hideWindows();
    vi.advanceTimersByTime(later);
    leaving.play('ready-to-show');
    expect([printing.shown, leaving.shown, shown.mock.calls.length]).toEqual([false, false, 0]);
  });
});
