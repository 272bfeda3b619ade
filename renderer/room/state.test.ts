import { describe, expect, it } from 'vitest';
import {
  lostMs as contractLost,
  mostLetters as contractLetters,
} from '../../main/contract/room.ts';
import { closeCodes, fromPhone, type ToPhone } from '../../main/contract/room-wire.ts';
import { nothingKept, readKept, writeKept } from './keep.ts';
import { lostMs, mostLetters } from './limits.ts';
import {
  answered,
  asked,
  begun,
  faded,
  heard,
  lostPressed,
  ownAnswer,
  unsent,
  type OwnMessage,
  type RoomMessage,
  type State,
} from './state.ts';
import { words } from './words.ts';
import { answerWords } from './view/answer-words.ts';
import { clockWords, leftOf } from './view/group.ts';

const ask: RoomMessage['ask'] = {
  kind: 'choice',
  id: 'poll/one',
  text: 'Which?',
  options: [
    { id: 'a', label: 'This' },
    { id: 'b', label: 'That' },
  ],
  sure: null,
};
const room = (more: Partial<RoomMessage> = {}): RoomMessage => ({
  t: 'room',
  joined: 3,
  answered: 1,
  ask,
  round: 0,
  closed: false,
  result: null,
  heard: [],
  ...more,
});
const mine = (more: Partial<OwnMessage> = {}): OwnMessage => ({
  t: 'mine',
  number: 1,
  answer: null,
  asked: [],
  supports: [],
  lost: false,
  group: null,
  ...more,
});
const hello: ToPhone = { t: 'hello', known: true, room: 'this-room' };
/** At a moment that no answer depends on. */
const said = (state: State, message: ToPhone) => heard(state, message, 0);
const after = (messages: ToPhone[], state = begun(nothingKept)) =>
  messages.reduce((before, one) => said(before, one), state);
const inRoom = () => after([hello, room(), mine()]);
const own = (value: string, n: number, round = 0): OwnMessage['answer'] => ({
  q: 'poll/one',
  round,
  value,
  sure: null,
  n,
});

it('a phone that a new class does not know is in no longer, and keeps nothing of the old one', () => {
  const known = answered(inRoom(), 'a', null);
  const state = said({ ...known, ended: 'closed' }, { ...hello, known: false, room: 'another' });
  expect(state).toMatchObject({ known: false, ended: null, mine: null, room: null, clock: null });
  expect([ownAnswer(state), unsent(state)]).toEqual([null, []]);
});

describe('an answer', () => {
  it('counts here at once and is sent until the host has it', () => {
    const state = answered(inRoom(), 'a', null);
    expect(ownAnswer(state)).toMatchObject({ answer: { value: 'a', n: 1 }, sent: false });
    const [message] = unsent(state);
    expect(fromPhone.parse(message)).toEqual({
      t: 'answer',
      q: 'poll/one',
      round: 0,
      value: 'a',
      sure: null,
      n: 1,
    });
    const taken = said(state, mine({ answer: own('a', 1) }));
    expect([ownAnswer(taken)?.sent, unsent(taken)]).toEqual([true, []]);
  });

  it('given without connection survives a reload and goes out when it is back', () => {
    const offline = answered({ ...inRoom(), connected: false }, 'b', null);
    const stored = new Map<string, string>();
    writeKept({ setItem: (name, text) => void stored.set(name, text) }, offline.kept);
    const kept = readKept({ getItem: (name) => stored.get(name) ?? null });
    const back = after([hello, room(), mine()], begun(kept));
    expect(unsent(back)).toMatchObject([{ value: 'b', n: 1 }]);
    // The person changes their mind meanwhile: the number goes on from where it was.
    expect(answered(back, 'a', null).kept.n).toBe(2);
  });

  it('of another tab is taken where it is newer', () => {
    const state = said(answered(inRoom(), 'a', null), mine({ answer: own('b', 5) }));
    expect([ownAnswer(state)?.answer.value, unsent(state)]).toEqual(['b', []]);
    expect(answered(state, 'a', null).kept.n).toBe(6);
  });

  it('that a restarted host has lost is sent again; one that it has is not', () => {
    const state = said(answered(inRoom(), 'a', null), mine({ answer: own('a', 1) }));
    expect(unsent(said(state, mine()))).toMatchObject([{ value: 'a' }]);
    // After a restart the host no longer knows the count, only the answer.
    expect(unsent(said(state, mine({ answer: own('a', 0) })))).toEqual([]);
  });

  it('to an earlier question goes out too, until the host says that it has it', () => {
    const next: RoomMessage['ask'] = { ...ask, id: 'poll/two' };
    const before = answered({ ...inRoom(), connected: false }, 'a', null);
    const back = answered(after([hello, room({ ask: next }), mine()], before), 'b', null);
    expect(unsent(back).map((one) => fromPhone.parse(one))).toMatchObject([
      { q: 'poll/two', value: 'b', n: 2 },
      { q: 'poll/one', value: 'a', n: 1, round: 0 },
    ]);
    // Of an older answer, or of another time that it was asked, the host may say what it likes.
    const took = (n: number, round = 0) => said(back, { t: 'took', q: 'poll/one', round, n });
    expect(unsent(took(0))).toHaveLength(2);
    expect(unsent(took(1, 1))).toHaveLength(2);
    expect(unsent(took(1))).toMatchObject([{ q: 'poll/two' }]);
    // One that the host had while it was asked is not sent again on a later slide.
    const had = said(answered(inRoom(), 'a', null), mine({ answer: own('a', 1) }));
    expect(unsent(after([room({ ask: next }), mine()], had))).toEqual([]);
  });

  it('to an earlier question that the room no longer takes is given up, and the phone says so', () => {
    const before = answered({ ...inRoom(), connected: false }, 'a', null);
    const refusal = { what: 'Answers are closed.', next: '', about: 'poll/one' };
    const state = after(
      [hello, room({ ask: null }), mine(), { t: 'error', code: 'closed', ...refusal }],
      before,
    );
    expect(unsent(state)).toEqual([]);
    expect(state.problem).toMatchObject(words.tooLate);
  });

  it('is one of ten at most that go out in one go: the host hears no more of a phone', () => {
    const many = Array.from({ length: 12 }, (_, index) => index).reduce((before, index) => {
      const now = room({ ask: { ...ask, id: `poll/${index}` } });
      return answered(said(before, now), 'a', null);
    }, inRoom());
    expect(unsent(many)).toHaveLength(10);
    expect(unsent(many)[0]).toMatchObject({ q: 'poll/11' });
  });

  it('of a question that was asked anew, or of another class, is not sent again', () => {
    const state = answered(inRoom(), 'a', null);
    expect(unsent(after([room({ round: 1 }), mine()], state))).toEqual([]);
    const next = after([{ ...hello, room: 'next-week' }, room(), mine()], state);
    expect([unsent(next), next.kept.answers]).toEqual([[], {}]);
  });

  it('that the room does not take is given up, with the reason', () => {
    const state = said(answered(inRoom(), 'a', null), {
      t: 'error',
      code: 'closed',
      what: 'Answers are closed.',
      next: '',
      about: 'poll/one',
    });
    expect([unsent(state), state.problem?.what]).toEqual([[], 'Answers are closed.']);
    expect(answered(after([room({ closed: true })], inRoom()), 'a', null).kept.n).toBe(0);
  });
});

describe('answers of several parts', () => {
  const rows: RoomMessage['ask'] = {
    kind: 'rows',
    id: 'rows/one',
    text: 'Which?',
    head: ['Time'],
    rows: [
      { id: '2:00', cells: ['2:00'] },
      { id: '3:00', cells: ['3:00'] },
    ],
    sure: null,
  };

  it('are sent whole, and are known again when the host says them', () => {
    const state = answered(after([hello, room({ ask: rows }), mine()]), ['2:00'], null);
    expect(unsent(state).map((one) => fromPhone.parse(one))).toMatchObject([{ value: ['2:00'] }]);
    const theirs = { q: 'rows/one', round: 0, value: ['2:00'], sure: null, n: 0 };
    const taken = said(state, mine({ answer: theirs }));
    expect([ownAnswer(taken)?.sent, unsent(taken)]).toEqual([true, []]);
    expect(answerWords(rows, ['3:00', '2:00'])).toBe('2:00, 3:00');
    expect(answerWords(rows, [])).toBe('None of them');
  });
});

describe('the time that is left', () => {
  const group = (left: { ms: number; runs: boolean } | null) =>
    room({ ask: { kind: 'group', id: 'group/one', text: 'Talk', left, sure: null } });

  it('is right on a phone whose clock is years off', () => {
    const years = 5 * 365 * 86_400_000;
    const state = heard(inRoom(), group({ ms: 425_000, runs: true }), years);
    expect(clockWords(leftOf(state.clock!, years))).toBe('7:05');
    expect(clockWords(leftOf(state.clock!, years + 60_500))).toBe('6:05');
    expect(clockWords(leftOf(state.clock!, years + 500_000))).toBe('0:00');
  });

  it('stands where the clock stands, and is none where there is no clock', () => {
    const stands = heard(inRoom(), group({ ms: 480_000, runs: false }), 0);
    expect(clockWords(leftOf(stands.clock!, 90_000))).toBe('8:00');
    expect(heard(inRoom(), group(null), 0).clock).toBeNull();
    expect(heard(stands, room(), 0).clock).toBeNull();
  });
});

it('"lost me" fades on the phone after the host’s minute, so that the next press says it again', () => {
  const pressed = heard(lostPressed(inRoom(), 0), mine({ lost: true }), 30_000);
  const after59 = faded(heard(pressed, mine({ lost: true }), 59_000), 59_000);
  expect(after59.lostUntil).not.toBeNull();
  const over = faded(after59, 62_000);
  expect(over.lostUntil).toBeNull();
  expect(lostPressed(over, 70_000).lostUntil).toBeGreaterThan(130_000);
  // Pressed again within the minute it is taken back; after a reload it is as the host says.
  expect(lostPressed(pressed, 40_000).lostUntil).toBeNull();
  expect(heard(inRoom(), mine({ lost: true }), 5_000).lostUntil).toBeGreaterThan(60_000);
  expect(heard(pressed, mine(), 50_000).lostUntil).toBeNull();
});

it('a question to the lecturer waits until the host has it, and is sent once more where it was busy', () => {
  const state = asked({ ...inRoom(), connected: false }, 'abcdef0123456789', 'Why?', ' Ada ');
  expect(unsent(state).map((one) => fromPhone.parse(one))).toEqual([
    { t: 'ask', key: 'abcdef0123456789', text: 'Why?', name: 'Ada' },
  ]);
  const busy = said(state, { t: 'error', code: 'busy', what: '', next: '', about: null });
  expect(unsent(busy)).toHaveLength(1);
  const taken = said(
    busy,
    mine({ asked: [{ key: 'abcdef0123456789', text: 'Why?', heard: false }] }),
  );
  expect([unsent(taken), taken.kept.name]).toEqual([[], ' Ada ']);
});

it('a question that has no place any more is given up, with the reason', () => {
  const state = asked(inRoom(), 'abcdef0123456789', 'Why?', '');
  const refusal = { what: 'Too many questions wait already.', next: '', about: 'abcdef0123456789' };
  const over = said(state, { t: 'error', code: 'questions-full', ...refusal });
  expect([unsent(over), over.problem?.what]).toEqual([[], refusal.what]);
});

it('what a browser kept that is not understood is nothing', () => {
  for (const text of ['', '{', 'null', '[]', '{"n":"x"}', '{"n":1,"answers":{}}'])
    expect(readKept({ getItem: () => text })).toEqual(nothingKept);
  expect(readKept(null)).toEqual(nothingKept);
  const refuses = () => {
    throw new Error('private');
  };
  expect(readKept({ getItem: refuses })).toEqual(nothingKept);
  expect(() => writeKept({ setItem: refuses }, nothingKept)).not.toThrow();
});

it('the page and the contract agree on what the page does not import', () => {
  expect([mostLetters, lostMs]).toEqual([contractLetters, contractLost]);
  expect(closeCodes).toMatchObject({ closed: 4000, full: 4001, elsewhere: 4002 });
});

it('an alert goes with what it is about: the question, or the busy room that has it all now', () => {
  const busy: ToPhone = { t: 'error', code: 'busy', what: 'Busy.', next: '', about: null };
  const waits = said(answered(inRoom(), 'a', null), busy);
  expect(said(waits, mine()).problem?.what).toBe('Busy.');
  expect(said(waits, mine({ answer: own('a', 1) })).problem).toBeNull();
  const closed: ToPhone = { ...busy, code: 'closed', about: 'poll/one' };
  const refused = said(answered(inRoom(), 'a', null), closed);
  expect(after([room({ answered: 2 }), mine()], refused).problem).not.toBeNull();
  expect(said(refused, room({ ask: null })).problem).toBeNull();
});

it('what kept a phone out is forgotten once it is let in, and what it is told later stays', () => {
  const wrong = (what: string): ToPhone => ({
    ...{ t: 'error', code: 'wrong-word', what, next: '', about: null },
  });
  const out = after([{ ...hello, known: false }, wrong('This is not the word.')]);
  expect(out.problem?.what).toBe('This is not the word.');
  expect(after([mine()], out).problem).toBeNull();
  expect(after([wrong('Too many.'), mine()], inRoom()).problem?.what).toBe('Too many.');
});
