import type { RunCard, RunSnapshot } from '../../../../main/contract/run.ts';
import type { Measure } from '../../bench.ts';
import { figures, notMeasured, summarize } from '../../table.ts';
import { launch, viewport } from '../pages.ts';
import { noteChanges, walk } from '../slide-change.ts';
import { openRoom, roomRow, type BenchRoom } from './open-room.ts';
import { voting } from './voting.ts';

const phones = 500;
const changes = 50;
const rounds = 3;
const about = `${phones} phones of another process, each votes every 2 s`;

/** How much later a slide is painted while phones vote: the 95th percentile beside that of an idle room. */
export const roomSlides: Measure = async (bench) => {
  const what = 'room: slide change while 500 vote, p95 more';
  const found = await bench.browser();
  if (!found) return [notMeasured(what, 'no browser was found')];
  const room = await openRoom(bench.root, '127.0.0.1');
  const browser = await launch(found);
  try {
    const page = await (await browser.newContext({ viewport })).newPage();
    await page.goto(room.host.url);
    await page.locator('.reveal.ready section.present').first().waitFor();
    await noteChanges(page);
    bench.say('Changing slides beside an empty room');
    // The first time through the deck loads its later parts.
    await walk(page, 15);
    const idle = summarize(await walk(page, changes));
    bench.say(`Changing slides while ${phones} phones vote`);
    const crowd = await voting(bench.programs, room, phones);
    const busy = summarize(await walk(page, changes));
    await crowd.end();
    return [
      {
        ...roomRow(what, busy.p95 - idle.p95, 'ms', 16, `${found.source}; ${about}`),
        peer: `empty room: p95 ${figures(idle.p95)}, voting: p95 ${figures(busy.p95)} ms`,
      },
    ];
  } finally {
    await browser.close();
    await room.end();
  }
};

/** The latency lab's default run in a host, from its begin to its end; seconds. */
async function runSeconds(room: BenchRoom): Promise<number> {
  const { id } = (await room.ask('run.start', {
    lab: 'latency',
    parameters: {},
    seed: 7,
    preset: 'default',
    prediction: null,
    measuredFrom: null,
  })) as RunSnapshot;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    // A run that goes on has no card yet.
    const card = (await room.ask('run.get', { run: id }).catch(() => null)) as RunCard | null;
    if (card?.status === 'finished') return card.durationMs / 1000;
    if (card && card.status !== 'queued' && card.status !== 'running')
      throw new Error(`the run ended as ${card.status}`);
  }
}

/** How many times as long a lab's run takes while phones vote. */
export const roomRun: Measure = async (bench) => {
  const room = await openRoom(bench.root, '127.0.0.1');
  try {
    bench.say('Running a lab beside a room');
    // The first run also waits for compute to be ready.
    await runSeconds(room);
    const [alone, beside]: [number[], number[]] = [[], []];
    // One of each in turn: what else the computer does meets both alike.
    for (let round = 0; round < rounds; round += 1) {
      alone.push(await runSeconds(room));
      const crowd = await voting(bench.programs, room, phones);
      beside.push(await runSeconds(room));
      await crowd.end();
    }
    const [before, during] = [summarize(alone).p50, summarize(beside).p50];
    return [
      {
        ...roomRow('room: a lab’s run beside 500 who vote', during / before, '×', 1.1, about),
        peer: `alone ${figures(before)} s, beside ${figures(during)} s; medians of ${rounds}`,
      },
    ];
  } finally {
    await room.end();
  }
};
