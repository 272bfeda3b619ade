import type { z } from 'zod';
import type { LabCatalog } from '../compute/lab-catalog.ts';
import { LecternError } from '../contract/errors.ts';
import { learner, settings, type Learner, type LearnerChange } from '../contract/learner.ts';
import type { AppInfo, HostEvent, hostEvents, hostMethods } from '../contract/methods.ts';
import type { RunCard } from '../contract/run.ts';
import type { SharedChange } from '../contract/shared-state.ts';
import type { Room } from '../room/room.ts';
import type { Handlers } from '../rpc/connect.ts';
import { sizeOnDisk } from '../storage/own-files.ts';
import type { RunStore } from '../storage/run-store.ts';
import type { ComputeProcess } from './compute/compute-process.ts';
import type { Classes } from './classes/classes.ts';
import { eraseAll } from './erase.ts';
import type { LectureFolder } from './lecture/lecture-folder.ts';
import { lectureHandlers } from './lecture/lecture-handlers.ts';
import type { RecentLectures } from './lecture/recent-lectures.ts';
import { mergeLearner } from './learner/learner.ts';
import type { LearnerStore } from './learner/learner-store.ts';
import { judgedAnewNotice, type Notices } from './notices.ts';
import type { Offers } from './offers.ts';
import type { OpenFiles } from './open-files.ts';
import type { Reports } from './reports/reports.ts';
import { roomHandlers } from './room-handlers.ts';
import type { requestLock } from './request-lock.ts';
import type { Notebook } from './runs/notebook.ts';
import type { Runs } from './runs/runs.ts';
import type { SharedState } from './shared-state.ts';

/** The pieces that windows' requests reach: what `createHost` puts together. */
export interface HostPieces {
  /** The data folder. */
  folder: string;
  info: () => AppInfo;
  catalog: LabCatalog;
  compute: ComputeProcess;
  store: RunStore;
  runs: Runs;
  notebook: Notebook;
  reports: Reports;
  files: OpenFiles;
  learnerStore: LearnerStore;
  sharedState: SharedState;
  classes: Classes;
  room: Room;
  notices: Notices;
  offers: Offers;
  lecture: LectureFolder;
  recents: RecentLectures;
  /** Held while everything is erased. */
  lock: ReturnType<typeof requestLock>;
  openFolder: () => Promise<void>;
  /** Left out where a browser prints. */
  savePdf: ((place: string, name: string) => Promise<string | null>) | undefined;
  /** Left out where windows need no session. */
  endSessions: (() => void) | undefined;
  /** Tells every window. */
  tell: <K extends HostEvent>(event: K, data: z.input<(typeof hostEvents)[K]>) => void;
  /** Tells every window what the learner's file says now, and returns it. */
  told: (next: Learner) => Learner;
  /** Changes what all windows share. */
  share: (change: SharedChange) => void;
}

/**
 * What the host does for each method of the contract but `stage.set`, whose answer each window has
 * for itself. Parameters are parsed already; a handler throws a `LecternError`.
 */
export function hostHandlers({
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
  savePdf,
  endSessions,
  tell,
  told,
  share,
}: HostPieces): Omit<Handlers<typeof hostMethods>, 'stage.set'> {
  const opened = () => {
    tell('class.opened', { classes: classes.list(), stage: sharedState.values });
    return classes.list();
  };
  return {
    'app.info': () => info(),
    'app.restartCompute': () => {
      compute.restart();
      return {};
    },
    'app.savePdf': async ({ address, name }) => {
      if (!savePdf)
        throw new LecternError({
          code: 'bad-request',
          what: 'Lectern writes no PDF files in a browser.',
          safe: 'Nothing was changed.',
          next: 'Print the page, and choose “Save as PDF” as the printer.',
        });
      return { file: await savePdf(address, name) };
    },
    'app.openFolder': async () => {
      await openFolder();
      return {};
    },
    'app.endSessions': () => {
      if (!endSessions)
        throw new LecternError({
          code: 'bad-request',
          what: 'This window needs no session.',
          safe: 'Nothing was changed.',
          next: 'Close the window where nobody should use it.',
        });
      endSessions();
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
    ...lectureHandlers(lecture, recents, () => {
      // Its slides are others: nobody was anywhere in it yet.
      told(learnerStore.set({ ...files.learner.value, place: null }));
      share({ key: 'lecture/place', value: null, keep: true, by: 'host' });
      tell('lecture.opened', {});
    }),
    'run.start': (params) => runs.start(params),
    'run.stop': ({ run }) => runs.stop(run),
    'run.list': ({ lab }) => runs.list(lab),
    'run.get': ({ run }) => runs.get(run),
    'run.pin': ({ run, pinned }) => runs.pin(run, pinned),
    'run.page': ({ before }) => notebook.page(before),
    'run.annotate': ({ run, change }) => notebook.annotate(run, change),
    'run.delete': async ({ run }) => {
      await notebook.remove(run);
      return {};
    },
    'run.restore': ({ run }) => notebook.restore(run),
    'run.checkReplay': ({ run, replay }) => notebook.checkReplay(run, replay),
    'run.export': async ({ run }) => (await notebook.export(run)) as never,
    'run.import': ({ card }) => notebook.import(card),
    'notebook.size': () => notebook.size(),
    'report.list': () => reports.list(),
    'report.keep': (content) => reports.keep(content),
    'report.get': ({ id }) => reports.get(id),
    'report.delete': async ({ id }) => {
      await reports.remove(id);
      return {};
    },
    'report.restore': ({ id }) => reports.restore(id),
    'report.import': ({ report }) => reports.import(report),
    'learner.import': ({ learner: given }) => {
      const other = learner.safeParse(given);
      if (!other.success)
        throw new LecternError({
          code: 'bad-file',
          what: 'The predictions and answers in this notebook can’t be read.',
          safe: 'Nothing said here was changed.',
          next: 'Its runs are imported all the same.',
        });
      const { learner: merged, added } = mergeLearner(files.learner.value, other.data);
      if (added > 0) told(learnerStore.set(merged));
      return { added };
    },
    'lab.ask': ({ run, name, question }, signal) => runs.ask(run, name, question, signal),
    'code.run': (params, signal) => compute.call('code.run', params, signal),
    'code.try': async ({ run, ...params }, signal) =>
      compute.call('code.try', { ...params, of: triedOn(await runs.get(run), params.lab) }, signal),
    'learner.get': () => files.learner.value,
    'learner.change': (change) => {
      if (speaksOfLab(change)) catalog.describe(change.lab);
      const next = told(learnerStore.apply(change, new Date().toISOString()));
      if (change.kind === 'judged-anew' && change.predictions.length > 0)
        notices.add(judgedAnewNotice(change.predictions.length));
      return next;
    },
    'settings.get': () => files.settings.value,
    'settings.set': (change) => {
      const given = Object.fromEntries(
        Object.entries(change).filter(([, value]) => value !== undefined),
      );
      files.settings.set(settings.parse({ ...files.settings.value, ...given }));
      tell('settings.changed', files.settings.value);
      return files.settings.value;
    },
    'data.size': async () => {
      await files.flush();
      return sizeOnDisk(folder);
    },
    'data.erase': ({ settings: all }) =>
      lock.exclusively(async () => {
        const emptied = [
          files.learner,
          files.shared,
          files.notes,
          files.lectures,
          ...(all ? [files.settings] : []),
        ];
        try {
          await eraseAll({
            folder,
            runs,
            store,
            sharedState,
            classes,
            room,
            reports,
            learnerStore,
            notices,
            files: emptied,
            settings: all,
          });
        } finally {
          tell('data.erased', {
            learner: files.learner.value,
            settings: files.settings.value,
            stage: sharedState.values,
          });
        }
        return {};
      }),
    'class.list': () => classes.list(),
    'class.begin': async () => {
      await classes.begin();
      await room.classChanged();
      told(learnerStore.set({ ...files.learner.value, place: null }));
      return opened();
    },
    'class.goOn': () => {
      classes.goOn();
      return classes.list();
    },
    'class.open': async ({ number }) => {
      await classes.open(number);
      await room.classChanged();
      return opened();
    },
    'class.delete': async ({ number }) => {
      await classes.remove(number);
      return classes.list();
    },
    ...roomHandlers(room),
    'stage.get': () => sharedState.values,
  };
}

/** What code is tried on: a finished run of the lab. Of one that was stopped or goes on there is not enough. */
function triedOn(card: RunCard, lab: string) {
  const { id, number, parameters, seed, measured, result } = card;
  if (card.status !== 'finished' || card.lab !== lab)
    throw new LecternError({
      code: 'bad-request',
      what: 'Code can only be tried on a finished run of its lab.',
      safe: 'Your code is unchanged.',
      next: 'Run the lab to its end first.',
    });
  return { run: id, number, parameters, seed, measured, result };
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
