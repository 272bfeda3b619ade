import type { networkInterfaces } from 'node:os';
import type { LectureClass } from '../contract/lecture-class.ts';
import type { Notice } from '../contract/methods.ts';
import type { RoomView } from '../contract/room.ts';
import type { Write } from '../storage/write.ts';

export interface RoomOptions {
  /** The data folder. */
  folder: string;
  /** The built page for phones. */
  page: string;
  /** The class in progress; null where nothing was done yet. */
  currentClass: () => LectureClass | null;
  /** Notes that the room is used, so that there is a class. */
  beginUse: () => void;
  /** Whether a run ended whole, and its card is here. */
  isWhole: (run: string) => boolean;
  /** Windows are told of it. */
  changed: (view: RoomView) => void;
  notify: (notice: Notice) => void;
  retract: (id: string) => void;
  write?: Write | undefined;
  /** A clock that never goes back, in ms. */
  now?: () => number;
  /** Tests do not wait as long as a class does, and fill a smaller room. */
  pingMs?: number;
  most?: number;
  mostKnown?: number;
  newCookies?: { burst: number; perSecond: number };
  interfaces?: typeof networkInterfaces;
}
