import type {
  ClassList,
  EarlierClass,
  LectureClass,
} from '../../../main/contract/lecture-class.ts';
import type { RoomView } from '../../../main/contract/room.ts';

/** A day and time in this computer's time zone: "Fri 27 November 2026, 10:15". */
export function momentWords(iso: string): string {
  const at = new Date(iso);
  const day = at.toLocaleDateString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return `${day.replace(',', '')}, ${time}`;
}

/** What an earlier class is called in the list. */
export function earlierWords({ number, begunAt, problem }: EarlierClass): string {
  if (problem === 'newer') return `Class ${number}: kept by a newer version of Lectern`;
  if (problem === 'damaged' || begunAt === null) return `Class ${number}: its file is damaged`;
  return momentWords(begunAt);
}

/**
 * What is said of the class in progress, and what becomes of it.
 * @param kept whether anything was done in it that is worth keeping
 */
export function currentWords(current: LectureClass | null, kept: boolean): string {
  if (current === null) return 'Nothing was done in this class yet.';
  const begun = `Begun ${momentWords(current.begunAt)}.`;
  return kept
    ? `${begun} It is kept when a new one begins.`
    : `${begun} Slides were turned and nothing else was done, so there is nothing to keep.`;
}

/** What another class does to a room that is open; null where none is. */
export const roomEndsWords = ({ open }: Pick<RoomView, 'open'>): string | null =>
  open &&
  'The room is open. It closes with this class. Open it again in the next one: phones come ' +
    `back to ${open.address} by themselves, and ask for the new word.`;

/** What the list is called: after an older class was opened, some in it are later than this one. */
export const listWords = ({ current, earlier }: ClassList): string =>
  current !== null && earlier.some(({ number }) => number > current.number)
    ? 'Other classes'
    : 'Earlier classes';
