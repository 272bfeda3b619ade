import type { RoomQuestion } from '../../../main/contract/room-question.ts';
import type { SharedValues } from '../../../main/contract/shared-state.ts';

/** What a slide asks the room besides a poll: worked out from what all windows share, so that all of them ask the same. */
export interface SlideRoom {
  /** Null while it asks nothing. `step`: how far the slide is built up, from 1. */
  ask: (shared: SharedValues, step: number) => RoomQuestion | null;
  /** Whether the slide itself gives the answer away now: phones are then told it too. */
  shows?: (shared: SharedValues, step: number) => boolean;
}
