import { z } from 'zod';
import { lockedPrediction, type Learner } from '../../contract/learner.ts';
import type { SharedValues } from '../../contract/shared-state.ts';

/** Where a class that is put away keeps what its room had locked in labs. */
const key = 'lab/room-predictions';
const id = z.string().max(60);
const locked = z.record(id, z.record(id, lockedPrediction));
type Locked = z.infer<typeof locked>;

/** What was locked for a room, by lab and step. Empty where nothing was. */
export function roomPredictions({ labs }: Learner): SharedValues {
  const found: Locked = {};
  for (const [lab, { predictions }] of Object.entries(labs)) {
    const said = Object.entries(predictions).filter(([, { room }]) => room);
    if (said.length > 0) found[lab] = Object.fromEntries(said);
  }
  return Object.keys(found).length > 0 ? { [key]: found as SharedValues[string] } : {};
}

/** What the learner said without what a room had locked: the next room is asked as well, and sees no result before. */
export const withoutRoom = (learner: Learner): Learner => ({
  ...learner,
  labs: Object.fromEntries(
    Object.entries(learner.labs).map(([lab, progress]) => {
      const own = Object.entries(progress.predictions).filter(([, { room }]) => !room);
      return [lab, { ...progress, predictions: Object.fromEntries(own) }];
    }),
  ),
});

/**
 * What the learner said with what a class's room had locked, and the class's values without it. Where
 * something of one's own was locked meanwhile, that stands; so does a lab that was reset.
 */
export function withRoom(
  learner: Learner,
  { [key]: kept, ...values }: SharedValues,
): { learner: Learner; values: SharedValues } {
  const labs = { ...learner.labs };
  for (const [lab, said] of Object.entries(locked.safeParse(kept).data ?? {})) {
    const progress = labs[lab];
    if (progress) labs[lab] = { ...progress, predictions: { ...said, ...progress.predictions } };
  }
  return { learner: { ...learner, labs }, values };
}
