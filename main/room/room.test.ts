import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openRoomOf } from './kept/open-now.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { cookieFrom, TestPhone } from './fixtures/test-phone.ts';
import { aClass, poll, prediction, testRoom, type TestRoom } from './fixtures/test-room.ts';

let trial: TestRoom;
afterEach(() => trial.remove());
const open = async (more = {}) => {
  trial = await testRoom(more);
  await trial.room.open('127.0.0.1');
  return trial;
};
const join4 = (cookie?: string) => TestPhone.join(trial.authority(), trial.word(), cookie);
const vote = (value: string, n = 1) => ({
  t: 'answer' as const,
  q: poll.id,
  round: 0,
  value,
  sure: null,
  n,
});
const counts = () => trial.room.view().tallies[poll.id]?.counts;

describe('a room', () => {
  it('is closed until somebody opens it, and asks nothing while it is', async () => {
    trial = await testRoom();
    expect(trial.room.view()).toMatchObject({ open: null, joined: 0, asking: null, tallies: {} });
    expect(trial.room.ask(poll).asking).toBeNull();
    const view = await trial.room.open('127.0.0.1');
    expect(view.open).toMatchObject({ kind: 'here', reachable: true, online: 0 });
    expect(view.open!.link).toBe(`http://${trial.authority()}/#${trial.word()}`);
    expect((await trial.room.close()).open).toBeNull();
  });

  it('opens at addresses of this computer only', async () => {
    trial = await testRoom();
    for (const host of ['192.0.2.1', '0.0.0.0', '[::]', 'localhost', ''])
      await expect(trial.room.open(host)).rejects.toThrow(/does not have that address/);
    expect(trial.room.view().open).toBeNull();
  });

  it('counts who joined with the word, and takes one answer of each', async () => {
    await open();
    trial.room.ask(poll);
    const [one, two] = [await join4(), await join4()];
    one.say(vote('ai'));
    two.say(vote('ai'));
    two.say(vote('human', 2));
    await two.until('mine', ({ answer }) => answer?.value === 'human');
    expect(trial.room.view()).toMatchObject({ joined: 2, open: { online: 2 } });
    expect(counts()).toEqual({ ai: 1, human: 1 });
    // Another tab of the same phone is the same phone, and says the same.
    const tab = await TestPhone.connect(trial.authority(), two.cookie);
    expect((await tab.until('mine')).answer).toMatchObject({ value: 'human' });
    two.heard.length = 0;
    tab.say(vote('ai', 3));
    await two.until('mine', ({ answer }) => answer?.value === 'ai');
    expect([counts(), trial.room.view().joined]).toEqual([{ ai: 2, human: 0 }, 2]);
    const shown = two.until('room', ({ result }) => result !== null);
    trial.room.reveal(poll.id, true, null);
    expect((await shown).result).toMatchObject({ counts: { ai: 2, human: 0 } });
  });

  it('keeps at most three tabs of a phone', async () => {
    await open();
    const first = await join4();
    const others = [];
    for (let tab = 0; tab < 3; tab += 1)
      others.push(await TestPhone.connect(trial.authority(), first.cookie));
    expect(await first.end()).toBe(4002);
    expect(first.heard).toContainEqual(expect.objectContaining({ code: 'elsewhere' }));
    expect(others.map(({ ended }) => ended)).toEqual([null, null, null]);
  });

  it('lets nobody in without the word, and a right word at once after any number of wrong ones', async () => {
    await open();
    trial.room.ask(poll);
    const phone = await TestPhone.connect(trial.authority());
    phone.say(vote('ai'));
    await phone.until('error', ({ code }) => code === 'not-in');
    // Each phone may try ten times before its own messages are too many: three use up the address’s.
    const guessers = [
      phone,
      ...(await Promise.all([0, 1].map(() => TestPhone.connect(trial.authority())))),
    ];
    for (const guesser of guessers)
      for (let tries = 0; tries < 10; tries += 1) guesser.say({ t: 'join', word: 'AAAA' });
    await guessers[0]!.until('error', ({ code }) => code === 'wrong-word');
    const late = await TestPhone.connect(trial.authority());
    late.say({ t: 'join', word: 'AAAA' });
    late.say({ t: 'join', word: trial.word().toLowerCase() });
    await late.until('mine');
    expect(late.heard.filter(({ t }) => t === 'error')).toEqual([]);
    expect(trial.room.view().joined).toBe(1);
  });

  it('that is full says so and closes; a phone that is away keeps its answers, not its place', async () => {
    await open({ most: 2 });
    trial.room.ask(poll);
    const [one, two] = [await join4(), await join4()];
    one.say(vote('ai'));
    await one.until('mine', ({ answer }) => answer?.value === 'ai');
    const third = await TestPhone.connect(trial.authority());
    third.say({ t: 'join', word: trial.word() });
    expect(await third.end()).toBe(4001);
    expect(third.heard.at(-1)).toMatchObject({ code: 'full', what: 'The room is full.' });
    // Another window of a phone that is in takes no other place.
    const tab = await TestPhone.connect(trial.authority(), one.cookie);
    await tab.until('mine');
    one.close();
    tab.close();
    await expect.poll(() => trial.room.view().open!.online).toBe(1);
    const late = await join4(third.cookie);
    expect((await late.until('mine')).number).toBe(3);
    // The first comes back to a full room: it is told so, and is who it was once there is a place.
    const back = await TestPhone.connect(trial.authority(), one.cookie);
    expect(await back.until('hello')).toMatchObject({ known: true });
    expect(await back.end()).toBe(4001);
    two.close();
    await expect.poll(() => trial.room.view().open!.online).toBe(1);
    const again = await TestPhone.connect(trial.authority(), one.cookie);
    expect(await again.until('mine')).toMatchObject({ number: 1, answer: { value: 'ai' } });
    expect([counts(), trial.room.view().joined]).toEqual([{ ai: 1, human: 0 }, 3]);
  });

  it('one device that came and went thousands of times uses up nobody’s place and nobody’s answers', async () => {
    await open({ most: 3, mostKnown: 4 });
    trial.room.ask(poll);
    const voter = await join4();
    voter.say(vote('ai'));
    await voter.until('mine', ({ answer }) => answer !== null);
    voter.close();
    for (let visit = 0; visit < 12; visit += 1) {
      const phone = await join4();
      phone.close();
      await expect.poll(() => trial.room.view().open!.online).toBe(0);
    }
    const back = await TestPhone.connect(trial.authority(), voter.cookie);
    expect(await back.until('mine')).toMatchObject({ number: 1, answer: { value: 'ai' } });
    // What is kept stays readable, whatever numbers were given out.
    trial = await trial.restart();
    expect(trial.room.view()).toMatchObject({
      joined: 13,
      tallies: { [poll.id]: { answered: 1 } },
    });
  });
});

describe('bad input', () => {
  it('gets a typed error, changes nothing, and the next good message counts', async () => {
    await open();
    trial.room.ask(poll);
    const phone = await join4();
    const refused = async (raw: string | Buffer, code: string) => {
      phone.heard.length = 0;
      phone.raw(raw);
      await phone.until('error', (error) => error.code === code);
    };
    await refused('', 'bad-message');
    await refused('{"t":"answer"', 'bad-message');
    await refused('null', 'bad-message');
    await refused('{"t":"room.close"}', 'bad-message');
    await refused(JSON.stringify({ ...vote('ai'), extra: 1 }), 'bad-message');
    await refused(Buffer.from(JSON.stringify(vote('ai'))), 'bad-message');
    await refused(
      JSON.stringify({ t: 'ask', key: 'aaaaaaaa', text: 'x'.repeat(4_096), name: null }),
      'too-large',
    );
    await refused(
      JSON.stringify({ t: 'ask', key: 'aaaaaaaa', text: 'x'.repeat(500), name: null }),
      'too-long',
    );
    await refused(JSON.stringify(vote('__proto__')), 'bad-answer');
    expect(counts()).toEqual({ ai: 0, human: 0 });
    phone.say(vote('ai'));
    await phone.until('mine', ({ answer }) => answer?.value === 'ai');
    // What is far too long is not even read.
    phone.raw('x'.repeat(100_000));
    expect(await phone.end()).toBe(1009);
    expect(counts()).toEqual({ ai: 1, human: 0 });
  });

  it('a flood from one phone waits at its sender; the others are heard as before', async () => {
    await open();
    trial.room.ask(poll);
    const [flood, other] = [await join4(), await join4()];
    for (let n = 1; n <= 5_000; n += 1) flood.say(vote(n % 2 ? 'ai' : 'human', n));
    other.say(vote('human'));
    await other.until('mine', ({ answer }) => answer?.value === 'human');
    await flood.until('error', ({ code }) => code === 'too-many');
    expect(await flood.end()).toBe(4003);
    expect(other.ended).toBeNull();
    expect(counts()!['human']).toBeGreaterThanOrEqual(1);
  });

  it('a phone that never reads, or is gone without a word, is dropped', async () => {
    await open({ pingMs: 50 });
    const [deaf, other] = [await join4(), await join4()];
    deaf.socket.pause();
    await expect.poll(() => trial.room.view().open!.online).toBe(1);
    expect(other.ended).toBeNull();
    expect(trial.room.view().joined).toBe(2);
  });

  it('more than a few questions of one phone wait', async () => {
    await open();
    const phone = await join4();
    for (let index = 0; index < 5; index += 1)
      phone.say({ t: 'ask', key: `question${index}`, text: `Why ${index}?`, name: null });
    await phone.until('error', ({ code, about }) => code === 'too-many' && about === 'question4');
    expect(trial.room.view().questions).toHaveLength(4);
  });
});

it('what is open now is known from outside, and not after it closed or was killed', async () => {
  await open();
  await trial.room.flush();
  expect(await openRoomOf(trial.folder)).toBe(trial.authority());
  // The end of the program leaves the file as a kill does: open, with nothing listening.
  await trial.room.end();
  expect(await openRoomOf(trial.folder)).toBeNull();
  expect(await openRoomOf(join(trial.folder, 'nowhere'))).toBeNull();
});

describe('a restart', () => {
  it('opens nothing by itself; opened again, phones are who they were, with their answers', async () => {
    await open();
    trial.room.ask(poll);
    const phone = await join4();
    phone.say(vote('ai'));
    phone.say({ t: 'ask', key: 'aaaaaaaa', text: 'Why?', name: null });
    await phone.until('mine', ({ asked }) => asked.length === 1);
    const [word, authority] = [trial.word(), trial.authority()];
    trial = await trial.restart();
    const { open: closed, interrupted, tallies } = trial.room.view();
    expect([closed, interrupted]).toEqual([null, { address: authority, joined: 1 }]);
    expect(tallies[poll.id]).toMatchObject({ counts: { ai: 1, human: 0 } });
    await trial.room.open('127.0.0.1');
    expect([trial.word(), trial.authority()]).toEqual([word, authority]);
    const back = await TestPhone.connect(authority, phone.cookie);
    expect(await back.until('hello')).toMatchObject({ known: true });
    const mine = await back.until('mine');
    expect(mine).toMatchObject({ number: 1, asked: [{ key: 'aaaaaaaa', text: 'Why?' }] });
    trial.room.ask(poll);
    await back.until('mine', ({ answer }) => answer?.value === 'ai');
    back.say(vote('human', 2));
    await back.until('mine', ({ answer }) => answer?.value === 'human');
    expect([counts(), trial.room.view().joined]).toEqual([{ ai: 0, human: 1 }, 1]);
  });

  it('offers the address of before first, and opens there where none is chosen', async () => {
    const info = (address: string) => ({ address, family: 'IPv4', internal: false });
    const interfaces = () => ({ wlan0: [info('192.0.2.20')], eth0: [info('127.0.0.1')] }) as never;
    await open({ interfaces });
    const authority = trial.authority();
    const first = () => trial.room.addresses()[0];
    expect(first()).toMatchObject({ host: '127.0.0.1', likely: true });
    trial = await trial.restart();
    expect(first()).toMatchObject({ host: '127.0.0.1', likely: true });
    await trial.room.open();
    expect(trial.authority()).toBe(authority);
  });

  it('leaves on disk numbers and answers, and the hashes of cookies in a file of the owner’s alone', async () => {
    await open();
    trial.room.ask(poll);
    const phone = await join4();
    phone.say(vote('ai'));
    await phone.until('mine', ({ answer }) => answer !== null);
    await trial.room.flush();
    const [answers, session] = await Promise.all(
      ['rooms/0001.json', 'room.json'].map((name) => readFile(join(trial.folder, name), 'utf8')),
    );
    expect(JSON.parse(answers!)).toMatchObject({
      joined: 1,
      rounds: [{ answers: [[1, 'ai', null]] }],
    });
    const secret = phone.cookie.split('=')[1]!.split('.')[0]!;
    const { members } = JSON.parse(session!) as { members: [string, number][] };
    expect([members.length, members[0]![1]]).toEqual([1, 1]);
    for (const text of [answers!, session!]) expect(text).not.toContain(secret);
    expect(answers).not.toContain(members[0]![0]);
    expect(answers).not.toContain('127.0.0.1');
    if (process.platform !== 'win32')
      expect((await stat(join(trial.folder, 'room.json'))).mode & 0o777).toBe(0o600);
  });

  it('a closed room that opens in the same class knows its phones; a new class knows nobody', async () => {
    await open();
    const phone = await join4();
    await trial.room.close();
    await phone.end();
    await trial.room.open('127.0.0.1');
    const again = await TestPhone.connect(trial.authority(), phone.cookie);
    expect(await again.until('hello')).toMatchObject({ known: true });
    const authority = trial.authority();
    trial.lecture.current = aClass(2);
    await trial.room.classChanged();
    expect(await again.end()).toBe(4000);
    await trial.room.open('127.0.0.1');
    // Phones look for it where it was, and are asked for the new word there.
    expect(trial.authority()).toBe(authority);
    expect(trial.room.view()).toMatchObject({ joined: 0, questions: [] });
    const fresh = await cookieFrom(trial.authority());
    expect(fresh).not.toBe(phone.cookie);
    await expect(TestPhone.connect(trial.authority(), phone.cookie)).rejects.toThrow('403');
  });
});

describe('what is kept', () => {
  it('by another class under the same number is set aside and said: the class begins without it', async () => {
    await open();
    trial.room.ask(poll);
    const phone = await join4();
    phone.say(vote('ai'));
    await phone.until('mine', ({ answer }) => answer !== null);
    // The class was deleted, and an older Lectern gave its number to the next one.
    trial.lecture.current = { ...aClass(1), begunAt: '2026-03-02T10:00:00.000Z' };
    trial = await trial.restart();
    expect(trial.room.view()).toMatchObject({ joined: 0, tallies: {}, interrupted: null });
    expect(trial.notices).toMatchObject([{ what: expect.stringContaining('another class') }]);
    await trial.room.open('127.0.0.1');
    trial.room.ask(poll);
    expect([counts(), trial.room.view().joined]).toEqual([{ ai: 0, human: 0 }, 0]);
    const names = await readdir(join(trial.folder, 'rooms'));
    const aside = names.find((name) => name.startsWith('0001.json.corrupt-'))!;
    const before = JSON.parse(await readFile(join(trial.folder, 'rooms', aside), 'utf8'));
    expect(before).toMatchObject({ joined: 1, rounds: [{ answers: [[1, 'ai', null]] }] });
  });

  it('is a file a class, listed, read and deleted; a newer Lectern’s and a damaged one are left alone', async () => {
    await open();
    trial.room.ask(prediction);
    const phone = await join4();
    phone.say({ t: 'answer', q: prediction.id, round: 0, value: 30, sure: 0.9, n: 1 });
    await phone.until('mine', ({ answer }) => answer !== null);
    await writeFile(join(trial.folder, 'rooms/0002.json'), '{"version":2}');
    await writeFile(join(trial.folder, 'rooms/0003.json'), '{"vers');
    expect(await trial.room.list()).toMatchObject([
      { number: 3, problem: 'damaged' },
      { number: 2, problem: 'newer' },
      { number: 1, joined: 1, asked: 1, problem: null },
    ]);
    expect((await trial.room.file(1)).rounds[0]!.answers).toEqual([[1, 30, 0.9]]);
    await expect(trial.room.file(2)).rejects.toThrow(/newer version/);
    await expect(trial.room.file(9)).rejects.toThrow(/no answers/);
    await expect(trial.room.remove(1)).rejects.toThrow(/is open/);
    await expect(trial.room.remove(2)).rejects.toThrow(/newer version/);
    await trial.room.close();
    await trial.room.remove(1);
    await trial.room.remove(3);
    expect(await trial.room.list()).toMatchObject([{ number: 2 }]);
    await expect(stat(join(trial.folder, 'room.json'))).rejects.toThrow(/ENOENT/);
    // A class whose file is a newer Lectern's is not opened over it.
    trial.lecture.current = aClass(2);
    await expect(trial.room.open('127.0.0.1')).rejects.toThrow(/newer version/);
    expect(await readFile(join(trial.folder, 'rooms/0002.json'), 'utf8')).toBe('{"version":2}');
  });

  it('that can’t be written is said, and kept in memory', async () => {
    await open({
      write: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
    });
    trial.room.ask(poll);
    const phone = await join4();
    phone.say(vote('ai'));
    await phone.until('mine', ({ answer }) => answer !== null);
    await trial.room.flush();
    expect(trial.notices.at(-1)).toMatchObject({ id: 'unsaved-room' });
    expect(counts()).toEqual({ ai: 1, human: 0 });
  });
});
