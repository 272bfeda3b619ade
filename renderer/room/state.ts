import type { AnswerValue } from '../../main/contract/room-question.ts';
import type { FromPhone, ToPhone } from '../../main/contract/room-wire.ts';
import { sameAnswer } from './same.ts';
import { nothingKept, type Kept, type KeptAnswer } from './keep.ts';
import { lostMs } from './limits.ts';
import { words } from './words.ts';

type Of<T extends ToPhone['t']> = Extract<ToPhone, { t: T }>;
export type RoomMessage = Of<'room'>;
export type OwnMessage = Of<'mine'>;

/** Why the host ended the connection for good. */
export type Ended = 'closed' | 'full' | 'elsewhere';

/** All that the page knows. Changed by the functions below only, which are pure. */
export interface State {
  connected: boolean;
  ended: Ended | null;
  /** Null until the host said whether it knows this phone. */
  known: boolean | null;
  room: RoomMessage | null;
  /** When the countdown ends by this phone's own clock, or what is left of one that stands; ms. */
  clock: { endsAt: number } | { left: number } | null;
  mine: OwnMessage | null;
  kept: Kept;
  /** When "lost me" fades by this phone's own clock, ms; null while it is not pressed. */
  lostUntil: number | null;
  /** Why the host refused something, until that is over. */
  problem: Pick<Of<'error'>, 'code' | 'what' | 'next'> | null;
}

export const begun = (kept: Kept): State => ({
  connected: false,
  ended: null,
  known: null,
  room: null,
  clock: null,
  mine: null,
  kept,
  lostUntil: null,
  problem: null,
});

/** What this phone said of the question on screen: what the host has, or what is on its way. */
export function ownAnswer(state: State): { answer: KeptAnswer; sent: boolean } | null {
  const { room, mine, kept } = state;
  if (!room?.ask) return null;
  const own = kept.answers[room.ask.id];
  const local = own?.round === room.round ? own : null;
  const theirs =
    mine?.answer?.q === room.ask.id && mine.answer.round === room.round ? mine.answer : null;
  if (local && (!theirs || local.n > theirs.n)) {
    const same =
      theirs !== null && sameAnswer(theirs.value, local.value) && theirs.sure === local.sure;
    return { answer: local, sent: same };
  }
  return theirs ? { answer: theirs, sent: true } : null;
}

/** So many at once: the host hears no more of a phone in one go, and the next beat sends the rest. */
const mostAtOnce = 10;

/**
 * What has to be sent again: after a time without connection, a reload, a restart of the host. First
 * what is asked now, then what was answered to earlier questions and the host never said it has.
 */
export function unsent(state: State): FromPhone[] {
  const own = ownAnswer(state);
  const now = state.room?.ask?.id;
  const due: [q: string, answer: KeptAnswer][] = Object.entries(state.kept.answers).filter(
    ([q, { taken }]) => q !== now && !taken,
  );
  if (now !== undefined && own && !own.sent) due.unshift([now, own.answer]);
  const answers = due.map(([q, { round, value, sure, n }]): FromPhone => ({
    t: 'answer',
    q,
    round,
    value,
    sure,
    n,
  }));
  const asks = state.kept.unsent.map((one): FromPhone => ({ t: 'ask', ...one }));
  return [...answers, ...asks].slice(0, mostAtOnce);
}

/** What is left is counted from when it was heard: the phone's clock may be wrong, but it goes as fast as any. */
function clockOf({ ask }: RoomMessage, now: number): State['clock'] {
  if (ask?.kind !== 'group' || !ask.left) return null;
  return ask.left.runs ? { endsAt: now + ask.left.ms } : { left: ask.left.ms };
}

/** Takes in what the host said. @param now this phone's clock, ms */
export function heard(state: State, message: ToPhone, now: number): State {
  switch (message.t) {
    case 'hello':
      return {
        ...state,
        // What it was in the class before, it is not in this one: it is asked for the word.
        ...(!message.known && { mine: null, room: null, clock: null, lostUntil: null }),
        known: message.known,
        ended: null,
        kept: keptIn(state.kept, message.room),
      };
    case 'room':
      return withRoom(state, message, now);
    case 'mine':
      return withOwn(state, message, now);
    case 'error':
      return withError(state, message);
    case 'took':
      return overWhenSent({ ...state, kept: takenIn(state.kept, message) });
    case 'beat':
      return state;
  }
}

/** What was refused of one question does not stand over the next. */
function withRoom(state: State, room: RoomMessage, now: number): State {
  const isNext = state.room?.ask?.id !== room.ask?.id || state.room?.round !== room.round;
  const problem = isNext ? null : state.problem;
  return { ...state, room, problem, clock: clockOf(room, now) };
}

/** A room that was busy is so no longer, once it has all that was said. */
function overWhenSent(state: State): State {
  const passes = state.problem?.code === 'busy' || state.problem?.code === 'too-many';
  return passes && unsent(state).length === 0 ? { ...state, problem: null } : state;
}

/** What was said in another room stays there; only the name goes along. */
const keptIn = (kept: Kept, room: string): Kept =>
  kept.room === room ? kept : { ...nothingKept, room, name: kept.name };

/** What the host has: this answer, or a later one of another tab. After a restart it knows the value only. */
function takenIn(kept: Kept, theirs: Of<'took'> | NonNullable<OwnMessage['answer']>): Kept {
  const own = kept.answers[theirs.q];
  if (own?.round !== theirs.round) return kept;
  const same = 'value' in theirs && sameAnswer(theirs.value, own.value) && theirs.sure === own.sure;
  if (theirs.n < own.n && !same) return kept;
  return { ...kept, answers: { ...kept.answers, [theirs.q]: { ...own, taken: true } } };
}

function withOwn(state: State, mine: OwnMessage, now: number): State {
  const taken = new Set(mine.asked.map(({ key }) => key));
  const kept = {
    ...(mine.answer ? takenIn(state.kept, mine.answer) : state.kept),
    n: Math.max(state.kept.n, mine.answer?.n ?? 0),
    unsent: state.kept.unsent.filter(({ key }) => !taken.has(key)),
  };
  // Once it is let in, what kept it out is over: a word that was wrong.
  const problem = state.known ? state.problem : null;
  const lostUntil = mine.lost ? (state.lostUntil ?? now + fadeMs) : null;
  return overWhenSent({ ...state, known: true, mine, kept, lostUntil, problem });
}

/** After the host's minute, so that what it said at its end presses nothing again; ms. */
const fadeMs = lostMs + 2_000;

/** "Lost me" is pressed, or taken back. @param now this phone's clock, ms */
export const lostPressed = (state: State, now: number): State => ({
  ...state,
  lostUntil: state.lostUntil === null ? now + fadeMs : null,
});

/** "Lost me" fades by itself: the host tells no phone when its minute is over. @param now this phone's clock, ms */
export const faded = (state: State, now: number): State =>
  state.lostUntil === null || now < state.lostUntil ? state : { ...state, lostUntil: null };

const finalCodes = new Set<Of<'error'>['code']>([
  'closed',
  'bad-answer',
  'not-asked',
  'questions-full',
  'too-long',
  'empty',
]);

function withError(state: State, { code, what, next, about }: Of<'error'>): State {
  // What the room will never take is not sent again.
  const final = finalCodes.has(code);
  if (about === null || !final) return { ...state, problem: { code, what, next } };
  const isEarlier = about in state.kept.answers && about !== state.room?.ask?.id;
  const problem = isEarlier ? { code, ...words.tooLate } : { code, what, next };
  const answers = Object.fromEntries(
    Object.entries(state.kept.answers).filter(([q]) => q !== about),
  );
  const unsentLeft = state.kept.unsent.filter(({ key }) => key !== about);
  return { ...state, problem, kept: { ...state.kept, answers, unsent: unsentLeft } };
}

/** The person answers what is asked. */
export function answered(state: State, value: AnswerValue, sure: number | null): State {
  const { room, kept } = state;
  if (!room?.ask || room.closed) return state;
  const n = kept.n + 1;
  const answers = { ...kept.answers, [room.ask.id]: { round: room.round, value, sure, n } };
  return { ...state, kept: { ...kept, n, answers }, problem: null };
}

/** The person asks the lecturer. `key` is new for each question. */
export function asked(state: State, key: string, text: string, name: string): State {
  const one = { key, text, name: name.trim() === '' ? null : name.trim() };
  return {
    ...state,
    kept: { ...state.kept, unsent: [...state.kept.unsent, one], name },
    problem: null,
  };
}
