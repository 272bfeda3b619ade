import type { IpcMainEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { played } from '../../test/electron-double/app.ts';
import { deprecated, event, navigation } from '../../test/electron-double/events.ts';
import { electron } from '../../test/electron-double/electron.ts';
import { openPage } from '../../test/electron-double/page.ts';
import { eventually, trialComputer } from '../../test/electron-double/start.ts';
import {
  aborted,
  asContents,
  PlayedContents,
  PlayedWindow,
} from '../../test/electron-double/window.ts';
import { messageName } from './names.ts';

const computer = trialComputer();
const contents = () => computer.window().webContents;
const answers = () => contents().sent.filter(([channel]) => channel === messageName).length;
const asking = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'app.info', params: {} });

describe('a page’s line to the host', () => {
  it('opens with its first message, and ends when the page is reloaded, but not when what follows the # changes', async () => {
    await computer.start();
    const page = openPage(computer.window());
    await page.call('app.info', {});
    contents().navigateInPage('app://lectern/#/notebook');
    contents().play(
      'did-start-navigation',
      event(navigation('app://lectern/frame', false)),
      ...deprecated,
    );
    // Told without having asked again: a line that had ended would only be opened by another message.
    const elsewhere = new PlayedWindow();
    void elsewhere.loadURL('app://lectern/');
    await openPage(elsewhere).call('settings.set', { theme: 'dark' });
    await eventually(() =>
      expect(contents().sent.some(([, text]) => String(text).includes('settings.changed'))).toBe(
        true,
      ),
    );
    elsewhere.destroy();

    contents().reload();
    const before = answers();
    const other = openPage(computer.window());
    await other.call('settings.set', { theme: 'light' });
    // One answer and one event: the line of the page that is gone says nothing any more.
    await eventually(() => expect(answers()).toBe(before + 2));
  });

  it('outlives a navigation that is refused: the page is still there', async () => {
    await computer.start();
    await openPage(computer.window()).call('app.info', {});
    const before = answers();
    const moved = [
      contents().navigate('https://evil.example/', { byPage: true }),
      contents().navigate('app://lectern/x', { redirects: ['https://evil.example/'] }),
    ];
    expect(moved).toEqual([false, false]);
    // Told without having asked again: a line that had ended would only be opened by another message.
    const elsewhere = new PlayedWindow();
    void elsewhere.loadURL('app://lectern/');
    await openPage(elsewhere).call('settings.set', { theme: 'dark' });
    await eventually(() => expect(answers()).toBe(before + 1));
    elsewhere.destroy();
  });

  it('ends where an error page takes the page’s place, and not where only its loading was stopped or a frame of it failed', async () => {
    await computer.start();
    const elsewhere = new PlayedWindow();
    void elsewhere.loadURL('app://lectern/');
    const other = openPage(elsewhere);
    const told = (window: PlayedWindow) =>
      window.webContents.sent.filter(([, text]) => String(text).includes('settings.changed'))
        .length;
    await openPage(computer.window()).call('app.info', {});
    expect(contents().navigate('app://lectern/', { fails: aborted })).toBe(false);
    contents().play('did-fail-load', event(), -6, '', 'app://lectern/x', false, 1, 2);
    await other.call('settings.set', { theme: 'dark' });
    await eventually(() => expect(told(computer.window())).toBe(1));

    expect(contents().navigate('app://lectern/', { fails: -6 })).toBe(true);
    await other.call('settings.set', { theme: 'light' });
    await eventually(() => expect(told(elsewhere)).toBe(2));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(told(computer.window())).toBe(1);
    elsewhere.destroy();
  });

  it('hears no page that was left, also where it speaks last', async () => {
    await computer.start();
    const left = openPage(computer.window());
    await left.call('app.info', {});
    contents().reload();
    const before = answers();
    left.say(asking);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(answers()).toBe(before);
  });

  it('hears text only, and a wrong message gets a typed error and changes nothing', async () => {
    await computer.start();
    const page = openPage(computer.window());
    for (const nothing of [{ not: 'text' }, 7, null, undefined, new Uint8Array(3)])
      page.say(nothing);
    expect(answers()).toBe(0);
    page.say('{"jsonrpc":"2.0","id":1,"method":"run.dance","params":{}}');
    await eventually(() => expect(contents().sent.at(-1)![1]).toContain('unknown-method'));
  });

  it('is none for strangers: another page, a frame inside ours, a frame that is gone, a window that is not ours', async () => {
    await computer.start();
    const own = contents();
    const say = (sender: PlayedContents, senderFrame: unknown) =>
      electron.ipcMain.emit(
        messageName,
        { sender: asContents(sender), senderFrame: senderFrame as IpcMainEvent['senderFrame'] },
        asking,
      );
    const stranger = new PlayedContents();
    stranger.mainFrame = { url: 'app://lectern/' };
    say(stranger, stranger.mainFrame);
    say(own, { url: 'app://lectern/' });
    say(own, null);
    own.mainFrame.url = 'https://evil.example/';
    say(own, own.mainFrame);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([own.sent, stranger.sent]).toEqual([[], []]);
    own.mainFrame.url = 'app://lectern/#/slides';
    say(own, own.mainFrame);
    await eventually(() => expect(answers()).toBe(1));
  });

  it('ends with its window', async () => {
    await computer.start();
    electron.app.play('activate', event(), false);
    const page = openPage(computer.window());
    await page.call('app.info', {});
    const gone = contents();
    computer.window().destroy();
    const before = gone.sent.length;
    await eventually(() => expect(played.ended).toEqual([0]));
    expect(gone.sent).toHaveLength(before);
  });
});
