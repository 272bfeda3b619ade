import { join } from 'node:path';
import type { Measure } from '../../bench.ts';
import { askProgram, runProgram } from '../../child.ts';
import { notMeasured } from '../../table.ts';
import { openRoom, roomRow } from './open-room.ts';

/** As many as join within ten seconds behind one address. */
const phones = 400;
const link = { delay: '100ms', loss: '2%' };
/** RFC 2544 sets 198.18.0.0/15 apart for measurements: no real network is hidden by it. */
const addresses = { here: '198.18.77.1', there: '198.18.77.2' };

/** Runs `ip` or `tc` to its end; throws what it said where it failed. */
async function must(command: string, ...args: string[]): Promise<void> {
  const { code, err } = await runProgram(command, args);
  const last = err.trim().split('\n').at(-1);
  if (code !== 0) throw new Error(`${command} ${args[0]}: ${last || code}`);
}

/** A network namespace behind a bad link: its name, and how to take both away again. */
async function farAway(): Promise<{ name: string; remove: () => Promise<void> }> {
  const name = `lectern-${process.pid}`;
  const [near, far] = [`lr${process.pid}a`, `lr${process.pid}b`];
  const remove = async () => {
    // The link goes with either of its ends.
    await runProgram('ip', ['link', 'del', near]);
    await runProgram('ip', ['netns', 'del', name]);
  };
  const inside = ['netns', 'exec', name];
  const bad = ['root', 'netem', 'delay', link.delay, 'loss', link.loss];
  try {
    await must('ip', 'netns', 'add', name);
    await must('ip', 'link', 'add', near, 'type', 'veth', 'peer', 'name', far);
    await must('ip', 'link', 'set', far, 'netns', name);
    await must('ip', 'addr', 'add', `${addresses.here}/30`, 'dev', near);
    await must('ip', 'link', 'set', near, 'up');
    await must('ip', ...inside, 'ip', 'addr', 'add', `${addresses.there}/30`, 'dev', far);
    await must('ip', ...inside, 'ip', 'link', 'set', far, 'up');
    await must('tc', 'qdisc', 'add', 'dev', near, ...bad);
    await must('ip', ...inside, 'tc', 'qdisc', 'add', 'dev', far, ...bad);
    return { name, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Phones behind delay and loss, both ways: how long joining and the tally take. Only on Linux, for whoever may make networks. */
export const roomFar: Measure = async (bench) => {
  const what = `room: ${phones} phones behind ${link.delay} delay and ${link.loss} loss`;
  const away = await farAway().catch((error: Error) => error.message);
  if (typeof away === 'string') return [notMeasured(what, `no bad link can be made here: ${away}`)];
  try {
    const room = await openRoom(bench.root, addresses.here);
    try {
      bench.say(`Letting ${phones} phones in from far away`);
      const program = join(bench.programs, 'room-phones-program.js');
      const said = await askProgram<{ joinSeconds: number; tallySeconds: number }>('ip', [
        ...['netns', 'exec', away.name, process.execPath, program],
        ...['once', room.address, room.word, String(phones)],
      ]);
      const how = 'a network namespace, delay and loss each way; all join at the same moment';
      return [
        roomRow(`${what}, joined`, said.joinSeconds, 's', 10, how),
        roomRow('room: the tally at all of them', said.tallySeconds, 's', 2, how),
      ];
    } finally {
      await room.end();
    }
  } finally {
    await away.remove();
  }
};
