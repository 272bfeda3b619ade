import { z } from 'zod';
import type { Learner } from './learner.ts';
import { isOfOneWindow, sharedValues, type SharedValues } from './shared-state.ts';
import { slideTimes } from './slide-times.ts';

/** One time that the lecture was given. Numbers order classes, because a computer's clock may have been wrong. */
export const lectureClass = z.object({
  number: z.number().int().min(1).max(1_000_000),
  begunAt: z.iso.datetime(),
  usedAt: z.iso.datetime(),
});
export type LectureClass = z.infer<typeof lectureClass>;

/** A class that is put away: one file of the data folder. */
export const classFile = z.object({
  version: z.literal(1),
  class: lectureClass,
  values: sharedValues,
});

/** An earlier class as the list shows it; `problem`: why its file can't be opened here. */
export const earlierClass = z.object({
  number: lectureClass.shape.number,
  begunAt: lectureClass.shape.begunAt.nullable(),
  usedAt: lectureClass.shape.usedAt.nullable(),
  problem: z.enum(['newer', 'damaged']).nullable(),
  /** How long its slides took, the oldest passage first; only for the newest `timedClasses` that have any. */
  passages: z.array(slideTimes).optional(),
});
export type EarlierClass = z.infer<typeof earlierClass>;

export const classList = z.object({
  /** Null where nothing was done yet. */
  current: lectureClass.nullable(),
  /** Whether a new class is offered: the last use of this one is long ago, and nobody answered yet. */
  offered: z.boolean(),
  /** Newest first. */
  earlier: z.array(earlierClass).max(2_000),
});
export type ClassList = z.infer<typeof classList>;

/** Rehearsed times are those of so many earlier classes, the newest. */
export const timedClasses = 8;

/** After so long without use, in milliseconds, it is probably another class. */
export const newClassAfterMs = 6 * 3600_000;

/** What is one person's own, or how the desk is set up, and so stays from class to class. */
const stays =
  /^(tour$|lecture\/(desk|minutes)$|breakout\/note(-|$)|slide\/test-data-time$|time-leak\/six-rows$)/;
/** Which windows are open: of this hour, of no class. */
const isOfThisHour = (key: string) => isOfOneWindow(key) || key === 'lecture/panel';
/** What only a lecture leaves behind; who looks around alone has no class to begin anew. */
const traces = /^(lecture\/clock$|poll\/|room\/opened$|breakout\/(groups|countdown)$|ink\/)/;

/** Whether a shared value belongs to the class and begins afresh with a new one. */
export const isOfClass = (key: string): boolean => !stays.test(key) && !isOfThisHour(key);
/** Whether a class is worth keeping: where one only turned slides there is nothing to come back to. */
export const isWorthKeeping = (shared: SharedValues, { labs }: Learner): boolean =>
  Object.keys(shared).some((key) => isOfClass(key) && key !== 'lecture/place') ||
  Object.values(labs).some(({ predictions }) =>
    Object.values(predictions).some(({ room }) => room),
  );
/** Whether a shared value shows that a lecture was given. */
export const isTraceOfClass = (key: string): boolean => traces.test(key);

/** The part of the shared state that survives a restart, and the class it is of. One file in the data folder. */
export const sharedStateFile = z.object({
  version: z.literal(1),
  values: sharedValues,
  class: lectureClass.optional().catch(undefined),
});
type SharedStateFile = z.infer<typeof sharedStateFile>;
export const emptySharedState: SharedStateFile = { version: 1, values: {} };
