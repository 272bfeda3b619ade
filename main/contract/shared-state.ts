import { z } from 'zod';

/**
 * What all windows of one Lectern share while a lecture is given: the place, the pen, the votes of a poll, a countdown.
 * Each value has a key and a schema of its own in the renderer; the host only keeps them and tells every window.
 */
export const sharedKey = z
  .string()
  .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/)
  .max(100);

/** A value longer than this (in UTF-16 code units of its JSON) is refused with `too-large`. */
export const maxSharedValue = 200_000;
/** More keys than this, and a new one is refused. */
export const maxSharedKeys = 500;

/** What one window says of itself, that it is there and what it shows: true only as long as it is there. */
const ofOneWindow = /^(lecture\/presenter$|audience\/)/;
export const isOfOneWindow = (key: string): boolean => ofOneWindow.test(key);

const value = z.json();
export const sharedValues = z.record(sharedKey, value);
export type SharedValues = z.infer<typeof sharedValues>;

export const sharedChange = z.object({
  key: sharedKey,
  /** Null takes the value away. */
  value,
  /** False for what means nothing after a restart, such as where the pointer is: it is never written to disk. */
  keep: z.boolean(),
  /** Names the window and the change, so that a window knows its own when it hears of it. */
  by: z.string().max(40),
});
export type SharedChange = z.infer<typeof sharedChange>;
