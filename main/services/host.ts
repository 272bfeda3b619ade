import { join } from 'node:path';
import type { z } from 'zod';
import type { Learner, Settings } from '../contract/learner.ts';
import {
  hostEvents,
  hostMethods,
  type AppInfo,
  type HostEvent,
  type Notice,
} from '../contract/methods.ts';
import { isWhole } from '../contract/judging.ts';
import { RoomFolder } from '../room/kept/room-folder.ts';
import { Room } from '../room/room.ts';
import { serve, type Handlers, type Server } from '../rpc/connect.ts';
import type { OpenRoom } from '../contract/room.ts';
import type { SharedChange } from '../contract/shared-state.ts';
import type { MessageChannel } from '../rpc/messages.ts';
import { worldOf } from '../lecture/world.ts';
import { RecentLectures } from './lecture/recent-lectures.ts';
import { dataFolder, openDataFolder } from '../storage/data-folder.ts';
import { RunStore } from '../storage/run-store.ts';
import { sweepUnfinished } from '../storage/sweep.ts';
import { ComputeProcess } from './compute/compute-process.ts';
import { delayedStart } from './compute/delayed-start.ts';
import { hostHandlers } from './handlers.ts';
import type { HostOptions } from './host-options.ts';
import { usePrediction } from './learner/learner.ts';
import { LearnerStore } from './learner/learner-store.ts';
import { ClassFolder } from './classes/class-folder.ts';
import { Classes } from './classes/classes.ts';
import { LectureFolder } from './lecture/lecture-folder.ts';
import { Notices } from './notices.ts';
import { Offers } from './offers.ts';
import { lastTime, openFiles } from './open-files.ts';
import { folderOpener } from './pages/open-folder.ts';
import { ReportFolder } from './reports/report-folder.ts';
import { Reports } from './reports/reports.ts';
import { keepPresence } from './presence.ts';
import { requestLock } from './request-lock.ts';
import { Notebook } from './runs/notebook.ts';
import { Runs } from './runs/runs.ts';
import { SharedState } from './shared-state.ts';

export interface LecternHost {
  /** Serves one more window. It is forgotten when its channel closes. */
  attach(channel: MessageChannel): void;
  /** Shows a notice in every window. */
  notify(notice: Notice): void;
  /** Opens the room to phones at the likely address. Resolves to what is open; throws as `room.open` does. */
  openRoom(): Promise<OpenRoom>;
  /** Offers every window a file that the system handed in. A file that can't be taken is said in a notice. */
  offer(path: string): Promise<void>;
  /** The settings as they are now. */
  readonly settings: Settings;
  /** The lecture's folder, where one is open. */
  readonly lecture: Pick<LectureFolder, 'outline' | 'picture'>;
  /** Stops runs, saves what is not saved yet and ends compute. */
  close(): Promise<void>;
}

/**
 * What both hosts are made of: the data folder, the compute process and the methods every window may call.
 * Throws a `storage` error where the data folder can't be written.
 */
export async function createHost(options: HostOptions): Promise<LecternHost> {
  const { catalog, kind, version, write, retryMs } = options;
  const folder = options.folder ?? dataFolder();
  await openDataFolder(folder);

  const windows = new Set<Server<typeof hostEvents>>();
  const tell = <K extends HostEvent>(event: K, data: z.input<(typeof hostEvents)[K]>) => {
    for (const window of windows) window.notify(event, data);
  };
  let ready = false;
  const info = (): AppInfo => ({
    version,
    host: kind,
    dataFolder: folder,
    compute: compute.state,
    notices: notices.list(),
    offered: offers.offered,
    ...(lecture.outline && { lecture: lecture.outline.revision }),
  });
  const changed = () => {
    if (ready) tell('app.changed', info());
  };
  const notices = new Notices(changed);
  const offers = new Offers(changed, notices);
  const lecture = new LectureFolder(worldOf(catalog), changed, notices);
  if (options.lecture !== undefined) await lecture.openFolder(options.lecture);
  const compute = new ComputeProcess({
    spawn: options.spawnCompute,
    onState: () => {
      changed();
      if (ready) runs.startNext();
    },
    onProgress: (run, progress) => runs.progress(run, progress),
  });
  const store = new RunStore(join(folder, 'runs'), notices.add, write, {
    index: join(folder, 'runs-index.json'),
    trash: join(folder, 'deleted'),
    saved: (card) => runs.saved(card),
    retryMs,
  });
  // Nothing waits for it: what writes that were cut off left is in nobody's way.
  void Promise.all(
    [folder, ...['runs', 'reports', 'rooms'].map((name) => join(folder, name))].map((place) =>
      sweepUnfinished(place),
    ),
  );
  const reading = store.load();
  // Waited for below: where the small files can't be opened, theirs is the reason that is told.
  reading.catch(() => undefined);
  const handling = { write, retryMs, notify: notices.add, retract: notices.remove };
  const files = await openFiles(folder, handling);
  const recents = new RecentLectures(files.lectures);
  if (lecture.folder !== null) recents.add(lecture.folder);
  options.onOpened?.({ lecture, kept: () => lastTime(files) });
  await reading;
  const openFolder = folderOpener(folder, options.showFolder);
  const sharedState = new SharedState({
    get value() {
      return files.shared.value.values;
    },
    set: (values) => files.shared.set({ ...files.shared.value, values }),
  });
  const classes = new Classes({
    folder: new ClassFolder(join(folder, 'classes'), write),
    state: sharedState,
    meta: {
      get value() {
        return files.shared.value.class;
      },
      set: (meta) => files.shared.set({ ...files.shared.value, class: meta }),
    },
    learner: {
      get value() {
        return files.learner.value;
      },
      set: (next) => void told(learnerStore.set(next)),
    },
    answered: () => new RoomFolder(folder).numbers(),
    now: options.now ?? Date.now,
    changed: () => tell('class.changed', classes.list()),
  });
  const share = (change: SharedChange) => {
    sharedState.apply(change);
    classes.used(change.key);
    tell('stage.changed', change);
  };
  const letIn = keepPresence(share);
  const reports = new Reports({
    folder: new ReportFolder(join(folder, 'reports'), notices.add, write),
    changed: (report) => tell('report.changed', report),
    removed: (id) => tell('report.removed', { id }),
    now: options.now ?? Date.now,
  });
  const room = new Room({
    folder,
    page: join(options.root, 'out', 'room', 'index.html'),
    currentClass: () => files.shared.value.class ?? null,
    beginUse: () => share({ key: 'room/opened', value: true, keep: true, by: 'host' }),
    isWhole: (id) => store.list().some((run) => run.id === id && isWhole(run)),
    changed: (view) => tell('room.changed', view),
    notify: notices.add,
    retract: notices.remove,
    write,
  });
  await Promise.all([classes.load(), reports.load(), room.load()]);
  // A window may stay open overnight: nobody changes anything then.
  const looking = setInterval(() => classes.look(), 60_000).unref();
  const learnerStore = new LearnerStore(files.learner);
  const told = (next: Learner): Learner => {
    tell('learner.changed', next);
    return next;
  };
  const runs = new Runs({
    catalog,
    compute,
    store,
    version,
    changed: (run) => {
      tell('run.changed', run);
      room.sawRun(run);
    },
    notify: notices.add,
    retract: notices.remove,
    usePrediction: (lab, prediction, run) => {
      const used = usePrediction(files.learner.value, lab, prediction, run);
      told(learnerStore.set(used.learner));
      return used.prediction;
    },
  });
  const notebook = new Notebook({
    runs,
    store,
    catalog,
    annotations: {
      get value() {
        return files.notes.value.runs;
      },
      set: (said) => files.notes.set({ version: 1, runs: said }),
    },
    removed: (run) => tell('run.removed', { run }),
    annotated: (run, annotation) => tell('annotation.changed', { run, annotation }),
  });
  ready = true;
  // After the files are read, and still warm before the first click.
  const computeStart = delayedStart(() => compute.start(), options.firstSlideFirst ?? false);
  runs.startNext();

  const lock = requestLock();
  const handlers = hostHandlers({
    folder,
    info,
    catalog,
    compute,
    store,
    runs,
    notebook,
    reports,
    files,
    learnerStore,
    sharedState,
    classes,
    room,
    notices,
    offers,
    lecture,
    recents,
    lock,
    openFolder,
    savePdf: options.savePdf,
    endSessions: options.endSessions,
    tell,
    told,
    share,
  });

  return {
    attach(channel) {
      const { set, leave } = letIn();
      const window: Server<typeof hostEvents> = serve(
        channel,
        hostMethods,
        lock.wrap<Handlers<typeof hostMethods>>({
          ...handlers,
          'stage.set': (change) => {
            set(change);
            return {};
          },
        }),
        hostEvents,
        () => {
          windows.delete(window);
          leave();
        },
      );
      windows.add(window);
      computeStart.windowCame();
    },
    get settings() {
      return files.settings.value;
    },
    notify: notices.add,
    lecture,
    offer: (path) => offers.offer(path),
    openRoom: async () => (await room.open()).open!,
    async close() {
      clearInterval(looking);
      computeStart.cancel();
      await Promise.all([runs.close(), room.end(), lecture.close()]);
      await Promise.all([files.flush(), store.flush(), compute.close()]);
      for (const window of windows) window.dispose();
      windows.clear();
    },
  };
}
