import type * as Electron from 'electron';
import { hostEvents, hostMethods, type AppInfo } from '../../main/contract/methods.ts';
import type { RunSnapshot } from '../../main/contract/run.ts';
import { connect, type Client } from '../../main/rpc/connect.ts';
import { closeName, messageName } from '../../main/electron/names.ts';
import { electron } from './electron.ts';
import { asContents, type PlayedWindow } from './window.ts';

/** A window's page, joined with the host over the played IPC: it asks, and remembers what it was told. */
export interface TrialPage {
  call: Client<typeof hostMethods>['call'];
  /** Sends one text as it stands. */
  say(text: unknown): void;
  infos: AppInfo[];
  runs: RunSnapshot[];
  /** Whether it was told that the host is gone. */
  closed: boolean;
}

export function openPage({ webContents }: PlayedWindow): TrialPage {
  const closes: (() => void)[] = [];
  // The document it runs in: a later one of the same window has another.
  const { mainFrame } = webContents;
  const say = (text: unknown) => {
    const sent = {
      sender: asContents(webContents),
      senderFrame: mainFrame as Electron.WebFrameMain,
    } satisfies Pick<Electron.IpcMainEvent, 'sender' | 'senderFrame'>;
    electron.ipcMain.emit(messageName, sent, text);
  };
  const page: TrialPage = { say, infos: [], runs: [], closed: false, call: undefined! };
  webContents.heard = [
    (channel) => {
      if (channel !== closeName) return;
      page.closed = true;
      closes.forEach((listener) => listener());
    },
  ];
  const client = connect(
    {
      send: say,
      onMessage: (listener) =>
        void webContents.heard.push(
          (channel, text) => void (channel === messageName && listener(String(text))),
        ),
      onClose: (listener) => void closes.push(listener),
    },
    hostMethods,
    hostEvents,
    {
      'app.changed': (info) => void page.infos.push(info),
      'run.changed': (run) => void page.runs.push(run),
      'run.removed': () => undefined,
      'annotation.changed': () => undefined,
      'report.changed': () => undefined,
      'report.removed': () => undefined,
      'learner.changed': () => undefined,
      'settings.changed': () => undefined,
      'data.erased': () => undefined,
      'stage.changed': () => undefined,
      'class.changed': () => undefined,
      'room.changed': () => undefined,
      'lecture.opened': () => undefined,
      'class.opened': () => undefined,
    },
  );
  page.call = client.call;
  return page;
}
