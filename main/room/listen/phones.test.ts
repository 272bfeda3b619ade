import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { mostQuestions } from '../../contract/room.ts';
import type { FromPhone, ToPhone } from '../../contract/room-wire.ts';
import { ClassRoom } from '../class/class-room.ts';
import { poll, prediction } from '../fixtures/test-room.ts';
import { limits } from '../limits/limits.ts';
import { Phones } from './phones.ts';

/** A connection in memory: what it is told is kept, and it says what it is made to say. */
class Wire extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  isPaused = false;
  readonly heard: ToPhone[] = [];
  code: number | null = null;

  send(data: Buffer): void {
    this.heard.push(JSON.parse(data.toString()) as ToPhone);
  }
  say(message: FromPhone): void {
    this.emit('message', Buffer.from(JSON.stringify(message)), false);
  }
  pause(): void {
    this.isPaused = true;
  }
  resume(): void {
    this.isPaused = false;
  }
  ping(): void {
    this.emit('pong');
  }
  close(code: number): void {
    this.code ??= code;
  }
  terminate(): void {
    this.readyState = 3;
    this.emit('close');
  }
  errors(): string[] {
    return this.heard.flatMap((one) => (one.t === 'error' ? [one.code] : []));
  }
}

const made: Phones[] = [];
afterEach(() => {
  for (const phones of made.splice(0)) phones.end();
});

/** A room at a moment that does not pass, so that no bucket fills again. */
function makeRoom() {
  const room = new ClassRoom({ number: 1, begunAt: '2026-03-01T10:00:00.000Z' }, () => 0);
  room.ask(poll);
  const phones = new Phones({
    room,
    id: 'room',
    word: 'KLMQ',
    members: new Map(),
    now: () => 0,
    changed: () => undefined,
  });
  made.push(phones);
  const attach = (hash: string, from = '192.168.1.20') => {
    const wire = new Wire();
    phones.attach(wire as unknown as WebSocket, hash, from, () => undefined);
    return wire;
  };
  const join = (hash: string, from?: string) => {
    const wire = attach(hash, from);
    if (wire.heard.at(0)?.t === 'hello') wire.say({ t: 'join', word: 'KLMQ' });
    return wire;
  };
  return { room, phones, attach, join };
}

const vote = (value: string, n: number): FromPhone => ({
  t: 'answer',
  q: poll.id,
  round: 0,
  value,
  sure: null,
  n,
});

describe('how much is heard', () => {
  it('is counted by the phone, whatever windows it opens', () => {
    const { attach, join } = makeRoom();
    const one = join('a');
    const two = attach('a');
    const other = join('b');
    for (let n = 1; n < limits.phone.burst; n += 1) (n % 2 ? one : two).say(vote('ai', n));
    expect([one.errors(), two.errors()]).toEqual([[], []]);
    two.say(vote('ai', 100));
    expect([two.errors(), two.isPaused]).toEqual([['too-many'], true]);
    other.say(vote('human', 1));
    expect([other.errors(), other.isPaused]).toEqual([[], false]);
  });

  it('has an end for all together: then everybody is told that the room is busy, and loses nothing', () => {
    const { room, join } = makeRoom();
    // Each sends what one phone may at once: joining is a message too.
    const crowd = Math.ceil(limits.total.burst / limits.phone.burst);
    const early = join('early');
    early.say(vote('human', 1));
    for (let phone = 0; phone < crowd; phone += 1) {
      const wire = join(`crowd-${phone}`);
      for (let n = 1; n < limits.phone.burst; n += 1) wire.say(vote('ai', n));
    }
    early.say(vote('ai', 2));
    expect(early.errors()).toEqual(['busy']);
    expect([early.isPaused, early.code]).toEqual([false, null]);
    expect(room.forPhone(1).answer).toMatchObject({ value: 'human' });
  });
});

it('a phone that leaves too much unread is dropped when it is told the next thing', () => {
  const { phones, join } = makeRoom();
  const [slow, other] = [join('slow'), join('other')];
  expect(phones.online).toBe(2);
  slow.bufferedAmount = limits.unread + 1;
  slow.say(vote('ai', 1));
  expect([phones.online, slow.readyState, other.readyState]).toEqual([1, 3, 1]);
});

it('an answer to an earlier question is told to have been taken: the phone would send it for ever', () => {
  const { room, join } = makeRoom();
  const wire = join('a');
  wire.say(vote('ai', 1));
  expect(wire.heard.some(({ t }) => t === 'took')).toBe(false);
  room.ask(prediction);
  wire.say(vote('human', 2));
  wire.say({ t: 'answer', q: poll.id, round: 1, value: 'ai', sure: null, n: 3 });
  expect(wire.heard.filter(({ t }) => t === 'took')).toEqual([
    { t: 'took', q: poll.id, round: 0, n: 2 },
  ]);
  expect(wire.errors()).toEqual(['not-asked']);
  expect(room.tallies()[poll.id]).toMatchObject({ answered: 1, counts: { ai: 0, human: 1 } });
});

it('one address leaves room for the questions of others, and has room again when some were removed', () => {
  const { room, join } = makeRoom();
  const ask = (key: string): FromPhone => ({ t: 'ask', key, text: 'Why?', name: null });
  const wires = Array.from(
    { length: limits.questionsOfAddress / limits.questions.burst },
    (_, at) => {
      const wire = join(`phone-${at}`, '10.0.0.1');
      for (let n = 0; n < limits.questions.burst; n += 1) wire.say(ask(`question${at}x${n}`));
      return wire;
    },
  );
  expect(wires.flatMap((wire) => wire.errors())).toEqual([]);
  const [late, other] = [join('late', '10.0.0.1'), join('other', '10.0.0.2')];
  for (const wire of [late, other]) wire.say(ask('question'));
  expect([late.errors(), other.errors()]).toEqual([['questions-full'], []]);
  room.questions.moderate(1, 'removed');
  late.say(ask('question'));
  expect(late.errors()).toHaveLength(1);
  expect(mostQuestions - limits.questionsOfAddress).toBeGreaterThan(limits.questionsOfAddress);
});
