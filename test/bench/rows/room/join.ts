import { readFile } from 'node:fs/promises';
import { TestPhone } from '../../../../main/room/fixtures/test-phone.ts';
import type { Measure } from '../../bench.ts';
import { figures, notMeasured } from '../../table.ts';
import { openRoom, poll, roomRow as row } from './open-room.ts';

const phones = 1_000;
/** So many join at the same moment. */
const atOnce = 50;

/** A process's memory in MB, of Linux; null elsewhere. */
async function memoryMb(pid: number): Promise<number | null> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const found = /VmRSS:\s+(\d+) kB/.exec(text);
  return found ? Number(found[1]) / 1024 : null;
}

/** A thousand phones join a real host on this computer, vote, and hear the tally. */
export const roomJoin: Measure = async ({ root, say }) => {
  const { host, address, word, end } = await openRoom(root, '127.0.0.1');
  try {
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
    await end();
  }
};
