import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../bench/child.ts';
import { buildProgram } from '../parts/build-program.ts';
import { isBrowsersProbe, leaving } from '../parts/connects.ts';
import { labIds } from '../parts/lab-runs.ts';
import { notTried, type Tormentor } from '../torture.ts';
import type { Offline } from './offline-program.ts';

/** Runs a command where there is no network interface but loopback, which must be brought up first. */
const alone = (command: readonly string[]): [string, string[]] => ['unshare', ['--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', ...command]];

const works = async (command: string, args: readonly string[]) => (await runProgram(command, args)).code === 0;

/** The whole lecture and every lab in a network namespace of their own, with every attempt to reach something written down. */
export const offline: Tormentor = async ({ root, programs, times, browser: find, say }) => {
  const what = 'offline';
  const found = await find();
  if (!found) return [notTried(what, 'no browser was found')];
  if (!(await works(...alone(['true'])))) return [notTried(what, 'this system or user can make no network namespace (unshare, ip)')];
  const folder = await mkdtemp(join(tmpdir(), 'lectern-torture-'));
  const program = await buildProgram(root, programs, 'offline-program');
  try {
    say('The whole lecture without a network');
    const trace = join(folder, 'connects');
    const traced = await works('strace', ['-f', '-qq', '-o', trace, 'true']);
    const watch = traced ? ['strace', '-f', '-qq', '-Y', '--seccomp-bpf', '-e', 'trace=connect', '-e', 'signal=none', '-o', trace] : [];
    // All slides, unless somebody counts.
    const slides = times(0, 20);
    const [command, args] = alone([...watch, process.execPath, program.path, root, JSON.stringify(found), slides === 0 ? 'all' : String(slides)]);
    const { code, out, err } = await runProgram(command, args);
    if (code !== 0) throw new Error(`the lecture ended with ${code}: ${err.trim().split('\n').slice(-3).join(' ')}`);
    const came = JSON.parse(out.trim().split('\n').at(-1)!) as Offline;
    const all = traced ? leaving(await readFile(trace, 'utf8')) : [];
    const left = all.filter((attempt) => !isBrowsersProbe(attempt));
    const probes = all.length - left.length;
    // The kernel counts the probes too; without strace nobody can tell them apart.
    const packets = Math.max(0, came.noRoutes - probes);
    for (const { by, to } of left) console.error(`\n${by} tried ${to}`);
    const tried = `${left.length} attempts to connect elsewhere${traced ? '' : ' (not watched: no strace)'}, ${packets} packets without a route, ${came.foreign.length} foreign requests of the pages; besides, the browser looked ${probes} times by itself whether there is IPv6`;
    const whole = came.finished.length === labIds.length && came.errors.length === 0 && came.hostExit === 0;
    return [
      { what: 'a lecture without a network: attempts to leave', figure: tried, target: '0, 0, 0', met: left.length + packets + came.foreign.length === 0, safety: traced },
      {
        what: `a lecture with only ${came.interfaces.join(', ')}: what worked`, figure: `${came.slides} of ${came.ofSlides} slides, ${came.finished.length} of ${labIds.length} labs, ${came.errors.length} errors on screen, exit code ${came.hostExit}`,
        target: 'everything', met: whole && came.slides >= Math.min(came.ofSlides, slides || Infinity), safety: true,
      },
    ];
  } finally {
    await program.remove();
    await rm(folder, { recursive: true, force: true });
  }
};
