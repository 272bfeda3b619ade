import { z } from 'zod';
import type { DeckCommand } from '../../model/lecture/keys.ts';
import type { Shared } from '../../host/use-shared.ts';

/** What the room sees instead of the slide; null where it sees the slide. */
export type Blank = 'black' | 'white' | null;

/** Blanking is the lecture's, so every window that shows it goes blank. After a restart the slide is there again. */
export const sharedBlank: Shared<Blank> = {
  key: 'lecture/blank',
  schema: z.enum(['black', 'white']),
  fallback: null,
  keep: false,
};

/** What the keys for black and white make of the screen: the same key again shows the slide, the other one changes the colour. */
export function nextBlank(now: Blank, asked: 'black' | 'white'): Blank {
  return now === asked ? null : asked;
}

/** What the presenter reads in the slide's place. Where single letters are switched off none is named. */
export const blankWords = (now: 'black' | 'white', letters: boolean): string => {
  const key = now === 'black' ? 'B' : 'W';
  const which = letters ? `${key} or a key that turns slides` : 'A key that turns slides';
  return `The screen is ${now}. ${which} shows the slide again.`;
};

/** What shows the slide again and does not move: a clicker may have no other key, and its next press is seen. */
export const endsBlank: readonly DeckCommand[] = ['leave', 'next', 'previous', 'down', 'up'];

/** What still works while the room sees nothing. Nothing of it moves the lecture on unseen. */
export const worksWhileBlank: readonly DeckCommand[] = [
  'full-screen',
  'start',
  'help',
  'presenter',
];
