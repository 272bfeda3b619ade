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

/** What is said of the class in progress. */
export const currentWords = (current: LectureClass | null): string =>
  current === null
    ? 'Nothing was done in this class yet.'
    : `Begun ${momentWords(current.begunAt)}.`;

/** What another class does to a room that is open; null where none is. */
export const roomEndsWords = ({ open }: Pick<RoomView, 'open'>): string | null =>
  open &&
  `The room is open. It closes with this class. Open it again in the next one: phones come back to ${open.address} by themselves, and ask for the new word.`;

/** What the list is called: after an older class was opened, some in it are later than this one. */
export const listWords = ({ current, earlier }: ClassList): string =>
  current !== null && earlier.some(({ number }) => number > current.number)
    ? 'Other classes'
    : 'Earlier classes';
