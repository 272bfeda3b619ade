import type { ReactNode } from 'react';
import type { CodeOwn, CodeVerdict } from '../../main/contract/code.ts';
import { LecternError, toErrorData } from '../../main/contract/errors.ts';
import type { LearnerChange } from '../../main/contract/learner.ts';
import {
  hostMethods,
  type AppInfo,
  type HostMethod,
  type ParamsOf,
  type ResultOf,
} from '../../main/contract/methods.ts';
import type { RunCard, RunSnapshot } from '../../main/contract/run.ts';
import type { SharedChange } from '../../main/contract/shared-state.ts';
import { applyChange } from '../../main/services/learner/learner.ts';
import { createHostStore, type Host, type HostState } from '../../renderer/host/host.ts';
import { createSharing } from '../../renderer/host/sharing.ts';
import { HostProvider } from '../../renderer/host/use-host.ts';
import { tinyCard, tinyRun } from '../../renderer/model/lab/fixture.ts';

/** What was asked of the host, in order. */
export interface Asked {
  method: HostMethod;
  params: unknown;
}

/** A host that lives in the page: it keeps runs, what the learner said and what windows share, and runs nothing. */
export interface MemoryHost extends Host {
  asked: Asked[];
  /** All that was asked by this method. */
  askedFor<K extends HostMethod>(method: K): ParamsOf<typeof hostMethods, K>[];
  /** The host tells of a run: a new one, or how an old one goes on. */
  tell(run: Partial<RunSnapshot> & { id: string }): void;
  /** The host tells of a shared value that was changed, by this window or another. */
  hear(change: SharedChange): void;
}

/** One moment for all runs and predictions: nothing here depends on the clock. */
const now = '2026-03-01T10:00:00.000Z';

const info: AppInfo = {
  version: '0.0.0',
  host: 'web',
  dataFolder: '/nowhere',
  compute: {
    state: 'ready',
    pid: 1,
    info: {
      backend: 'tensorflow',
      threads: 1,
      versions: { tfjs: '4.22.0', tensorflow: '2.9.1', node: '20.19.0' },
      fallbackReason: null,
    },
  },
  notices: [],
  offered: null,
};

/** Makes such a host; `begun` is what it knows already. Whatever is asked and answered is held against the contract. */
export function memoryHost(
  begun: Partial<HostState> = {},
  /** What its compute says of a learner's code. */
  runCode: (code: string) => CodeVerdict = () => {
    throw new Error('This host runs no code.');
  },
  /** And of the same on a run. */
  tryCode: (code: string) => CodeOwn | null = () => null,
): MemoryHost {
  const store = createHostStore();
  store.setState({ connection: 'open', ready: true, listed: true, info, ...begun });
  const runOf = (id: string): RunSnapshot => {
    const run = store.getState().runs[id];
    if (!run) throw new LecternError({ code: 'bad-request', what: '', safe: '', next: '' });
    return run;
  };
  const keep = (run: RunSnapshot) => {
    store.setState(({ runs }) => ({ runs: { ...runs, [run.id]: run } }));
    return run;
  };
  const answers: { [K in HostMethod]?: (params: never) => unknown } = {
    'learner.change': (change: Exclude<LearnerChange, { kind: 'restore-lab' }>) => {
      const learner = applyChange(store.getState().learner, change, now);
      store.setState({ learner });
      return learner;
    },
    'run.start': (params: ParamsOf<typeof hostMethods, 'run.start'>) => {
      const number = Object.keys(store.getState().runs).length + 1;
      return keep(madeRun({ ...params, number, status: 'queued', complete: false, result: null }));
    },
    'run.stop': ({ run }: { run: string }) => keep({ ...runOf(run), status: 'stopped' }),
    'run.pin': ({ run, pinned }: { run: string; pinned: boolean }) =>
      keep({ ...runOf(run), pinned }),
    'run.get': ({ run }: { run: string }) => cardOf(runOf(run)),
    'code.run': ({ code }: ParamsOf<typeof hostMethods, 'code.run'>) => runCode(code),
    'code.try': ({ code }: ParamsOf<typeof hostMethods, 'code.try'>) => tryCode(code),
    'app.restartCompute': () => ({}),
    'room.clear': () => store.getState().room,
    'stage.set': () => ({}),
  };
  const asked: Asked[] = [];
  const call = async <K extends HostMethod>(method: K, params: ParamsOf<typeof hostMethods, K>) => {
    asked.push({ method, params });
    const answer = answers[method];
    if (!answer) throw new Error(`This host has no answer to ${method}.`);
    const said = answer(hostMethods[method].params.parse(params) as never);
    return hostMethods[method].result.parse(said) as ResultOf<typeof hostMethods, K>;
  };
  const report = (error: unknown) => store.setState({ problem: toErrorData(error) });
  const sharing = createSharing(store, (change) => call('stage.set', change), report);
  return {
    store,
    call,
    share: sharing.share,
    report,
    asked,
    askedFor: (method) =>
      asked.filter((one) => one.method === method).map(({ params }) => params as never),
    tell: (run) => void keep({ ...runOf(run.id), ...run }),
    hear: sharing.heard,
  };
}

/** A run of the trial lab as windows see it; a finished one unless told otherwise. */
export function madeRun(run: Partial<RunSnapshot> & { number: number }): RunSnapshot {
  return tinyRun({
    id: `run-0000-${run.number}`,
    lab: 'trial',
    parameters: { wait: 20 },
    preset: 'usual',
    startedAt: now,
    durationMs: 4_000,
    result: { late: 12 },
    ...run,
  });
}

function cardOf({ phase: _phase, ...identity }: RunSnapshot): RunCard {
  return tinyCard(identity);
}

/** What a component needs around it to ask this host. */
export function WithHost({ host, children }: { host: Host; children: ReactNode }) {
  return <HostProvider value={host}>{children}</HostProvider>;
}
