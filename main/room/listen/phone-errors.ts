import type { PhoneErrorCode, ToPhone } from '../../contract/room-wire.ts';
import { mostLetters } from '../../contract/room.ts';
import { limits } from '../limits/limits.ts';

/** What happened, and what to do next. */
const words: Readonly<Record<PhoneErrorCode, readonly [what: string, next: string]>> = {
  'wrong-word': ['This is not the word of this room.', 'Read it again from the big screen.'],
  'not-in': ['This phone has not joined yet.', 'Type the word from the big screen.'],
  full: ['The room is full.', 'Raise your hand instead. You can try again later.'],
  'too-many': ['This phone sent too much at once.', 'Wait a few seconds.'],
  busy: [
    'The room is busy.',
    // The beat is what a phone sends again at.
    `What you answered or asked is sent again within ${limits.pingMs / 1000} seconds.`,
  ],
  'too-large': ['That was too long to send.', 'Make it shorter.'],
  'bad-message': ['The room did not understand that.', 'Load the page again.'],
  'not-asked': ['This is not asked any more.', 'Look at the big screen.'],
  closed: ['Answers are closed.', 'This one came too late. If you answered before, that counts.'],
  'bad-answer': ['This is not one of the answers.', 'Choose another.'],
  'questions-full': ['Too many questions wait already.', 'Raise your hand instead.'],
  'too-long': [`A question has at most ${mostLetters} characters.`, 'Make it shorter.'],
  empty: ['There is no text in this.', 'Write a few words.'],
  elsewhere: ['The room is open in another tab of this phone.', 'Go on there, or load this page.'],
};

/** A refusal as a phone gets it. `about`: the question or the key that it is of. */
export function phoneError(
  code: PhoneErrorCode,
  about: string | null = null,
): Extract<ToPhone, { t: 'error' }> {
  const [what, next] = words[code];
  return { t: 'error', code, what, next, about };
}
