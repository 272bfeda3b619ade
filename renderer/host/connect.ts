import {
  createMessageConnection,
  ParameterStructures,
  type MessageConnection,
} from 'vscode-jsonrpc/browser';
import { LecternError, toErrorData } from '../../main/contract/errors.ts';
import {
  hostEvents,
  hostMethods,
  type HostEvent,
  type ResultOf,
} from '../../main/contract/methods.ts';
import type { Remark } from '../../main/contract/remark.ts';
import type { RunSnapshot } from '../../main/contract/run.ts';
import { createCardCache } from './card-cache.ts';
import { dropUnlisted, takeList, takeRun, type Runs } from './run-list.ts';
import { createSharing } from './sharing.ts';
import { createHostStore, type Host, type HostState } from './host.ts';
import { openSocket, WireReader, WireWriter, type Wire } from './transport.ts';

type Page = ResultOf<typeof hostMethods, 'run.page'>;

const lost = new LecternError({
  code: 'internal',
  what: 'Lectern’s host does not answer.',
  safe: 'Finished runs, predictions and answers are saved.',
  next: 'Wait a moment; if nothing happens, start Lectern again.',
});

/**
 * Connects this window to its host and keeps `store` in step with it.
 * A lost connection is tried again every second, and everything is asked for anew when it is back.
 */
export function connectHost(openWire: () => Promise<Wire> = openDefault): Host {
  const store = createHostStore();
  let connection: MessageConnection | null = null;

  const call: Host['call'] = async (method, params) => {
    if (!connection) throw lost;
    try {
      const answer = await connection.sendRequest(method, ParameterStructures.byName, params);
      return hostMethods[method].result.parse(answer) as never;
    } catch (error) {
      throw new LecternError(connection ? toErrorData(error) : lost.data);
    }
  };
  const report: Host['report'] = (error) => store.setState({ problem: toErrorData(error) });

  const sharing = createSharing(store, (change) => call('stage.set', change), report);

  const handlers: { [K in HostEvent]: (data: never) => void } = {
    'app.changed': (info: HostState['info']) => store.setState({ info }),
    'learner.changed': (learner: HostState['learner']) =>
      store.setState((state) => ({
        learner,
        epoch: Object.keys(state.learner.labs).some((lab) => !Object.hasOwn(learner.labs, lab))
          ? state.epoch + 1
          : state.epoch,
      })),
    'data.erased': (left: Pick<HostState, 'learner' | 'settings' | 'stage'>) =>
      store.setState(({ epoch }) => ({
        ...left,
        runs: {},
        remarks: {},
        problem: null,
        epoch: epoch + 1,
      })),
    'settings.changed': (settings: HostState['settings']) => store.setState({ settings }),
    'stage.changed': sharing.heard,
    'run.removed': ({ run }: { run: string }) =>
      store.setState(({ runs }) => ({
        runs: Object.fromEntries(Object.entries(runs).filter(([id]) => id !== run)),
      })),
    'remark.changed': ({ run, remark }: { run: string; remark: Remark }) =>
      store.setState(({ remarks }) => ({ remarks: { ...remarks, [run]: remark } })),
    'run.changed': (run: RunSnapshot) =>
      store.setState(({ runs }) => ({ runs: takeRun(runs, run) })),
  };

  /** What the host tells while the window still asks for everything. Said after the answers: an answer may be older than it, and would stand for good. */
  let early: (() => void)[] | null = null;
  const sayEarly = () => {
    const said = early ?? [];
    early = null;
    for (const say of said) say();
  };

  const attach = (wire: Wire) => {
    early = [];
    const fresh = createMessageConnection(new WireReader(wire), new WireWriter(wire));
    for (const event of Object.keys(hostEvents) as HostEvent[]) {
      fresh.onNotification(event, (data: unknown) => {
        const parsed = hostEvents[event].safeParse(data);
        if (parsed.success) {
          const say = () => handlers[event](parsed.data as never);
          if (early) early.push(say);
          else say();
        } else report(new Error(`The host sent a wrong ${event}.`));
      });
    }
    fresh.onClose(() => {
      connection = null;
      store.setState({ connection: 'lost' });
      setTimeout(open, 1000);
    });
    fresh.listen();
    connection = fresh;
  };

  /** The rest of the list, page by page: thousands of runs are more than a message holds. Rows show as they come. */
  const fetchOlder = async (first: Page, before: Runs) => {
    const listed = new Set(first.runs.map(({ id }) => id));
    for (let below = first.next; below !== null;) {
      const page: Page = await call('run.page', { before: below });
      for (const { id } of page.runs) listed.add(id);
      below = page.next;
      store.setState(({ runs, remarks }) => ({
        runs: takeList(runs, before, page.runs),
        remarks: { ...page.remarks, ...remarks },
      }));
    }
    store.setState(({ runs }) => ({ listed: true, runs: dropUnlisted(runs, before, listed) }));
  };

  const synchronise = async () => {
    const before = store.getState().runs;
    const [info, settings, learner, first, stage] = await Promise.all([
      call('app.info', {}),
      call('settings.get', {}),
      call('learner.get', {}),
      call('run.page', { before: null }),
      call('stage.get', {}),
    ]);
    store.setState(({ runs, problem }) => ({
      connection: 'open',
      ready: true,
      info,
      settings,
      learner,
      stage,
      listed: false,
      remarks: first.remarks,
      runs: takeList(runs, before, first.runs),
      ...(problem === lost.data && { problem: null }),
    }));
    sayEarly();
    await fetchOlder(first, before);
  };

  const open = async () => {
    try {
      attach(await openWire());
    } catch {
      store.setState({ connection: 'lost' });
      setTimeout(open, 1000);
      return;
    }
    await synchronise().catch(report).finally(sayEarly);
  };
  void open();
  return { store, call, share: sharing.share, cards: createCardCache({ store, call }), report };
}

function openDefault(): Promise<Wire> {
  return window.lectern ? Promise.resolve(window.lectern) : openSocket();
}
