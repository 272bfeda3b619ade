import { z } from 'zod';
import { learner, learnerChange, settings, settingsChange } from './learner.ts';
import {
  backendName,
  json,
  parameters,
  prediction,
  runCard,
  runSnapshot,
  runSummary,
  seed,
} from './run.ts';
import { codeOwn, codeRun, codeVerdict } from './code.ts';
import { annotation, annotationChange, annotations } from './annotation.ts';
import {
  folderSlide,
  lectureList,
  lectureOutline,
  mostSlidesAtOnce,
  recentLecture,
  slideId,
} from './lecture-folder.ts';
import { classList, lectureClass } from './lecture-class.ts';
import { replayReport } from './replay.ts';
import { keptRoom, questionState, roomAddress, roomFile, roomView } from './room.ts';
import { questionId, roomOutcome, roomQuestion } from './room-question.ts';
import { sharedChange, sharedValues } from './shared-state.ts';
import { listedReport, mostListed, reportContent, reportId, tableReport } from './table-report.ts';

/** A JSON-RPC message longer than this (in UTF-16 code units of its JSON) is refused with `too-large`. */
export const maxMessageLength = 1024 * 1024;

/** What is asked after: whether there is such a run is said by the answer. */
export const runId = z.string().max(64);

/** What compute says of itself when it is ready. */
export const computeInfo = z.object({
  backend: backendName,
  threads: z.number().int().min(1),
  versions: z.object({ tfjs: z.string(), tensorflow: z.string().nullable(), node: z.string() }),
  /** Why the native backend is not the one in use; null where it is. */
  fallbackReason: z.string().nullable(),
});
export type ComputeInfo = z.infer<typeof computeInfo>;

/** Something that the person should know but did not ask for, such as a file that was set aside. */
export const notice = z.object({
  id: z.string(),
  what: z.string(),
  safe: z.string(),
  next: z.string(),
});
export type Notice = z.infer<typeof notice>;

/** A file that the system asked Lectern to open, until the person has decided about it. Windows never see its path. */
export const offeredFile = z.object({
  id: z.string().max(40),
  name: z.string().max(200),
  bytes: z.number().int().min(0),
});
export type OfferedFile = z.infer<typeof offeredFile>;

export const appInfo = z.object({
  version: z.string(),
  host: z.enum(['electron', 'web']),
  dataFolder: z.string(),
  compute: z.discriminatedUnion('state', [
    z.object({ state: z.literal('starting') }),
    z.object({ state: z.literal('ready'), info: computeInfo, pid: z.number().int() }),
    z.object({ state: z.literal('restarting') }),
    z.object({ state: z.literal('down'), why: z.string() }),
  ]),
  notices: z.array(notice),
  offered: offeredFile.nullable(),
  /** Counts the changes of the lecture's folder that is open; left out where none is. */
  lecture: z.number().int().min(0).optional(),
});
export type AppInfo = z.infer<typeof appInfo>;

/** What became of a card that was handed in: `there`: it was here already; `copy`: another run has its id, so it got a new one. */
export const imported = z.object({
  outcome: z.enum(['added', 'there', 'copy']),
  run: runSummary,
  hashFits: z.boolean(),
});
export type Imported = z.infer<typeof imported>;

/** What the notebook takes on disk, and the deleted runs that can still be brought back, the last one first. */
export const notebookSize = z.object({
  bytes: z.number(),
  deleted: z.array(z.object({ id: runId, number: z.number().int(), lab: z.string() })),
});
export type NotebookSize = z.infer<typeof notebookSize>;

const lecturePath = z.string().min(1).max(4_000);

/** What a window may ask of the host: the whole list. */
export const hostMethods = {
  'app.info': { params: z.object({}), result: appInfo },
  'app.restartCompute': { params: z.object({}), result: z.object({}) },
  /**
   * The desktop app asks where to, lays the place out and writes it as PDF; null where the person
   * thought better of it. Other hosts leave it to the browser's printing.
   */
  'app.savePdf': {
    params: z.object({
      address: z
        .string()
        .max(2_000)
        .regex(/^#\/report(\?|$)/),
      name: z.string().max(120),
    }),
    result: z.object({ file: z.string().nullable() }),
  },
  /**
   * Shows the data folder in the system's file manager, and no other. Throws `storage` where it is
   * gone, `bad-request` where nothing can show it.
   */
  'app.openFolder': { params: z.object({}), result: z.object({}) },
  /**
   * Ends the sessions of all browsers, this one's too; the new address is printed where Lectern was
   * started. Throws `bad-request` where a window needs no session.
   */
  'app.endSessions': { params: z.object({}), result: z.object({}) },
  'app.dismissNotice': { params: z.object({ id: z.string() }), result: z.object({}) },
  /** A piece of the offered file from a place in it, as base64; `next` is where the rest begins. Throws `bad-file`. */
  'file.read': {
    params: z.object({ id: z.string().max(40), from: z.number().int().min(0) }),
    result: z.object({ base64: z.string(), next: z.number().int().nullable() }),
  },
  /** The person has decided about the offered file, one way or the other. */
  'file.dismiss': { params: z.object({ id: z.string().max(40) }), result: z.object({}) },
  /** The lecture's folder that is open; null where Lectern's own lecture is. */
  'lecture.get': { params: z.object({}), result: lectureOutline.nullable() },
  /** Slides of it; those that are gone by now are left out. */
  'lecture.slides': {
    params: z.object({ ids: z.array(slideId).max(mostSlidesAtOnce) }),
    result: z.array(folderSlide),
  },
  'lecture.list': { params: z.object({}), result: lectureList },
  /** Opens a lecture of the list; null: the one that comes with Lectern. Throws `bad-request` where it is gone; what is open then stays. */
  'lecture.open': {
    params: z.object({ id: recentLecture.shape.id.nullable() }),
    result: lectureList,
  },
  /** Opens a folder by the path that a person typed. Throws `bad-request` where it holds no lecture. */
  'lecture.openFolder': { params: z.object({ path: lecturePath }), result: lectureList },
  /** Makes a folder with a lecture to begin with, or an edition of ours, and opens it. Throws `bad-request` where it holds anything. */
  'lecture.make': {
    params: z.object({ path: lecturePath, extend: z.boolean() }),
    result: lectureList,
  },
  /** Takes a lecture off the list; its folder stays as it is. */
  'lecture.forget': { params: recentLecture.pick({ id: true }), result: lectureList },
  'run.start': {
    params: z.object({
      lab: z.string().max(60),
      parameters,
      seed,
      preset: z.string().max(60).nullable(),
      prediction: prediction.nullable(),
      /** Reuse this run's measurements instead of measuring anew. */
      measuredFrom: runId.nullable(),
    }),
    result: runSnapshot,
  },
  'run.stop': { params: z.object({ run: runId }), result: runSnapshot },
  'run.list': {
    params: z.object({ lab: z.string().max(60).optional() }),
    result: z.array(runSummary),
  },
  /** A part of the list, newest first, with what was said of each: as many as fit a message. `next` is what to ask for as `before`. */
  'run.page': {
    params: z.object({ before: z.number().int().min(1).nullable() }),
    result: z.object({
      runs: z.array(runSummary),
      annotations,
      next: z.number().int().nullable(),
    }),
  },
  'run.get': { params: z.object({ run: runId }), result: runCard },
  'run.pin': { params: z.object({ run: runId, pinned: z.boolean() }), result: runSummary },
  'run.annotate': { params: annotationChange, result: annotation },
  /** Takes a run out of the notebook. Its file is kept until Lectern ends: `run.restore` brings it back. */
  'run.delete': { params: z.object({ run: runId }), result: z.object({}) },
  'run.restore': { params: z.object({ run: runId }), result: runSummary },
  /** Compares a run with the replay of it that has finished. */
  'run.checkReplay': { params: z.object({ run: runId, replay: runId }), result: replayReport },
  /** The card as a file for others: with the id, number and hash that it had where the run was made. */
  'run.export': { params: z.object({ run: runId }), result: json },
  'run.import': { params: z.object({ card: json }), result: imported },
  'notebook.size': { params: z.object({}), result: notebookSize },
  /** The reports on tables of one's own, newest first. */
  'report.list': { params: z.object({}), result: z.array(listedReport).max(mostListed) },
  /** Keeps a finished report; the one of the same file, lab and roles is replaced. Throws `storage` where it can't be written. */
  'report.keep': { params: reportContent, result: tableReport },
  /** Throws `bad-card` where it is gone, damaged or a newer Lectern's. */
  'report.get': { params: z.object({ id: reportId }), result: tableReport },
  /** Until Lectern ends `report.restore` brings it back. Throws `bad-card` for a newer Lectern's. */
  'report.delete': { params: z.object({ id: reportId }), result: z.object({}) },
  'report.restore': { params: z.object({ id: reportId }), result: tableReport },
  /** Takes in a report of another notebook; one that is here already stays as it is. */
  'report.import': {
    params: z.object({ report: json }),
    result: z.object({ id: reportId, added: z.boolean() }),
  },
  /** Adds what another notebook's learner said where nothing is said here yet. */
  'learner.import': {
    params: z.object({ learner: json }),
    result: z.object({ added: z.number().int() }),
  },
  'lab.ask': {
    params: z.object({ run: runId, name: z.string().max(60), question: json }),
    result: json,
  },
  /**
   * Runs a learner's code against an exercise's tests, in compute's sandbox. A program that does not end, or does harm, is a verdict too.
   * Throws `bad-request` where there is no such exercise.
   */
  'code.run': { params: codeRun, result: codeVerdict },
  /**
   * Runs a learner's code on the data of a finished run, which passes and fails nothing; null where the exercise takes no such data.
   * Throws `bad-request` for another lab's run, or one that has not finished, and `unknown-run`.
   */
  'code.try': { params: codeRun.extend({ run: runId }), result: codeOwn.nullable() },
  'learner.get': { params: z.object({}), result: learner },
  'learner.change': { params: learnerChange, result: learner },
  'settings.get': { params: z.object({}), result: settings },
  'settings.set': { params: settingsChange, result: settings },
  /** What Lectern keeps in the data folder takes so much; a folder of Electron's own beside it is not counted. */
  'data.size': {
    params: z.object({}),
    result: z.object({ bytes: z.number(), files: z.number().int() }),
  },
  /**
   * Takes away everything that was run, said, drawn or noted, from memory and from disk, and the settings too where asked. Runs in
   * progress are stopped. For good: nothing brings it back. Throws `storage` where a file can't be removed, and names it.
   */
  'data.erase': { params: z.object({ settings: z.boolean() }), result: z.object({}) },
  'class.list': { params: z.object({}), result: classList },
  /** Puts the class in progress away and begins a new one. Throws `storage` where it can't be kept. */
  'class.begin': { params: z.object({}), result: classList },
  /** The new class that was offered is not wanted: the old one goes on. */
  'class.goOn': { params: z.object({}), result: classList },
  /** Puts the class in progress away and opens an earlier one. Throws `bad-request` where that can't be read. */
  'class.open': { params: lectureClass.pick({ number: true }), result: classList },
  /** Deletes an earlier class for good; never one that a newer Lectern kept. */
  'class.delete': { params: lectureClass.pick({ number: true }), result: classList },
  'room.get': { params: z.object({}), result: roomView },
  /** Where the room can be opened, the likely address first. */
  'room.addresses': { params: z.object({}), result: z.array(roomAddress).max(200) },
  /** Opens the room to phones at one of the addresses. Throws `bad-request` where this computer does not have it. */
  'room.open': { params: roomAddress.pick({ host: true }), result: roomView },
  'room.close': { params: z.object({}), result: roomView },
  /** What is on screen asks this; null where nothing is asked. Without effect while the room is closed. */
  'room.ask': { params: z.object({ question: roomQuestion.nullable() }), result: roomView },
  /** Closes a question to answers, or opens it again. */
  'room.lock': { params: z.object({ id: questionId, closed: z.boolean() }), result: roomView },
  /** Shows or hides what was answered, with what a run came to where one did. */
  'room.reveal': {
    params: z.object({ id: questionId, shown: z.boolean(), outcome: roomOutcome.nullable() }),
    result: roomView,
  },
  /** Asks anew: the answers go. */
  'room.clear': { params: z.object({ id: questionId }), result: roomView },
  'room.moderate': {
    params: z.object({ id: z.number().int(), state: questionState }),
    result: roomView,
  },
  /** The classes whose answers are kept, newest first. */
  'room.list': { params: z.object({}), result: z.array(keptRoom).max(10_000) },
  /** All answers of a class, by anonymous numbers. Throws `bad-request` where there are none. */
  'room.file': { params: lectureClass.pick({ number: true }), result: roomFile },
  /** Deletes a class's answers for good. Throws `bad-request` for those of an open room. */
  'room.delete': { params: lectureClass.pick({ number: true }), result: z.object({}) },
  'stage.get': { params: z.object({}), result: sharedValues },
  'stage.set': { params: sharedChange, result: z.object({}) },
} as const;
export type HostMethod = keyof typeof hostMethods;

/** What the host tells every window without being asked. */
export const hostEvents = {
  'app.changed': appInfo,
  'run.changed': runSnapshot,
  'run.removed': z.object({ run: runId }),
  'annotation.changed': z.object({ run: runId, annotation }),
  'report.changed': listedReport,
  'report.removed': z.object({ id: reportId }),
  'learner.changed': learner,
  'settings.changed': settings,
  'stage.changed': sharedChange,
  'class.changed': classList,
  'room.changed': roomView,
  /** Another lecture is open: every window begins anew with it. */
  'lecture.opened': z.object({}),
  /** Another class is open: this is all that windows share now. */
  'class.opened': z.object({ classes: classList, stage: sharedValues }),
  /** Everything was erased: this is what there is now, and no run. */
  'data.erased': z.object({ learner, settings, stage: sharedValues }),
} as const;
export type HostEvent = keyof typeof hostEvents;

export type MethodTable = Record<string, { params: z.ZodType; result: z.ZodType }>;
export type EventTable = Record<string, z.ZodType>;
export type ParamsOf<T extends MethodTable, K extends keyof T> = z.input<T[K]['params']>;
export type ResultOf<T extends MethodTable, K extends keyof T> = z.output<T[K]['result']>;
