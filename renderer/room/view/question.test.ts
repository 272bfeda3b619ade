import { describe, expect, it } from 'vitest';
import type { ToPhone } from '../../../main/contract/room-wire.ts';
import { nothingKept } from '../keep.ts';
import { answered, begun, heard, type RoomMessage, type State } from '../state.ts';
import { partsOf, questionSignature } from './question.ts';

const poll: RoomMessage['ask'] = {
  kind: 'choice',
  id: 'poll/one',
  text: 'Which?',
  options: [
    { id: 'a', label: 'This' },
    { id: 'b', label: 'That' },
  ],
  sure: null,
};
const weights: RoomMessage['ask'] = {
  kind: 'weights',
  id: 'weights/one',
  text: 'How much?',
  criteria: [
    { id: 'fast', label: 'Fast' },
    { id: 'cheap', label: 'Cheap' },
  ],
  max: 10,
  sure: null,
};
const result = (more: Partial<NonNullable<RoomMessage['result']>> = {}): RoomMessage['result'] => ({
  counts: {},
  spread: null,
  means: {},
  right: {},
  outcome: null,
  ...more,
});
const inRoom = (ask: RoomMessage['ask'], more: Partial<RoomMessage> = {}): State => {
  const messages: ToPhone[] = [
    { t: 'hello', known: true, room: 'one' },
    { ...base, ask, ...more },
  ];
  return messages.reduce((state, one) => heard(state, one, 0), begun(nothingKept));
};
const base: RoomMessage = {
  t: 'room',
  joined: 3,
  answered: 1,
  ask: null,
  round: 0,
  closed: false,
  result: null,
  heard: [],
};

describe('what was revealed while answers still count', () => {
  it('leaves the form to whoever has not answered, and what they said to be changed', () => {
    for (const ask of [poll, weights]) {
      const shown = inRoom(ask, { result: result() });
      expect(partsOf(shown, false)).toEqual({ answer: 'form', result: true });
      expect(partsOf(inRoom(ask), false)).toEqual({ answer: 'form', result: false });
    }
    const own = answered(inRoom(weights, { result: result() }), { fast: 3, cheap: 5 }, null);
    expect(partsOf(own, false)).toEqual({ answer: 'locked', result: true });
    expect(partsOf(own, true)).toEqual({ answer: 'form', result: true });
  });

  it('does not draw the form anew with each answer of others: a slider is under a thumb', () => {
    const [one, two] = [4, 5].map((fast) =>
      questionSignature(inRoom(weights, { result: result({ means: { fast } }) }), false),
    );
    expect(one).toEqual(two);
  });
});

it('what was closed shows its result, and who missed it is told so', () => {
  const closed = { closed: true, result: result() };
  expect(partsOf(inRoom(poll, closed), false)).toEqual({ answer: null, result: true });
  expect(partsOf(inRoom(poll, { closed: true }), false).answer).toBe('missed');
  const own = answered(inRoom(poll), 'a', null);
  expect(partsOf(own, false).answer).toBe('form');
  expect(partsOf(heard(own, { ...base, ask: poll, closed: true }, 0), false).answer).toBe('locked');
});

it('a result that says what is right leaves nothing to say, whether it was closed or not', () => {
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
  expect(partsOf(inRoom(rows, { result: result() }), false).answer).toBeNull();
});
