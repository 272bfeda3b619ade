import { join } from 'node:path';
import { LecternError } from '../contract/errors.ts';
import {
  defaultSettings,
  emptyLearner,
  learner,
  settings,
  type Learner,
  type LearnerChange,
  type Settings,
} from '../contract/learner.ts';
import {
  hostEvents,
  hostMethods,
  type AppInfo,
  type HostEvent,
  type Notice,
} from '../contract/methods.ts';
import { emptyAnnotations, annotationsFile } from '../contract/annotation.ts';
import { emptySharedState, sharedStateFile } from '../contract/shared-state.ts';
import type { z } from 'zod';
import { serve, type Handlers, type Server } from '../rpc/connect.ts';
import type { MessageChannel } from '../rpc/messages.ts';
import { dataFolder, openDataFolder } from '../storage/data-folder.ts';
import { openJsonFile } from '../storage/json-file.ts';
import { sizeOnDisk } from '../storage/own-files.ts';
import { RunStore } from '../storage/run-store.ts';
import { sweepUnfinished } from '../storage/sweep.ts';
import type { Write } from '../storage/write.ts';
import type { LabCatalog } from '../compute/lab-catalog.ts';
import type { ComputeChild } from './compute/compute-child.ts';
import { ComputeProcess } from './compute/compute-process.ts';
import { eraseAll } from './erase.ts';
import { requestLock } from './request-lock.ts';
import { mergeLearner, usePrediction } from './learner/learner.ts';
import { LearnerStore } from './learner/learner-store.ts';
import { Notebook } from './runs/notebook.ts';
import { judgedAnewNotice, Notices } from './notices.ts';
import { Offers } from './offers.ts';
import { folderOpener, type ShowFolder } from './pages/open-folder.ts';
import { Runs } from './runs/runs.ts';
import { SharedState } from './shared-state.ts';

export interface HostOptions {
  /** The program's own folder. */
  root: string;
  kind: AppInfo['host'];
  /** Starts the compute process: on WebAssembly where a reason is given, which the screen then shows. */
  spawnCompute: (fallbackReason?: string) => ComputeChild;
  catalog: LabCatalog;
  /** Lectern's own version. */
  version: string;
  /** Where runs, answers and settings live; the person's data folder where left out. */
  folder?: string;
  /**
   * Asks where to, lays a place of the app out and writes it as PDF; resolves to the file, null
   * where the person thought better of it. Left out where a browser prints.
   */
  savePdf?: (place: string, name: string) => Promise<string | null>;
  /** Shows a folder in the system's file manager; left out where no other program may be started. */
  showFolder?: ShowFolder;
  /** How files are written; tests hand in one that fails. */
  write?: Write;
  /** After so long (milliseconds) what could not be written is tried again; a few seconds where left out. */
  retryMs?: number;
}

export interface LecternHost {
  /** Serves one more window. It is forgotten when its channel closes. */
  attach(channel: MessageChannel): void;
  /** Shows a notice in every window. */
  notify(notice: Notice): void;
  /** Offers every window a file that the system handed in. A file that can't be taken is said in a notice. */
  offer(path: string): Promise<void>;
  /** The settings as they are now. */
  readonly settings: Settings;
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
  });
  const changed = () => {
    if (ready) tell('app.changed', info());
  };
  const notices = new Notices(changed);
  const offers = new Offers(changed, notices);
  const compute = new ComputeProcess({
    spawn: options.spawnCompute,
    onState: () => {
      changed();
      if (ready) runs.startNext();
    },
    onProgress: (run, progress) => runs.progress(run, progress),
  });
  // Warm before the first click; loading files goes on meanwhile.
  compute.start();

  const store = new RunStore(join(folder, 'runs'), notices.add, write, {
    index: join(folder, 'runs-index.json'),
    trash: join(folder, 'deleted'),
    saved: (card) => runs.saved(card),
    retryMs,
  });
  // Nothing waits for it: what writes that were cut off left is in nobody's way.
  void Promise.all([folder, join(folder, 'runs')].map((place) => sweepUnfinished(place)));
  const file = { write, retryMs, notify: notices.add, retract: notices.remove };
  const [learnerFile, settingsFile, sharedFile, notesFile] = await Promise.all([
    openJsonFile({
      ...file,
      path: join(folder, 'learner.json'),
      schema: learner,
      version: 1,
      fallback: emptyLearner,
      label: 'Your predictions and answers',
      merge: (own, theirs) => mergeLearner(own, theirs).learner,
    }),
    openJsonFile({
      ...file,
      path: join(folder, 'settings.json'),
      schema: settings,
      version: 1,
      fallback: defaultSettings,
      label: 'Your settings',
    }),
    openJsonFile({
      ...file,
      path: join(folder, 'stage.json'),
      schema: sharedStateFile,
      version: 1,
      fallback: emptySharedState,
      label: 'Your drawings and polls',
    }),
    openJsonFile({
      ...file,
      path: join(folder, 'notes.json'),
      schema: annotationsFile,
      version: 1,
      fallback: emptyAnnotations,
      label: 'Names and notes of your runs',
      merge: (own, theirs) => ({ ...own, runs: { ...theirs.runs, ...own.runs } }),
    }),
    store.load(),
  ]);
  const openFolder = folderOpener(folder, options.showFolder);
  const sharedState = new SharedState({
    get value() {
      return sharedFile.value.values;
    },
    set: (values) => sharedFile.set({ version: 1, values }),
  });
  const learnerStore = new LearnerStore(learnerFile);
  const told = (next: Learner): Learner => {
    tell('learner.changed', next);
    return next;
  };
  const runs = new Runs({
    catalog,
    compute,
    store,
    version,
    changed: (run) => tell('run.changed', run),
    notify: notices.add,
    retract: notices.remove,
    usePrediction: (lab, prediction, run) => {
      const used = usePrediction(learnerFile.value, lab, prediction, run);
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
        return notesFile.value.runs;
      },
      set: (said) => notesFile.set({ version: 1, runs: said }),
    },
    removed: (run) => tell('run.removed', { run }),
    annotated: (run, annotation) => tell('remark.changed', { run, remark: annotation }),
  });
  ready = true;
  runs.startNext();

  const lock = requestLock();
  const handlers: Handlers<typeof hostMethods> = {
    'app.info': () => info(),
    'app.restartCompute': () => {
      compute.restart();
      return {};
    },
    'app.savePdf': async ({ address, name }) => {
      if (!options.savePdf)
        throw new LecternError({
          code: 'bad-request',
          what: 'This window’s host writes no PDF files.',
          safe: 'Nothing was changed.',
          next: 'Print the page, and choose “Save as PDF” as the printer.',
        });
      return { file: await options.savePdf(address, name) };
    },
    'app.openFolder': async () => {
      await openFolder();
      return {};
    },
    'app.dismissNotice': ({ id }) => {
      notices.remove(id);
      return {};
    },
    'file.read': ({ id, from }) => offers.read(id, from),
    'file.dismiss': ({ id }) => {
      offers.dismiss(id);
      return {};
    },
    'run.start': (params) => runs.start(params),
    'run.stop': ({ run }) => runs.stop(run),
    'run.list': ({ lab }) => runs.list(lab),
    'run.get': ({ run }) => runs.get(run),
    'run.pin': ({ run, pinned }) => runs.pin(run, pinned),
    'run.page': ({ before }) => notebook.page(before),
    'run.remark': ({ run, change }) => notebook.annotate(run, change),
    'run.delete': async ({ run }) => {
      await notebook.remove(run);
      return {};
    },
    'run.restore': ({ run }) => notebook.restore(run),
    'run.checkReplay': ({ run, replay }) => notebook.checkReplay(run, replay),
    'run.export': async ({ run }) => (await notebook.export(run)) as never,
    'run.import': ({ card }) => notebook.import(card),
    'notebook.size': () => notebook.size(),
    'learner.import': ({ learner: given }) => {
      const other = learner.safeParse(given);
      if (!other.success)
        throw new LecternError({
          code: 'bad-file',
          what: 'The predictions and answers in this notebook can’t be read.',
          safe: 'Nothing said here was changed.',
          next: 'Its runs are imported all the same.',
        });
      const { learner: merged, added } = mergeLearner(learnerFile.value, other.data);
      if (added > 0) told(learnerStore.set(merged));
      return { added };
    },
    'lab.ask': ({ run, name, question }, signal) => runs.ask(run, name, question, signal),
    'learner.get': () => learnerFile.value,
    'learner.change': (change) => {
      if (speaksOfLab(change)) catalog.describe(change.lab);
      const next = told(learnerStore.apply(change, new Date().toISOString()));
      if (change.kind === 'judged-anew' && change.predictions.length > 0)
        notices.add(judgedAnewNotice(change.predictions.length));
      return next;
    },
    'settings.get': () => settingsFile.value,
    'settings.set': (change) => {
      const given = Object.fromEntries(
        Object.entries(change).filter(([, value]) => value !== undefined),
      );
      settingsFile.set(settings.parse({ ...settingsFile.value, ...given }));
      tell('settings.changed', settingsFile.value);
      return settingsFile.value;
    },
    'data.size': async () => {
      await Promise.all([
        learnerFile.flush(),
        settingsFile.flush(),
        sharedFile.flush(),
        notesFile.flush(),
      ]);
      return sizeOnDisk(folder);
    },
    'data.erase': ({ settings: all }) =>
      lock.exclusively(async () => {
        const files = [learnerFile, sharedFile, notesFile, ...(all ? [settingsFile] : [])];
        try {
          await eraseAll({
            folder,
            runs,
            store,
            sharedState,
            learnerStore,
            notices,
            files,
            settings: all,
          });
        } finally {
          tell('data.erased', {
            learner: learnerFile.value,
            settings: settingsFile.value,
            stage: sharedState.values,
          });
        }
        return {};
      }),
    'stage.get': () => sharedState.values,
    'stage.set': (change) => {
      sharedState.apply(change);
      tell('stage.changed', change);
      return {};
    },
  };

  return {
    attach(channel) {
      const window: Server<typeof hostEvents> = serve(
        channel,
        hostMethods,
        lock.wrap(handlers),
        hostEvents,
        () => void windows.delete(window),
      );
      windows.add(window);
    },
    get settings() {
      return settingsFile.value;
    },
    notify: notices.add,
    offer: (path) => offers.offer(path),
    async close() {
      await runs.close();
      await Promise.all([
        learnerFile.flush(),
        settingsFile.flush(),
        sharedFile.flush(),
        notesFile.flush(),
        store.flush(),
        compute.close(),
      ]);
      for (const window of windows) window.dispose();
      windows.clear();
    },
  };
}

/** Changes that only make sense for a lab that is there; one that is gone can still be reset. */
function speaksOfLab(
  change: LearnerChange,
): change is Exclude<
  LearnerChange,
  { kind: 'place' | 'who' | 'judged-anew' | 'reset-lab' | 'restore-lab' }
> {
  return !['place', 'who', 'judged-anew', 'reset-lab', 'restore-lab'].includes(change.kind);
}
