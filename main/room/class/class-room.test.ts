import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomFile } from '../../contract/room.ts';
import { isClose, quantile, spreadOf } from '../../contract/room-spread.ts';
import type { RoomQuestion } from '../../contract/room-question.ts';
import { poll, prediction, rows, weights } from '../fixtures/test-room.ts';
import { ClassRoom } from './class-room.ts';
import { cleanText, questionText, signedName } from './clean-text.ts';

const began = { number: 3, begunAt: '2026-03-01T10:00:00.000Z' };
const make = (now = () => 0) => new ClassRoom(began, now);
const answer = (value: number | string, n = 1, sure: number | null = null) => ({
  t: 'answer' as const,
  q: typeof value === 'number' ? prediction.id : poll.id,
  round: 0,
  value,
  sure,
  n,
});
const run = (status: 'running' | 'finished' | 'stopped', more = {}) => ({
  id: 'run-00001',
  lab: 'latency',
  parameters: { models: 3, seed: 7 },
  status,
  complete: status === 'finished',
  ...more,
});

describe('answers', () => {
  it('are one a phone, the last one, and an old one that comes late changes nothing', () => {
    const room = make();
    room.ask(poll);
    expect(room.hear(1, answer('ai', 2))).toBeNull();
    expect(room.hear(1, answer('human', 1))).toBeNull();
    expect(room.hear(2, answer('human', 1))).toBeNull();
    expect(room.hear(2, answer('human', 1))).toBeNull();
    expect(room.tallies()[poll.id]).toMatchObject({ answered: 2, counts: { ai: 1, human: 1 } });
    room.hear(1, answer('human', 3));
    expect(room.tallies()[poll.id]!.counts).toEqual({ ai: 0, human: 2 });
  });

  it('are refused where they answer nothing that was asked', () => {
    const room = make();
    expect(room.hear(1, answer('ai'))).toBe('not-asked');
    room.ask(poll);
    expect(room.hear(1, answer('nobody'))).toBe('bad-answer');
    room.ask(prediction);
    for (const value of [-1, 101, Infinity, NaN])
      expect(room.hear(1, answer(value))).toBe('bad-answer');
    expect(room.hear(1, { ...answer(5), q: poll.id })).toBe('bad-answer');
  });

  it('stay after the presenter closed them; the same again is no error', () => {
    const room = make();
    room.ask(poll);
    room.hear(1, answer('ai'));
    room.close(poll.id, true);
    expect(room.hear(1, answer('human', 2))).toBe('closed');
    expect(room.hear(1, answer('ai', 3))).toBeNull();
    room.close(poll.id, false);
    expect(room.hear(1, answer('human', 4))).toBeNull();
  });

  it('asked anew begin afresh: what is still under way from before does not count', () => {
    const room = make();
    room.ask(poll);
    room.hear(1, answer('ai'));
    room.clear(poll.id);
    expect(room.hear(1, answer('ai', 2))).toBe('not-asked');
    expect(room.forPhone(1).answer).toBeNull();
    expect(room.hear(1, { ...answer('human', 3), round: room.forPhones().round })).toBeNull();
    expect(room.tallies()[poll.id]!.counts).toEqual({ ai: 0, human: 1 });
  });

  it('that come late, after the slide has gone on, still count', () => {
    const room = make();
    room.ask(poll);
    room.ask(prediction);
    expect(room.hear(1, answer('ai'))).toBeNull();
    expect(room.tallies()[poll.id]!.answered).toBe(1);
    room.ask(null);
    expect(room.forPhones().ask).toBeNull();
  });
});

describe('a prediction', () => {
  const predicted = () => {
    const room = make();
    room.ask(prediction);
    [10, 20, 22, 30, 90].forEach((value, index) =>
      room.hear(index + 1, answer(value, 1, index < 2 ? 0.9 : 0.5)),
    );
    return room;
  };

  it('tells nobody a value before it is shown, neither windows nor phones', () => {
    const room = predicted();
    const said = JSON.stringify([room.tallies(), room.forPhones()]);
    expect(room.tallies()[prediction.id]).toMatchObject({ answered: 5, counts: {}, spread: null });
    expect(said).not.toMatch(/22|90/);
    // Each phone knows its own.
    expect(room.forPhone(3).answer).toMatchObject({ value: 22 });
  });

  it('is closed by a run with its settings, opened again where that was stopped, kept closed once shown', () => {
    const room = predicted();
    expect(room.sawRun(run('running', { parameters: { models: 4 } }))).toBe(false);
    expect(room.sawRun(run('running', { lab: 'fairness' }))).toBe(false);
    expect(room.hear(1, answer(11, 2))).toBeNull();
    expect(room.sawRun(run('running'))).toBe(true);
    expect(room.sawRun(run('running'))).toBe(false);
    expect(room.hear(1, answer(12, 3))).toBe('closed');
    expect(room.sawRun(run('stopped'))).toBe(true);
    expect(room.hear(1, answer(13, 4))).toBeNull();
    room.sawRun(run('running'));
    room.reveal(prediction.id, true, null);
    room.sawRun(run('stopped'));
    expect(room.hear(1, answer(14, 5))).toBe('closed');
    room.reveal(prediction.id, false, null);
    room.close(prediction.id, false);
    room.sawRun(run('running', { id: 'run-00002' }));
    expect(room.sawRun(run('finished', { id: 'run-00002' }))).toBe(false);
    expect(room.tallies()[prediction.id]).toMatchObject({ closed: true, run: 'run-00002' });
  });

  it('whose run was cut off with the program is open again, for a later run to close; a whole run’s stays', () => {
    const room = predicted();
    room.sawRun(run('running'));
    const cutOff = ClassRoom.from(
      room.file(),
      () => 0,
      () => false,
    );
    expect(cutOff.tallies()[prediction.id]).toMatchObject({ closed: false, run: null });
    expect(cutOff.sawRun(run('running', { id: 'run-00002' }))).toBe(true);
    expect(cutOff.tallies()[prediction.id]).toMatchObject({ closed: true, run: 'run-00002' });
    const ended = ClassRoom.from(
      room.file(),
      () => 0,
      (id) => id === 'run-00001',
    );
    expect(ended.tallies()[prediction.id]).toMatchObject({ closed: true, run: 'run-00001' });
    // Shown by hand while it ran: nobody answers what they can read.
    room.reveal(prediction.id, true, null);
    const read = ClassRoom.from(
      room.file(),
      () => 0,
      () => false,
    );
    expect(read.tallies()[prediction.id]).toMatchObject({ closed: true, run: null });
    // What was judged already stays as it was, whatever became of the run's card.
    room.reveal(prediction.id, true, { value: 24, words: '24 ms', atLeast: false, run: 7 });
    const judged = ClassRoom.from(
      room.file(),
      () => 0,
      () => false,
    );
    expect(judged.tallies()[prediction.id]).toMatchObject({ closed: true, run: 'run-00001' });
  });

  it('shown, says how the room lies, how many were close and how sure they were', () => {
    const room = predicted();
    const outcome = { value: 24, words: '24 ms', atLeast: false, run: 7 };
    room.reveal(prediction.id, true, outcome);
    expect(room.tallies()[prediction.id]).toMatchObject({
      closed: true,
      spread: { count: 5, marks: [10, 20, 22, 30, 90], median: 22, lower: 20, upper: 30 },
      close: 2,
      sure: [
        { sure: 0.5, said: 3, close: 1 },
        { sure: 0.9, said: 2, close: 1 },
      ],
    });
    const { result } = room.forPhones();
    expect(result).toEqual({
      counts: {},
      means: {},
      right: {},
      spread: { count: 5, median: 22, lower: 20, upper: 30 },
      outcome: { value: 24, words: '24 ms', atLeast: false, formula: false },
    });
    // What a run says only a lower bound of judges nobody.
    room.reveal(prediction.id, true, { ...outcome, atLeast: true });
    expect(room.tallies()[prediction.id]!.close).toBeNull();
  });

  it('asked in other words keeps the answers that still answer it', () => {
    const room = predicted();
    room.ask({ ...prediction, max: 25 } as never);
    expect(room.tallies()[prediction.id]!.answered).toBe(3);
  });
});

describe('rows to be ticked', () => {
  const tick = (value: string[], n = 1) => ({ ...answer('', n), q: rows.id, value });

  it('take rows of the table, each once, in whichever order, or none', () => {
    const room = make();
    room.ask(rows);
    for (const value of [['2:00', '2:00'], ['9:00'], ['__proto__'], '2:00', 2, { '2:00': 1 }])
      expect(room.hear(1, { ...tick([]), value } as never), JSON.stringify(value)).toBe(
        'bad-answer',
      );
    expect(room.hear(1, tick([]))).toBeNull();
    expect(room.hear(1, tick(['3:00', '2:00'], 2))).toBeNull();
    room.close(rows.id, true);
    expect(room.hear(1, tick(['2:00', '3:00'], 3))).toBeNull();
    expect(room.hear(1, tick(['2:00'], 4))).toBe('closed');
  });

  it('tell nobody what others ticked, or what is right, before it is shown; then close', () => {
    const room = make();
    room.ask(rows);
    room.hear(1, tick(['3:00', '2:00']));
    room.hear(2, tick(['2:00', '6:00']));
    room.hear(3, tick([]));
    expect(room.tallies()[rows.id]).toMatchObject({ answered: 3, counts: {}, close: null });
    expect(JSON.stringify(room.forPhones())).not.toMatch(/right|why|Not written/);
    room.reveal(rows.id, true, null);
    expect(room.tallies()[rows.id]).toMatchObject({
      closed: true,
      counts: { '2:00': 2, '3:00': 1, '6:00': 1 },
      close: 1,
    });
    expect(room.forPhones().result).toMatchObject({
      counts: { '2:00': 2, '3:00': 1, '6:00': 1 },
      right: { '6:00': { right: false, why: 'Not written yet.' } },
    });
    expect(room.hear(3, tick(['2:00'], 2))).toBe('closed');
  });
});

describe('weights', () => {
  const weigh = (value: object, n = 1) => ({ ...answer('', n), q: weights.id, value }) as never;

  it('take one for each criterion, between none and the most', () => {
    const room = make();
    room.ask(weights);
    for (const value of [
      {},
      { fast: 1 },
      { fast: 1, cheap: 11 },
      { fast: -1, cheap: 1 },
      { fast: NaN, cheap: 1 },
      { fast: 1, cheap: 1, other: 1 },
      JSON.parse('{"fast":1,"__proto__":1}'),
      ['fast', 'cheap'],
    ])
      expect(room.hear(1, weigh(value)), JSON.stringify(value)).toBe('bad-answer');
    expect(room.hear(1, weigh({ cheap: 10, fast: 0 }))).toBeNull();
  });

  it('have their mean once that is shown, and go on after it', () => {
    const room = make();
    room.ask(weights);
    room.hear(1, weigh({ fast: 10, cheap: 0 }));
    room.hear(2, weigh({ fast: 4, cheap: 3 }));
    expect(room.tallies()[weights.id]).toMatchObject({ answered: 2, means: {} });
    room.reveal(weights.id, true, null);
    expect(room.tallies()[weights.id]).toMatchObject({
      closed: false,
      means: { fast: 7, cheap: 1.5 },
    });
    room.hear(3, weigh({ fast: 1, cheap: 0 }));
    expect(room.forPhones().result).toMatchObject({ means: { fast: 5, cheap: 1 } });
    // Asked anew there is nothing to have a mean of.
    room.clear(weights.id);
    room.reveal(weights.id, true, null);
    expect(room.tallies()[weights.id]!.means).toEqual({});
  });
});

describe('groups', () => {
  const grouped = (endsAt: number | null): RoomQuestion => ({
    kind: 'group',
    id: 'group/breakout',
    text: 'Talk in your group',
    groupOf: [2, 1, 2],
    groups: 2,
    countdown: { endsAt, leftMs: 60_000 },
    predicted: null,
  });

  it('are told to each phone alone; later phones go to one after the other', () => {
    const room = make();
    room.ask(grouped(null));
    expect([1, 2, 3, 4, 5].map((phone) => room.forPhone(phone).group)).toEqual([2, 1, 2, 2, 1]);
    expect(JSON.stringify(room.forPhones())).not.toContain('groupOf');
    expect(room.hear(1, { ...answer('ai'), q: 'group/breakout' })).toBe('bad-answer');
    room.ask({ ...grouped(null), groupOf: [], groups: 0 } as RoomQuestion);
    expect(room.forPhone(1).group).toBeNull();
    room.ask(poll);
    expect(room.forPhone(1).group).toBeNull();
  });

  it('come with what is left at the moment they are sent, not with a time of day', () => {
    let now = 1_000_000;
    const room = new ClassRoom(
      began,
      () => 0,
      () => now,
    );
    room.ask(grouped(1_000_000 + 60_000));
    const left = () => (room.forPhones().ask as { left?: unknown }).left;
    expect(left()).toEqual({ ms: 60_000, runs: true });
    now += 45_000;
    expect(left()).toEqual({ ms: 15_000, runs: true });
    now += 45_000;
    expect(left()).toEqual({ ms: 0, runs: true });
    room.ask(grouped(null));
    expect(left()).toEqual({ ms: 60_000, runs: false });
  });
});

it('a question that a formula answers is closed by no run, and shown with the formula’s value', () => {
  const room = make();
  const asked = {
    ...prediction,
    predicted: { ...prediction.predicted!, formula: true },
  } as RoomQuestion;
  room.ask(asked);
  room.hear(1, answer(24));
  expect(room.sawRun(run('running'))).toBe(false);
  const outcome = { value: 25, words: '25 ms', atLeast: false, run: null };
  room.reveal(asked.id, true, outcome);
  expect(room.tallies()[asked.id]).toMatchObject({ closed: true, close: 1, outcome });
  expect(room.forPhones().result?.outcome).toEqual({
    value: 25,
    words: '25 ms',
    atLeast: false,
    formula: true,
  });
});

it('numbers are held against no answer in words: nobody is close to it, and nobody is not', () => {
  const room = make();
  room.ask(prediction);
  room.hear(1, answer(24));
  room.reveal(prediction.id, true, {
    value: '20 to 30 ms',
    words: '20 to 30 ms',
    atLeast: false,
    run: null,
  });
  expect(room.tallies()[prediction.id]).toMatchObject({ close: null, sure: [] });
});

describe('questions to the lecturer', () => {
  const ask = (key: string, text: string, name: string | null = null) => ({
    t: 'ask' as const,
    key,
    text,
    name,
  });

  it('reach phones when they are let through, and can be supported by others only then', () => {
    const room = make();
    expect(room.hear(1, ask('aaaaaaaa', 'Why <b>so</b> fast?', ' Ada '))).toBeNull();
    expect(room.hear(1, ask('aaaaaaaa', 'sent twice'))).toBeNull();
    expect(room.questions.list()).toEqual([
      { id: 1, text: 'Why <b>so</b> fast?', name: 'Ada', state: 'waiting', support: 0 },
    ]);
    expect(room.forPhones().heard).toEqual([]);
    expect(room.hear(2, { t: 'support', id: 1, on: true })).toBe('not-asked');
    room.questions.moderate(1, 'shown');
    expect(room.hear(1, { t: 'support', id: 1, on: true })).toBe('not-asked');
    for (const phone of [2, 3, 3])
      expect(room.hear(phone, { t: 'support', id: 1, on: true })).toBeNull();
    room.hear(2, { t: 'support', id: 1, on: false });
    expect(room.forPhones().heard[0]).toMatchObject({ support: 1 });
    expect(room.forPhone(3).supports).toEqual([1]);
    expect(room.forPhone(1).asked).toEqual([
      { key: 'aaaaaaaa', text: 'Why <b>so</b> fast?', heard: true },
    ]);
  });

  it('are texts of one line without controls, at most 140 characters as people count', () => {
    expect(cleanText('a\u202Eb\u0000c\nd\u2066e\u200bf')).toBe('abc def');
    expect(cleanText('مرحبا كيف')).toBe('مرحبا كيف');
    expect(cleanText(`a${'\u0301'.repeat(60)}`).length).toBeLessThan(8);
    expect(questionText('👨‍👩‍👧‍👦'.repeat(20))).toEqual({ text: '👨‍👩‍👧‍👦'.repeat(20) });
    expect(questionText('x'.repeat(141))).toEqual({ refused: 'too-long' });
    expect(questionText(' \u202e\n')).toEqual({ refused: 'empty' });
    expect(signedName('\u200f ')).toBeNull();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        // eslint-disable-next-line no-control-regex -- they are what must not be left
        expect(clean).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});

it('"lost me" fades after a minute, whatever the phone’s clock says', () => {
  let now = 1_000;
  const room = make(() => now);
  room.hear(1, { t: 'lost', on: true });
  room.hear(2, { t: 'lost', on: true });
  room.hear(2, { t: 'lost', on: false });
  expect([room.lost.count, room.forPhone(1).lost, room.forPhone(2).lost]).toEqual([1, true, false]);
  now += 60_000;
  expect([room.lost.count, room.forPhone(1).lost]).toEqual([0, false]);
});

it('what is kept holds numbers of phones, no word of who they are, and comes back the same', () => {
  const room = make();
  room.ask(poll);
  room.join();
  room.hear(1, answer('ai'));
  room.hear(1, { t: 'ask', key: 'aaaaaaaa', text: 'Waiting', name: null });
  room.hear(1, { t: 'ask', key: 'bbbbbbbb', text: 'Heard', name: null });
  room.questions.moderate(2, 'shown');
  const file = room.file();
  expect(roomFile.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
  expect(file.rounds[0]!.answers).toEqual([[1, 'ai', null]]);
  expect(file.questions.map(({ text }) => text)).toEqual(['Heard']);
  expect(JSON.stringify(file)).not.toMatch(/aaaaaaaa|bbbbbbbb|phone/);
  const back = ClassRoom.from(
    file,
    () => 0,
    () => false,
  );
  expect(back.file()).toEqual(file);
  // A phone that says it again after a restart changes its own answer, not another's.
  back.ask(poll);
  expect(back.hear(1, answer('human', 5))).toBeNull();
  expect(back.tallies()[poll.id]).toMatchObject({ answered: 1, counts: { ai: 0, human: 1 } });
});

describe('a spread', () => {
  it('has the quantiles of R’s type 7', () => {
    // quantile(c(1, 2, 4, 8, 16), c(.25, .5, .75)) and quantile(c(1, 2, 4, 8), .25) in R
    expect([0.25, 0.5, 0.75].map((p) => quantile([1, 2, 4, 8, 16], p))).toEqual([2, 4, 8]);
    expect(quantile([1, 2, 4, 8], 0.25)).toBe(1.75);
    expect(spreadOf([])).toBeNull();
    expect(spreadOf([5])).toMatchObject({ median: 5, lower: 5, upper: 5, marks: [5] });
  });

  it('draws at most 300 marks, the least and the most among them', () => {
    const { marks, count } = spreadOf(Array.from({ length: 2_000 }, (_, index) => 2_000 - index))!;
    expect([marks.length, count, marks[0], marks.at(-1)]).toEqual([300, 2_000, 1, 2_000]);
  });

  it('knows what is close as the lab asked it', () => {
    const factor = { by: 'factor', amount: 1.25 } as const;
    const distance = { by: 'distance', amount: 0.05 } as const;
    expect([80, 100, 125].every((said) => isClose(said, 100, factor))).toBe(true);
    expect([79, 126, 0, -100].some((said) => isClose(said, 100, factor))).toBe(false);
    expect([isClose(0.65, 0.6, distance), isClose(0.66, 0.6, distance)]).toEqual([true, false]);
    expect([isClose('a', 'a', null), isClose('a', 'b', null)]).toEqual([true, false]);
  });
});
