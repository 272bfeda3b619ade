import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { seededRandom, type Random } from '../../../labs/math/random.ts';
import { fromPhone, type FromPhone } from '../../../main/contract/room-wire.ts';
import { mostPhones } from '../../../main/contract/room.ts';
import { cookieFrom, TestPhone } from '../../../main/room/fixtures/test-phone.ts';
import { poll, testRoom, type TestRoom } from '../../../main/room/fixtures/test-room.ts';
import { mutated } from '../parts/mutate.ts';
import type { Finding, Torture } from '../torture.ts';

/** Other phones are answered within this, in ms, whatever is done to the room. */
const goalMs = 2_000;
/** A phone sends so many at once before it is slowed down. */
const inOneGo = 12;

const vote = (value: string, n: number): FromPhone => ({
  t: 'answer',
  q: poll.id,
  round: 0,
  value,
  sure: null,
  n,
});
const samples: readonly FromPhone[] = [
  { t: 'join', word: 'KLMQ' },
  vote('ai', 1),
  { t: 'ask', key: 'abcdefgh', text: 'Why?', name: null },
  { t: 'support', id: 1, on: true },
  { t: 'lost', on: true },
];

/** A phone that goes on answering while the rest happens, and measures how long that takes. */
class Watcher {
  worstMs = 0;
  answers = 0;
  private over = false;
  private readonly done: Promise<void>;

  constructor(private readonly phone: TestPhone) {
    this.done = this.go();
  }

  async end(): Promise<void> {
    this.over = true;
    await this.done;
  }

  private async go(): Promise<void> {
    for (let n = 1; !this.over; n += 1) {
      const began = performance.now();
      this.phone.heard.length = 0;
      this.phone.say(vote(n % 2 ? 'ai' : 'human', n));
      await this.phone.until('mine', ({ answer }) => answer?.n === n);
      this.worstMs = Math.max(this.worstMs, performance.now() - began);
      this.answers = n;
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
  }
}

/** Malformed messages of many phones. Returns how many got no typed error. */
async function malformed(trial: TestRoom, count: number, random: Random): Promise<number> {
  let unanswered = 0;
  for (let sent = 0; sent < count; sent += inOneGo) {
    const phone = await TestPhone.connect(trial.authority());
    const messages = Math.min(inOneGo, count - sent);
    for (let index = 0; index < messages; index += 1)
      phone.raw(mutated(random, fromPhone, samples[random.integer(samples.length)]));
    const errors = () => phone.heard.filter(({ t }) => t === 'error').length;
    for (let waited = 0; errors() < messages && phone.ended === null && waited < 100; waited += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    // What is far too long is not read: it ends the connection, and with it what came after.
    if (phone.ended !== 1009) unanswered += messages - errors();
    phone.close();
  }
  return unanswered;
}

/** One phone sends all it can, for as long as it is let. */
async function flood(trial: TestRoom, messages: number): Promise<number> {
  const phone = await TestPhone.join(trial.authority(), trial.word());
  for (let n = 1; n <= messages; n += 1) phone.say(vote(n % 2 ? 'ai' : 'human', n));
  return phone.end();
}

/** Connections that say nothing, and ones that stop in the middle of a request. */
function halfOpen(trial: TestRoom, count: number): () => void {
  const [host = '', port = ''] = trial.authority().split(':');
  const sockets = Array.from({ length: count }, (_, index) => {
    const socket = connect(Number(port), host);
    socket.on('error', () => undefined);
    if (index % 2) socket.write('GET / HTTP/1.1\r\nHost: ');
    return socket;
  });
  return () => sockets.forEach((socket) => socket.destroy());
}

/** What became of phones that joined one after another. */
async function crowd(trial: TestRoom, count: number) {
  const became = { in: 0, full: 0, lost: 0 };
  const sockets: WebSocket[] = [];
  const one = async () => {
    const cookie = await cookieFrom(trial.authority()).catch(() => null);
    if (cookie === null) return 'lost' as const;
    const socket = new WebSocket(`ws://${trial.authority()}/room`, {
      headers: { cookie, origin: `http://${trial.authority()}` },
    });
    sockets.push(socket);
    return new Promise<keyof typeof became>((resolve) => {
      socket.on('open', () => socket.send(JSON.stringify({ t: 'join', word: trial.word() })));
      socket.on('message', (data) => {
        const said = String(data);
        if (said.includes('"mine"')) resolve('in');
        else if (said.includes('"full"')) resolve('full');
      });
      socket.on('error', () => resolve('lost'));
      socket.on('close', () => resolve('lost'));
    });
  };
  for (let at = 0; at < count; at += 50)
    for (const result of await Promise.all(Array.from({ length: Math.min(50, count - at) }, one)))
      became[result] += 1;
  return { became, end: () => sockets.forEach((socket) => socket.terminate()) };
}

/** Malformed messages, floods, crowds and slow readers against a real room on this computer. */
export async function room({ seed, times, say }: Torture): Promise<Finding[]> {
  const trial = await testRoom({ pingMs: 1_000 });
  const random = seededRandom(seed);
  const findings: Finding[] = [];
  const safe = (what: string, figure: string, target: string, met: boolean) =>
    findings.push({ what, figure, target, met, safety: true });
  try {
    await trial.room.open('127.0.0.1');
    trial.room.ask(poll);
    const victim = await TestPhone.join(trial.authority(), trial.word());
    victim.say(vote('ai', 1));
    await victim.until('mine', ({ answer }) => answer !== null);
    const watcher = new Watcher(await TestPhone.join(trial.authority(), trial.word()));

    const messages = times(10_000, 240);
    say(`The room: ${messages} malformed messages`);
    const unanswered = await malformed(trial, messages, random);
    const what = `room: ${messages} malformed messages without a typed error`;
    safe(what, String(unanswered), '0', unanswered === 0);

    const floods = times(20, 2);
    say(`The room: ${floods} floods`);
    const codes = await Promise.all(Array.from({ length: floods }, () => flood(trial, 5_000)));
    const ended = codes.filter((code) => code === 4003).length;
    safe('room: floods that were ended', `${ended} of ${floods}`, 'all', ended === floods);

    const slow = times(100, 10);
    say(`The room: ${slow} phones that never read`);
    const before = trial.room.view().open!.online;
    const deaf = [];
    for (let index = 0; index < slow; index += 1)
      deaf.push(await TestPhone.join(trial.authority(), trial.word()));
    for (const phone of deaf) phone.socket.pause();
    let left = slow;
    for (let waited = 0; left > 0 && waited < 300; waited += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      left = trial.room.view().open!.online - before;
    }
    safe('room: slow readers that keep their place', String(Math.max(0, left)), '0', left <= 0);

    const phones = times(3_000, 60);
    say(`The room: ${phones} phones, and half-open connections`);
    const closeHalf = halfOpen(trial, times(200, 20));
    const { became, end } = await crowd(trial, phones);
    const inNow = trial.room.view().open!.online;
    const figure = `${became.in} in, ${became.full} told that it is full, ${became.lost} refused; ${inNow} in all`;
    const told = became.full > 0 || inNow < mostPhones;
    safe(
      `room: ${phones} phones at once`,
      figure,
      `at most ${mostPhones} in`,
      inNow <= mostPhones && told,
    );
    end();
    closeHalf();

    await watcher.end();
    findings.push({
      what: 'room: longest answer to another phone meanwhile',
      figure: `${Math.round(watcher.worstMs)} ms, of ${watcher.answers}`,
      target: `≤ ${goalMs} ms`,
      met: watcher.worstMs <= goalMs,
      safety: false,
    });
    const kept = (await trial.room.file(1)).rounds[0]!.answers.find(([number]) => number === 1);
    safe('room: foreign answers changed', kept?.[1] === 'ai' ? '0' : '1', '0', kept?.[1] === 'ai');
  } finally {
    await trial.remove();
  }
  return findings;
}
