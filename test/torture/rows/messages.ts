import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../../labs/math/random.ts';
import { catalog } from '../../../main/compute/catalog.ts';
import { computeMethods } from '../../../main/contract/compute.ts';
import { hostMethods, type MethodTable } from '../../../main/contract/methods.ts';
import {
  channelPair,
  openWindow,
  type TrialWindow,
} from '../../../main/services/fixtures/trial-host.ts';
import { createHost } from '../../../main/services/host.ts';
import { spawnCompute } from '../../../main/services/compute/spawn-compute.ts';
import { forget, startHost } from '../../e2e/host-process.ts';
import { finishSmall, quickest, runOf, smallRuns } from '../parts/lab-runs.ts';
import { malformed, type Samples } from '../parts/malformed.ts';
import { computeSamples, hostSamples, type KnownRuns } from '../parts/samples.ts';
import { differences, filesState, seenState } from '../parts/state.ts';
import { ended, joinHost, openSocket, pause, within } from '../parts/window.ts';
import { sendMalformed, type Amiss, type Line } from '../parts/wire.ts';
import type { Finding, Tormentor, Torture } from '../torture.ts';

interface Tally {
  sent: number;
  /** By what became of them. */
  typed: number;
  unanswered: number;
  closed: number;
  amiss: Amiss[];
  crashes: number;
  changes: number;
}

const probeOf = (method: string) => (id: string) =>
  `{"jsonrpc":"2.0","id":"${id}","method":"${method}","params":{}}`;

/** Sends so many over lines that `open` opens: a new one where the last was closed. */
async function pour(
  torture: Torture,
  name: string,
  methods: MethodTable,
  samples: Samples,
  probe: string,
  huge: boolean,
  count: number,
  open: () => Promise<Line>,
): Promise<Tally> {
  const tally: Tally = {
    sent: 0,
    typed: 0,
    unanswered: 0,
    closed: 0,
    amiss: [],
    crashes: 0,
    changes: 0,
  };
  const row = malformed(seededRandom(torture.seed).fork(name), methods, samples, huge);
  let line = await open();
  while (tally.sent < count) {
    const message = row.next().value;
    if (tally.sent % 100 === 0)
      torture.say(`Malformed messages over ${name}: ${tally.sent} of ${count}`);
    const amiss = await sendMalformed(line, message, probeOf(probe));
    tally.sent += 1;
    if (amiss) tally.amiss.push(amiss);
    else if (message.outcome === 'nothing') tally.unanswered += 1;
    else if (message.outcome === 'closed') tally.closed += 1;
    else tally.typed += 1;
    if (tally.amiss.length > 50) break;
    if (!amiss?.why.includes('closed') && message.outcome !== 'closed') continue;
    const next = await open().catch(() => null);
    if (next) line = next;
    else {
      // Nobody answers any more: the message took the other side with it.
      tally.crashes += 1;
      break;
    }
  }
  return tally;
}

/** A state with something of each kind in it, for messages to change. */
async function furnish(window: TrialWindow, run: string, other: string): Promise<KnownRuns> {
  const card = await window.call('run.export', { run });
  await window.call('run.import', {
    card: { ...(card as object), id: 'torture-deleted' } as never,
  });
  const { deleted } = await window
    .call('run.delete', { run: 'torture-deleted' })
    .then(() => window.call('notebook.size', {}));
  await window.call('learner.change', { kind: 'predict', lab: 'fairness', step: 'one', value: 3 });
  await window.call('learner.change', { kind: 'place', slide: 'agenda', step: 1 });
  await window.call('settings.set', { theme: 'light' });
  await window.call('stage.set', {
    key: 'poll/one',
    value: { votes: [0, 4] },
    keep: true,
    by: 'torture',
  });
  await window.call('run.annotate', { run, change: { name: 'The first', note: 'as it was' } });
  return { run, other, deleted: deleted[0]!.id, card };
}

/** Compares what is kept, in memory and on disk, before and after. */
async function unchanged(
  window: TrialWindow,
  folder: string,
  work: () => Promise<Tally>,
): Promise<Tally> {
  // What is written a moment later must have been written.
  await pause(800);
  const look = async () => ({ ...(await seenState(window)), ...(await filesState(folder)) });
  const before = await look();
  const tally = await work();
  if (tally.crashes > 0) return tally;
  await pause(800);
  const changed = differences(before, await look());
  for (const one of changed) console.error(`\nChanged: ${one}`);
  return { ...tally, changes: tally.changes + changed.length };
}

async function overSocket(torture: Torture, count: number): Promise<Tally> {
  const host = await startHost({ root: torture.root });
  try {
    const window = await joinHost(host.url);
    const known = await furnish(
      window,
      await finishSmall(window, quickest, 1),
      await finishSmall(window, quickest, 2),
    );
    const open = async (): Promise<Line> => {
      const socket = await openSocket(host.origin, window.cookie);
      let hear: (text: string) => void = () => undefined;
      let closed: () => void = () => undefined;
      socket
        .on('message', (data) => hear(String(data)))
        .on('close', () => closed())
        .on('error', () => undefined);
      return {
        send: (text) => socket.send(text),
        hear: (listener) => (hear = listener),
        closed: (listener) => (closed = listener),
      };
    };
    const tally = await unchanged(window, host.home, () =>
      pour(
        torture,
        'the web host’s socket',
        hostMethods,
        hostSamples(known),
        'app.info',
        true,
        count,
        open,
      ),
    );
    if (tally.crashes > 0) return tally;
    await finishSmall(window, quickest, 3);
    window.close();
    if ((await host.stop()) !== 0) tally.crashes += 1;
    return tally;
  } finally {
    await host.stop();
    await forget(host.home);
  }
}

/** The same host without a server, joined as Electron's bridge joins it: one channel of whole messages for each window. */
async function overBridge(torture: Torture, count: number): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-torture-'));
  const host = await createHost({
    root: torture.root,
    kind: 'electron',
    version: '0.0.0',
    catalog,
    folder,
    spawnCompute: () => spawnCompute(torture.root),
  });
  let crashes = 0;
  const crashed = () => void (crashes += 1);
  process.on('uncaughtException', crashed).on('unhandledRejection', crashed);
  try {
    const window = openWindow(host);
    const finish = async (seed: number) => {
      const { id } = await window.call('run.start', runOf(quickest, seed, smallRuns[quickest]));
      return within(60_000, 'a small run', window.run(id, ended)).then(({ status }) =>
        status === 'finished' ? id : Promise.reject(new Error(`a small run ended as ${status}`)),
      );
    };
    const known = await furnish(window, await finish(1), await finish(2));
    const open = async (): Promise<Line> => {
      const { a, b } = channelPair();
      host.attach(a);
      let hear: (text: string) => void = () => undefined;
      b.onMessage((text) => hear(text));
      return {
        send: (text) => b.send(text),
        hear: (listener) => (hear = listener),
        closed: () => undefined,
      };
    };
    const tally = await unchanged(window, folder, () =>
      pour(
        torture,
        'the channel of Electron’s bridge',
        hostMethods,
        hostSamples(known),
        'app.info',
        false,
        count,
        open,
      ),
    );
    await finish(3);
    // In this very process: a prototype that was written to would show.
    if ('polluted' in {}) tally.changes += 1;
    return { ...tally, crashes: tally.crashes + crashes };
  } finally {
    await host.close();
    process.off('uncaughtException', crashed).off('unhandledRejection', crashed);
    await rm(folder, { recursive: true, force: true });
  }
}

/** The channel between host and compute, with this program in the host's place. */
async function overFork(torture: Torture, count: number): Promise<Tally> {
  const child = spawnCompute(torture.root);
  let exited = false;
  child.onExit(() => (exited = true));
  const heard = new Set<(text: string) => void>();
  child.channel.onMessage((text) => heard.forEach((listener) => listener(text)));
  const ask = (id: string, method: string, params: object) =>
    within(
      60_000,
      method,
      new Promise<string>((resolve) => {
        const listener = (text: string) => {
          if ((JSON.parse(text) as { id?: string }).id !== id) return;
          heard.delete(listener);
          resolve(text);
        };
        heard.add(listener);
        child.channel.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
      }),
    );
  try {
    const before = await ask('hello', 'compute.hello', {});
    let hear: (text: string) => void = () => undefined;
    let closed: () => void = () => undefined;
    heard.add((text) => hear(text));
    child.onExit(() => closed());
    const open = () =>
      exited ? Promise.reject(new Error('compute is gone')) : Promise.resolve(line);
    const line: Line = {
      send: (text) => child.channel.send(text),
      hear: (listener) => (hear = listener),
      closed: (listener) => (closed = listener),
    };
    const tally = await pour(
      torture,
      'the channel to compute',
      computeMethods,
      computeSamples,
      'compute.hello',
      false,
      count,
      open,
    );
    if (tally.crashes > 0) return tally;
    hear = () => undefined;
    if ((await ask('hello', 'compute.hello', {})) !== before) tally.changes += 1;
    const run = await ask('run', 'run.execute', {
      run: 'after-all',
      lab: quickest,
      parameters: smallRuns[quickest],
      seed: 1,
      measured: null,
    });
    if (!run.includes('"result"') || exited) tally.crashes += 1;
    return tally;
  } finally {
    child.kill();
  }
}

/** Malformed messages over every method and every transport; what does not hold is printed in full on the error stream. */
export const messages: Tormentor = async (torture) => {
  const count = torture.times(10_000, 300);
  const [socket, bridge] = [Math.round(count * 0.45), Math.round(count * 0.35)];
  const parts: [string, Tally][] = [
    ['WebSocket', await overSocket(torture, socket)],
    ['bridge', await overBridge(torture, bridge)],
    ['compute', await overFork(torture, count - socket - bridge)],
  ];
  for (const [name, { amiss }] of parts)
    for (const { kind, why, text } of amiss.slice(0, 8))
      console.error(`\n${name}: ${kind}: ${why}\n  ${text}`);
  const sum = (of: (tally: Tally) => number) =>
    parts.reduce((total, [, tally]) => total + of(tally), 0);
  const by = parts.map(([name, { sent }]) => `${name} ${sent}`).join(', ');
  const bad = sum(({ amiss }) => amiss.length);
  const rows: Finding[] = [
    {
      what: `${sum(({ sent }) => sent)} malformed messages (${by}): crashes, changes of state`,
      figure: `${sum((t) => t.crashes)}, ${sum((t) => t.changes)}`,
      target: '0, 0',
      met: sum((t) => t.crashes + t.changes) === 0 && sum(({ sent }) => sent) === count,
      safety: true,
    },
    {
      what: 'malformed messages: a typed error each',
      figure:
        `${sum((t) => t.typed)} typed errors, ${sum((t) => t.unanswered)} notices dropped as ` +
        `JSON-RPC wants, ${sum((t) => t.closed)} connections closed (frame over 4 MiB), ` +
        `${bad} amiss`,
      target: '0 amiss',
      met: bad === 0,
      safety: true,
    },
  ];
  return rows;
};
