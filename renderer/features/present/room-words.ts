import type { Blank } from '../../shared/slide-tools/blank.ts';
import { inLecture, type Audience } from './presence.ts';

interface Room {
  /** The other windows; null where they had no time to answer. */
  audiences: readonly Audience[] | null;
  blank: Blank;
  /** Whether the host is away, without which no window hears of another. */
  lost: boolean;
}

/** What the room sees of the open lab, as the other windows said it. */
export function roomSees({ audiences, blank, lost }: Room): string {
  if (lost) return 'Apart from the room: what it sees can’t be told';
  if (audiences === null) return 'Looking for the room’s window';
  if (audiences.length === 0) return 'No window shows it to the room';
  const showing = inLecture(audiences);
  if (showing.length === 0) return elsewhereWords(audiences.length);
  if (blank) return `The room sees a ${blank} screen`;
  const [first, ...others] = [...new Set(showing.map(seenAs))];
  if (others.length > 0) return 'The windows for the room do not show the same';
  const seen = `The room sees ${first!}`;
  const aside = audiences.length - showing.length;
  return aside === 0 ? seen : `${seen}; ${asideWords(aside)}`;
}

const elsewhereWords = (windows: number): string =>
  windows === 1
    ? 'The room does not see it: the other window shows another page'
    : `The room does not see it: the ${windows} other windows show other pages`;

const asideWords = (windows: number): string =>
  windows === 1 ? 'one window shows another page' : `${windows} windows show other pages`;

function seenAs({ view, full }: Audience): string {
  if (view === 'slide') return 'the slide without it';
  if (view === 'beside') return 'it beside the slide';
  return full ? 'it full screen' : 'it over a whole window';
}
