import { readFile } from 'node:fs/promises';
import type { RoomView } from '../../../main/contract/room.ts';
import type { RoomQuestion } from '../../../main/contract/room-question.ts';
import { TestPhone } from '../../../main/room/fixtures/test-phone.ts';
import { askOnce } from '../../e2e/ask-once.ts';
import { forget, startHost } from '../../e2e/host-process.ts';
import type { Measure } from '../bench.ts';
import { figures, notMeasured, type Row } from '../table.ts';

const phones = 1_000;
/** So many join at the same moment. */
const atOnce = 50;

const poll: RoomQuestion = {
  kind: 'choice',
  id: 'poll/bench',
  text: 'Which?',
  options: [
    { id: 'a', label: 'This' },
    { id: 'b', label: 'That' },
  ],
  predicted: null,
};

/** A process's memory in MB, of Linux; null elsewhere. */
async function memoryMb(pid: number): Promise<number | null> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const found = /VmRSS:\s+(\d+) kB/.exec(text);
  return found ? Number(found[1]) / 1024 : null;
}

/** The cookie that the printed address is exchanged for. */
async function cookieOf(url: string): Promise<string> {
  const { headers } = await fetch(url, { redirect: 'manual' });
  return headers.getSetCookie()[0]!.split(';')[0]!;
}

const row = (what: string, value: number, unit: string, goal: number, how: string): Row => ({
  what,
  value,
  text: `${figures(value)} ${unit}`,
  goal: { value: goal, is: 'at most' },
  goalText: `≤ ${goal} ${unit}`,
  peer: 'no peer',
  how,
});

/** A thousand phones join a real host on this computer, vote, and hear the tally. */
export const room: Measure = async ({ root, say }) => {
  const host = await startHost({ root });
  try {
    const cookie = await cookieOf(host.url);
    const ask = (method: string, params: object = {}) => askOnce(host, cookie, method, params);
    const { open } = (await ask('room.open', { host: '127.0.0.1' })) as RoomView;
    await ask('room.ask', { question: poll });
    const { address, word } = open!;
    const before = await memoryMb(host.pid);

    say(`Letting ${phones} phones in`);
    const began = performance.now();
    const joined: TestPhone[] = [];
    while (joined.length < phones)
      joined.push(
        ...(await Promise.all(Array.from({ length: atOnce }, () => TestPhone.join(address, word)))),
      );
    const joinSeconds = (performance.now() - began) / 1000;

    say(`${phones} phones vote`);
    for (const phone of joined)
      phone.say({ t: 'answer', q: poll.id, round: 0, value: 'a', sure: null, n: 1 });
    const voted = performance.now();
    await Promise.all(
      joined.map((phone) => phone.until('room', ({ answered }) => answered === phones)),
    );
    const tallySeconds = (performance.now() - voted) / 1000;
    const after = await memoryMb(host.pid);
    for (const phone of joined) phone.close();

    const how = `${phones} phones of one process on this computer, ${atOnce} joining at once`;
    return [
      row('room: phones joined', joinSeconds, 's', 10, `${how}; page, socket and word of each`),
      row(
        'room: tally at all phones',
        tallySeconds,
        's',
        2,
        'after the last of the votes was sent',
      ),
      before === null || after === null
        ? notMeasured('room: memory of the host', 'only Linux says how much it is')
        : row(
            'room: memory of the host',
            after - before,
            'MB more',
            100,
            `beside ${figures(before)} MB with nobody in`,
          ),
    ];
  } finally {
    await host.stop();
    await forget(host.home);
  }
};
