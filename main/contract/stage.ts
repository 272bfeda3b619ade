import { z } from 'zod';

/**
 * What all windows of one Lectern share while a lecture is given: the place, the pen, the votes of a poll, a countdown.
 * Each value has a key and a schema of its own in the renderer; the host only keeps them and tells every window.
 */
export const stageKey = z
  .string()
  .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/)
  .max(100);

/** A value longer than this (in UTF-16 code units of its JSON) is refused with `too-large`. */
export const maxStageValue = 200_000;
/** More keys than this, and a new one is refused. */
export const maxStageKeys = 500;

const value = z.json();
export const stageValues = z.record(stageKey, value);
export type StageValues = z.infer<typeof stageValues>;

export const stageChange = z.object({
  key: stageKey,
  /** Null takes the value away. */
  value,
  /** False for what means nothing after a restart, such as where the pointer is: it is never written to disk. */
  keep: z.boolean(),
  /** Names the window and the change, so that a window knows its own when it hears of it. */
  by: z.string().max(40),
});
export type StageChange = z.infer<typeof stageChange>;

/** The part that survives a restart. One file in the data folder. */
export const stageFile = z.object({ version: z.literal(1), values: stageValues });
export const emptyStage: z.infer<typeof stageFile> = { version: 1, values: {} };
