import { z } from 'zod';

/** A number (or word) of a result that came out otherwise. `by` is the relative difference; null where it is not about numbers. */
export const replayDifference = z.object({
  path: z.string(),
  was: z.string(),
  is: z.string(),
  by: z.number().nullable(),
});
export type ReplayDifference = z.infer<typeof replayDifference>;

/** What a replay shows of the card it repeats. */
export const replayReport = z.object({
  /** Whether every value agrees within `tolerance`. */
  agrees: z.boolean(),
  /** What is not as it was when the card was written: "backend tensorflow, now wasm". Empty: the same machine, backend and versions. */
  other: z.array(z.string()),
  /** Relative. */
  tolerance: z.number(),
  /** Numbers no farther apart than this agree as well; 0 where only `tolerance` counts. */
  within: z.number(),
  /** Parts of the result that were not compared, because no two backends have them in common. */
  leftOut: z.array(z.string()),
  /** How many values were compared. */
  compared: z.number().int(),
  /** How many of them differ; the first ones are in `differences`, the farthest off first. */
  differing: z.number().int(),
  differences: z.array(replayDifference),
  /** Whether the card's content is what its hash was made of. False: it was changed after it was written. */
  hashFits: z.boolean(),
});
export type ReplayReport = z.infer<typeof replayReport>;

/** Whether the lab itself has changed since the card was written: then numbers may differ for that reason alone. */
export const labChanged = ({ other }: Pick<ReplayReport, 'other'>): boolean =>
  other.some((words) => words.startsWith('lab version '));
