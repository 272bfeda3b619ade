import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { askRoom, cookieFrom, TestPhone } from './fixtures/test-phone.ts';
import { poll, prediction, testRoom, type TestRoom } from './fixtures/test-room.ts';

let trial: TestRoom;
afterEach(() => trial.remove());
const vote = (value: string, n = 1) => ({
  t: 'answer' as const,
  q: poll.id,
  round: 0,
  value,
  sure: null,
  n,
});
const on = (address: string, family: 'IPv4' | 'IPv6') =>
  [{ address, family, internal: false }] as NetworkInterfaceInfo[];
const join = (cookie?: string) => TestPhone.join(trial.authority(), trial.word(), cookie);

describe('the network', () => {
  it('that changes is said: the room is open where nobody reaches it, and opens anew at another address', async () => {
    let interfaces: Record<string, NetworkInterfaceInfo[]> = { wlan0: on('127.0.0.2', 'IPv4') };
    // Only Linux has all of 127.0.0.0/8; elsewhere there is nothing to change to.
    if (process.platform !== 'linux') interfaces = { wlan0: on('127.0.0.1', 'IPv4') };
    trial = await testRoom({ interfaces: () => interfaces });
    await trial.room.open();
    const phone = await join();
    const { cookie } = phone;
    expect(trial.room.view().open).toMatchObject({ kind: 'wifi', name: 'wlan0', reachable: true });
    interfaces = { eth0: on('127.0.0.3', 'IPv4') };
    expect(trial.room.view().open).toMatchObject({ reachable: false });
    if (process.platform !== 'linux') return;
    await trial.room.open('127.0.0.3');
    expect(trial.room.view().open).toMatchObject({ name: 'eth0', reachable: true });
    // The old listener is gone, and whoever comes over with its cookie is another phone there: cookies go by address.
    expect(await phone.end()).toBe(4000);
    const reached = await TestPhone.connect(trial.authority()).then((one) => one.until('hello'));
    expect(reached).toMatchObject({ known: false });
    expect(cookie).not.toBe(await cookieFrom(trial.authority()));
    await expect(trial.room.open('127.0.0.2')).rejects.toThrow(/does not have that address/);
  });

  const hasSix = Object.values(networkInterfaces()).some((infos) =>
    infos?.some(({ address }) => address === '::1'),
  );
  it.skipIf(!hasSix)('of IPv6 alone is one too', async () => {
    trial = await testRoom({ interfaces: () => ({ wlan0: on('::1', 'IPv6') }) });
    const { open } = await trial.room.open();
    expect(open!.link).toMatch(/^http:\/\/\[::1\]:\d+\/#[A-Z]{4}$/);
    trial.room.ask(poll);
    const phone = await join();
    phone.say(vote('ai'));
    await phone.until('mine', ({ answer }) => answer?.value === 'ai');
    const port = open!.address.split(':').at(-1)!;
    const elsewhere = await askRoom(open!.address, '/', { host: `localhost:${port}` });
    expect(elsewhere.status).toBe(403);
  });

  it('that is none leaves this computer, and says so', async () => {
    trial = await testRoom({ interfaces: () => ({}) });
    const view = await trial.room.open();
    expect(view.open).toMatchObject({ kind: 'here', name: 'this computer', reachable: true });
    expect((await join()).ended).toBeNull();
  });
});

describe('a computer that slept', () => {
  it('finds its phones dead; each is who it was as soon as it is back, and counted once', async () => {
    trial = await testRoom({ pingMs: 50 });
    await trial.room.open('127.0.0.1');
    trial.room.ask(poll);
    const phone = await join();
    phone.say(vote('ai'));
    await phone.until('mine', ({ answer }) => answer !== null);
    // Asleep nothing is read or answered; the phone gives the connection up before the host notices.
    phone.socket.pause();
    const back = await TestPhone.connect(trial.authority(), phone.cookie);
    expect(await back.until('mine')).toMatchObject({ number: 1, answer: { value: 'ai' } });
    expect(trial.room.view()).toMatchObject({ joined: 1, open: { online: 1 } });
    // Also once the host has given the dead one up.
    await expect.poll(() => back.heard.filter(({ t }) => t === 'beat').length).toBeGreaterThan(3);
    expect([back.ended, trial.room.view().open!.online]).toEqual([null, 1]);
  });
});

it('a slide jump while 300 answer: each answer is one to what its phone was asked', async () => {
  trial = await testRoom();
  await trial.room.open('127.0.0.1');
  trial.room.ask(poll);
  const phones = [];
  for (let at = 0; at < 300; at += 50)
    phones.push(...(await Promise.all(Array.from({ length: 50 }, () => join()))));
  phones.forEach((phone, index) => {
    // In the middle the lecture goes on; half of the phones have not heard of it.
    if (index === 150) trial.room.ask(prediction);
    phone.say(vote(index % 3 ? 'ai' : 'human'));
  });
  await expect.poll(() => trial.room.view().tallies[poll.id]!.answered).toBe(300);
  expect(trial.room.view()).toMatchObject({
    asking: prediction.id,
    tallies: { [poll.id]: { counts: { ai: 200, human: 100 } }, [prediction.id]: { answered: 0 } },
  });
  expect(phones.flatMap(({ heard }) => heard.filter(({ t }) => t === 'error'))).toEqual([]);
  // All of them are asked the new thing.
  await Promise.all(
    phones.map((phone) => phone.until('room', ({ ask }) => ask?.id === prediction.id)),
  );
  for (const phone of phones) phone.close();
});

describe('one device', () => {
  it('that throws its cookie away gets no more than its address may have; known phones come in as before', async () => {
    trial = await testRoom({ newCookies: { burst: 3, perSecond: 0.001 } });
    await trial.room.open('127.0.0.1');
    const known = await cookieFrom(trial.authority());
    const statuses = [];
    for (let visit = 0; visit < 4; visit += 1)
      statuses.push((await askRoom(trial.authority())).status);
    expect(statuses).toEqual([200, 200, 429, 429]);
    const { headers } = await askRoom(trial.authority());
    expect([headers['retry-after'], headers['set-cookie']]).toEqual(['5', undefined]);
    expect((await askRoom(trial.authority(), '/', { cookie: known })).status).toBe(200);
    expect((await join(known)).ended).toBeNull();
  });
});

it('what people write stays text, in whichever script', async () => {
  trial = await testRoom();
  await trial.room.open('127.0.0.1');
  const phone = await join();
  const texts = ['<script>alert(1)</script>', 'لماذا؟', '👩‍🔬 why?', 'a\u202eb'];
  texts.forEach((text, index) =>
    phone.say({ t: 'ask', key: `question${index}`, text, name: '<b>Ada</b>' }),
  );
  await phone.until('mine', ({ asked }) => asked.length === 4);
  expect(trial.room.view().questions.map(({ text, name }) => [text, name])).toEqual([
    ['<script>alert(1)</script>', '<b>Ada</b>'],
    ['لماذا؟', '<b>Ada</b>'],
    ['👩‍🔬 why?', '<b>Ada</b>'],
    ['ab', '<b>Ada</b>'],
  ]);
});
