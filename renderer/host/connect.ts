// The browser's half of the library, which the connection needs.
import 'vscode-jsonrpc/browser';
import { LecternError, toErrorData } from '../../main/contract/errors.ts';
import {
  hostEvents,
  hostMethods,
  type HostEvent,
  type ResultOf,
} from '../../main/contract/methods.ts';
import { connect, type Client, type Listeners } from '../../main/rpc/client.ts';
import type { MessageChannel } from '../../main/rpc/messages.ts';
import { beginAnew } from './begin-anew.ts';
import { dropUnlisted, takeList, takeRun, type Runs } from './run-list.ts';
import { createSharing } from './sharing.ts';
import { createHostStore, type Host } from './host.ts';
import { isRefused, openChannel } from './transport.ts';

type Page = ResultOf<typeof hostMethods, 'run.page'>;

const lost = new LecternError({
  code: 'internal',
  what: 'Lectern does not answer.',
  safe: 'Finished runs, predictions and answers are saved.',
  next: 'Wait a moment; if nothing happens, start Lectern again.',
});

/**
 * Connects this window to its host and keeps `store` in step with it.
 * A lost connection is tried again every second, and everything is asked for anew when it is back.
 */
export function connectHost(open = openChannel): Host {
  const store = createHostStore();
  let client: Client<typeof hostMethods> | null = null;

  const call: Host['call'] = async (method, params) => {
    if (!client) throw lost;
    const asked = client;
    try {
      return await asked.call(method, params);
    } catch (error) {
      throw client === asked ? error : lost;
    }
  };
  const report: Host['report'] = (error) => store.setState({ problem: toErrorData(error) });

  const sharing = createSharing(
    store,
    (change) => call('stage.set', change),
    report,
    (error) => error === lost,
  );

  const handlers: Listeners<typeof hostEvents> = {
    'app.changed': (info) => store.setState({ info }),
    'learner.changed': (learner) =>
      store.setState((state) => ({
        learner,
        epoch: Object.keys(state.learner.labs).some((lab) => !Object.hasOwn(learner.labs, lab))
          ? state.epoch + 1
          : state.epoch,
      })),
    'data.erased': ({ stage, ...left }) =>
      store.setState(({ epoch }) => ({
        ...left,
        shared: stage,
        runs: {},
        annotations: {},
        reports: {},
        problem: null,
        epoch: epoch + 1,
      })),
    'settings.changed': (settings) => store.setState({ settings }),
    'stage.changed': sharing.heard,
    'class.changed': (classes) => store.setState({ classes }),
    'room.changed': (room) => store.setState({ room }),
    'lecture.opened': beginAnew,
    'class.opened': ({ classes, stage }) => store.setState({ classes, shared: stage }),
    'run.removed': ({ run }) =>
      store.setState(({ runs }) => ({
        runs: Object.fromEntries(Object.entries(runs).filter(([id]) => id !== run)),
      })),
    'annotation.changed': ({ run, annotation }) =>
      store.setState(({ annotations }) => ({ annotations: { ...annotations, [run]: annotation } })),
    'report.changed': (report) =>
      store.setState(({ reports }) => ({ reports: { ...reports, [report.id]: report } })),
    'report.removed': ({ id }) =>
      store.setState(({ reports }) => {
        const { [id]: _gone, ...left } = reports;
        return { reports: left };
      }),
    'run.changed': (run) => store.setState(({ runs }) => ({ runs: takeRun(runs, run) })),
  };

  /**
   * What the host tells while the window still asks for everything. Said after the answers: an
   * answer may be older than it, and would stand for good.
   */
  let early: (() => void)[] | null = null;
  const sayEarly = () => {
    const said = early ?? [];
    early = null;
    for (const say of said) say();
  };

  const listeners = Object.fromEntries(
    (Object.keys(hostEvents) as HostEvent[]).map((event) => [
      event,
      (data: never) => {
        const say = () => handlers[event](data);
        if (early) early.push(say);
        else say();
      },
    ]),
  ) as Listeners<typeof hostEvents>;

  const attach = (channel: MessageChannel) => {
    early = [];
    const fresh = connect(channel, hostMethods, hostEvents, listeners, {
      onClose: () => {
        client = null;
        // Who waits for an answer hears that there will be none.
        fresh.dispose();
        store.setState({ connection: 'lost' });
        setTimeout(reach, 1000);
      },
      onWrongEvent: (event) => report(new Error(`The host sent a wrong ${event}.`)),
      // The host is trusted, and what it tells of a run is as long as the run's result.
      longest: Infinity,
    });
    client = fresh;
  };

  /** The rest of the list, page by page: thousands of runs are more than a message holds. Rows show as they come. */
  const fetchOlder = async (first: Page, before: Runs) => {
    const listed = new Set(first.runs.map(({ id }) => id));
    for (let below = first.next; below !== null;) {
      const page: Page = await call('run.page', { before: below });
      for (const { id } of page.runs) listed.add(id);
      below = page.next;
      store.setState(({ runs, annotations }) => ({
        runs: takeList(runs, before, page.runs),
        annotations: { ...page.annotations, ...annotations },
      }));
    }
    store.setState(({ runs }) => ({ listed: true, runs: dropUnlisted(runs, before, listed) }));
  };

  const synchronise = async () => {
    const before = store.getState().runs;
    const [info, settings, learner, first, shared, classes, reports, room] = await Promise.all([
      call('app.info', {}),
      call('settings.get', {}),
      call('learner.get', {}),
      call('run.page', { before: null }),
      call('stage.get', {}),
      call('class.list', {}),
      call('report.list', {}),
      call('room.get', {}),
    ]);
    // In one go: the windows' places are looked at with every change.
    store.setState(({ runs, problem }) => ({
      connection: 'open',
      refused: false,
      ready: true,
      info,
      settings,
      learner,
      shared: sharing.joined(shared),
      classes,
      room,
      reports: Object.fromEntries(reports.map((one) => [one.id, one])),
      listed: false,
      annotations: first.annotations,
      runs: takeList(runs, before, first.runs),
      ...(problem === lost.data && { problem: null }),
    }));
    sayEarly();
    sharing.sendKept();
    await fetchOlder(first, before);
  };

  const reach = async () => {
    try {
      attach(await open());
    } catch {
      store.setState({ connection: 'lost', refused: await isRefused() });
      setTimeout(reach, 1000);
      return;
    }
    await synchronise().catch(report).finally(sayEarly);
  };
  void reach();
  return { store, call, share: sharing.share, report };
}
