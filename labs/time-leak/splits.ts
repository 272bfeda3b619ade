import type { Random } from '../math/random.ts';
import { world, type Events } from './data.ts';

/** Rows of a split: places in the events' columns. */
export interface Fold {
  train: Uint32Array;
  test: Uint32Array;
}

export interface Folds {
  random: Fold;
  chronological: Fold;
  /** As chronological, but rows of the last `gapDays` before the cut are trained on no more: their labels were hardly known. */
  gap: Fold;
}

/** Splits the events at random and at the cut day, with as many rows to train on in both. */
export function splitEvents(events: Events, random: Random, gapDays: number): Folds {
  const day = (i: number) => events.day[i]!;
  const all = Uint32Array.from({ length: events.rows }, (_, i) => i);
  const before = all.filter((i) => day(i) < world.cutDay);
  const after = all.filter((i) => day(i) >= world.cutDay);
  const shuffled = random.permutation(events.rows);
  return {
    random: {
      train: shuffled.slice(0, before.length).sort(),
      test: shuffled.slice(before.length).sort(),
    },
    chronological: { train: before, test: after },
    gap: { train: before.filter((i) => day(i) < world.cutDay - gapDays), test: after },
  };
}
