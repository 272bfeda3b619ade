import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../../labs/math/random.ts';
import { limits, type Outcome } from '../../../main/sandbox/program.ts';
import { createSandbox } from '../../../main/sandbox/sandbox.ts';
import { forget, startHost } from '../../e2e/host-process.ts';
import { hostilePrograms } from '../parts/hostile-code.ts';
import { joinHost } from '../parts/window.ts';
import type { Finding, Tormentor } from '../torture.ts';

/** A third of the learners' limit: what is looked at is how much longer a program gets. */
const timeMs = 300;
const overMs = 1_000;
/** Every so many programs go through a real host and its compute, with the whole limit. */
const wireEvery = 25;

const right = 'function percentile(times, p) { return 1; }';

/**
 * How long something takes: on the clock, or, where that is less, of the processor that all threads of this process had meanwhile. On a
 * computer that is busy with something else a second on the clock is not a second of work.
 */
function stopwatch(): () => number {
  const [wall, processor] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(processor);
    return Math.min(performance.now() - wall, (user + system) / 1_000);
  };
}

const escapedIn = ({ calls }: Outcome): boolean =>
  calls.some((call) => call.kind === 'returned' && /^escaped/.test(String(call.value)));

/**
 * Programs that mean harm, from a generator: in the sandbox by itself, with two workers, and some of
 * them through a host and its compute process.
 */
export const code: Tormentor = async ({ root, seed, times, say }) => {
  const count = times(1_000, 40);
  const folder = await mkdtemp(join(tmpdir(), 'lectern-code-'));
  let knocks = 0;
  const listener = createServer((_, answer) => {
    knocks += 1;
    answer.end();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`;
  const programs = [...hostilePrograms(seededRandom(seed), count, { folder, address })];

  const host = await startHost({ root });
  const sandbox = createSandbox({ workers: 2 });
  try {
    const memory = () => process.memoryUsage().rss / 2 ** 20;
    await sandbox.run({ code: 'function f() {}', name: 'f', calls: [[]], seed });
    const before = memory();
    let escapes = 0;
    let slowest = { ms: 0, kind: '' };
    let silent = 0;
    let done = 0;
    const next = programs.values();
    // Two at a time, so that no time is spent in line.
    const lane = async () => {
      for (const program of next) {
        const took = stopwatch();
        const outcome = await sandbox.run({
          code: program.code,
          name: 'f',
          calls: [[]],
          seed,
          timeMs,
        });
        const ms = took();
        if (ms > slowest.ms) slowest = { ms, kind: program.kind };
        if (escapedIn(outcome)) {
          escapes += 1;
          console.error(`\nEscaped: ${program.kind}\n${program.code}`);
        }
        if (outcome.stopped !== null && outcome.stopped.what.length < 10) silent += 1;
        done += 1;
        say(`Hostile programs: ${done} of ${count}`);
      }
    };
    await Promise.all([lane(), lane()]);
    const usable = await sandbox.run({
      code: 'function f() { return 4; }',
      name: 'f',
      calls: [[]],
      seed,
    });
    await sandbox.close();
    const after = memory();

    const window = await joinHost(host.url);
    await window.info((info) => info.compute.state === 'ready');
    const pidOf = async () => {
      const { compute } = await window.call('app.info', {});
      return compute.state === 'ready' ? compute.pid : null;
    };
    const pid = await pidOf();
    let wired = { count: 0, slowest: 0, passed: 0 };
    for (const [i, { code: hostile }] of programs.entries()) {
      if (i % wireEvery !== 0) continue;
      const began = performance.now();
      const verdict = await window.call('code.run', {
        lab: 'latency',
        exercise: 'write-percentile',
        code: `${hostile}\nconst percentile = f;`,
      });
      wired = {
        count: wired.count + 1,
        slowest: Math.max(wired.slowest, performance.now() - began),
        passed: wired.passed + (verdict.passed ? 1 : 0),
      };
      say(`Hostile programs through a host: ${wired.count}`);
    }
    const ok = await window.call('code.run', {
      lab: 'latency',
      exercise: 'write-percentile',
      code: right,
    });
    const alive = (await pidOf()) === pid && pid !== null && ok.stopped === null;
    window.close();

    const traces = (await readdir(folder)).length + knocks;
    const findings: Finding[] = [
      {
        what: `${count} hostile programs: what got out`,
        figure: `${escapes} escapes, ${traces} traces outside`,
        target: '0',
        met: escapes + traces === 0,
        safety: true,
      },
      {
        what: 'each ends in words, and the next program runs',
        figure: `${silent} without words; afterwards ${usable.stopped === null ? 'usable' : 'not usable'}`,
        target: '0, usable',
        met: silent === 0 && usable.stopped === null,
        safety: true,
      },
      {
        what: 'the slowest, over its limit, in processor time where the computer was busy',
        figure: `${((slowest.ms - timeMs) / 1000).toFixed(2)} s (${slowest.kind})`,
        target: `at most ${overMs / 1000} s`,
        met: slowest.ms <= timeMs + overMs,
        safety: false,
      },
      {
        what: 'memory after it, beside before',
        figure: `${Math.round(after - before)} MB more`,
        target: 'at most 100 MB',
        met: after - before <= 100,
        safety: false,
      },
      {
        what: `${wired.count} of them through a host: compute`,
        figure:
          `${alive ? 'the same process, and it answers' : 'NOT alive'}; ${wired.passed} passed; ` +
          `slowest ${((wired.slowest - limits.timeMs) / 1000).toFixed(2)} s over the limit`,
        target: 'alive, 0',
        met: alive && wired.passed === 0,
        safety: true,
      },
    ];
    return findings;
  } finally {
    await sandbox.close();
    await host.stop();
    await forget(host.home);
    listener.close();
    await rm(folder, { recursive: true, force: true });
  }
};
