import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ErrorData } from '../../main/contract/errors.ts';
import {
  emptyLearner,
  defaultSettings,
  type Learner,
  type Settings,
} from '../../main/contract/learner.ts';
import type {
  AppInfo,
  HostMethod,
  hostMethods,
  ParamsOf,
  ResultOf,
} from '../../main/contract/methods.ts';
import type { ClassList } from '../../main/contract/lecture-class.ts';
import type { Annotations } from '../../main/contract/annotation.ts';
import { closedRoom, type RoomView } from '../../main/contract/room.ts';
import type { RunSnapshot } from '../../main/contract/run.ts';
import type { ListedReport } from '../../main/contract/table-report.ts';
import type { SharedValues } from '../../main/contract/shared-state.ts';

/** What this window knows of the host. Every part is a copy of what the host last said. */
export interface HostState {
  /** 'lost': the host went away; the window keeps what it has and tries again. */
  connection: 'connecting' | 'open' | 'lost';
  /** The host is there again and does not know this window: it has another address now, or ended all sessions. */
  refused: boolean;
  /** Whether `learner`, `settings` and the newest `runs` have arrived. */
  ready: boolean;
  /** Whether all of `runs` have. */
  listed: boolean;
  info: AppInfo | null;
  settings: Settings;
  learner: Learner;
  /** Every run this window has heard of, by id. Those from the list on disk carry no series and no result until asked for. */
  runs: Readonly<Record<string, RunSnapshot>>;
  /** What the learner said of runs afterwards, by run: a star, a name, a note, and where an imported one is from. */
  annotations: Annotations;
  /** Kept reports on tables of one's own, by id. Their bodies are asked for when they are opened. */
  reports: Readonly<Record<string, ListedReport>>;
  /** What all windows share while a lecture is given; read it with `useShared`. */
  shared: SharedValues;
  /** The class in progress and the earlier ones. */
  classes: ClassList;
  /** The class's room as phones answer it; closed unless somebody opened it. */
  room: RoomView;
  /** Raised when something was taken away whole, everything or all that was said in a lab: what is on screen starts anew. */
  epoch: number;
  /** The last failed request that nobody handled, for the screen to show. */
  problem: ErrorData | null;
}

/** The connection to whichever host this is. One for each window. */
export interface Host {
  store: StoreApi<HostState>;
  /** Asks the host. Rejects with a `LecternError` that a person may read. */
  call<K extends HostMethod>(
    method: K,
    params: ParamsOf<typeof hostMethods, K>,
  ): Promise<ResultOf<typeof hostMethods, K>>;
  /** Shares a value with every window, this one at once; null takes it away. Without `keep` it is gone after a restart. */
  share(key: string, value: SharedValues[string], keep: boolean): void;
  /** Shows a failure to the person. */
  report(error: unknown): void;
}

export const initialHostState: HostState = {
  connection: 'connecting',
  refused: false,
  ready: false,
  listed: false,
  info: null,
  settings: defaultSettings,
  learner: emptyLearner,
  runs: {},
  annotations: {},
  reports: {},
  shared: {},
  classes: { current: null, offered: false, earlier: [] },
  room: closedRoom,
  epoch: 0,
  problem: null,
};

export function createHostStore(): StoreApi<HostState> {
  return createStore(() => initialHostState);
}
