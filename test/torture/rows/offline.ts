import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../bench/child.ts';
import { buildProgram } from '../parts/build-program.ts';
import { isBrowsersProbe, leaving } from '../parts/connects.ts';
import { labIds, quickest } from '../parts/lab-runs.ts';
import { notTried, type Tormentor } from '../torture.ts';
import type { Offline } from './offline-program.ts';

/** Runs a command where there is no network interface but loopback, which must be brought up first. */
const alone = (way: readonly string[], command: readonly string[]): [string, string[]] => [
  'unshare',
  [...way, '--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', ...command],
];
/** As root, or in a user namespace, where the system lets anybody make one. */
const ways = [[], ['--user', '--map-root-user']];

const works = async (command: string, args: readonly string[]) =>
  (await runProgram(command, args)).code === 0;

/**
 * The whole lecture and every lab in a network namespace of their own, with every attempt to reach something written down. Where no browser
 * is to be had, host and compute alone, with one run: the short form.
 */
export const offline: Tormentor = async ({ root, programs, times, browser: find, say }) => {
  const what = 'offline';
  const found = await find();
  let way: readonly string[] | null = null;
  for (const one of ways) if (way === null && (await works(...alone(one, ['true'])))) way = one;
  if (way === null)
    return [notTried(what, 'this system or user can make no network namespace (unshare, ip)')];
  const folder = await mkdtemp(join(tmpdir(), 'lectern-torture-'));
  const program = await buildProgram(root, programs, 'offline-program');
  try {
    say(found ? 'The whole lecture without a network' : 'Host and compute without a network');
    const trace = join(folder, 'connects');
    const traced = await works('strace', ['-f', '-qq', '-o', trace, 'true']);
    const watch = traced
      ? [
          'strace',
          '-f',
          '-qq',
          '-Y',
          '--seccomp-bpf',
          '-e',
          'trace=connect',
          '-e',
          'signal=none',
          '-o',
          trace,
        ]
      : [];
    // All slides, unless somebody counts.
    const slides = times(0, 20);
    const [command, args] = alone(way, [
      ...watch,
      process.execPath,
      program.path,
      root,
      JSON.stringify(found),
      slides === 0 ? 'all' : String(slides),
    ]);
    const { code, out, err } = await runProgram(command, args);
    if (code !== 0)
      throw new Error(
        `the lecture ended with ${code}: ${err.trim().split('\n').slice(-3).join(' ')}`,
      );
    const came = JSON.parse(out.trim().split('\n').at(-1)!) as Offline;
    const all = traced ? leaving(await readFile(trace, 'utf8')) : [];
    const left = all.filter((attempt) => !isBrowsersProbe(attempt));
    const probes = all.length - left.length;
    // The kernel counts the probes too; without strace nobody can tell them apart.
    const packets = Math.max(0, came.noRoutes - probes);
    for (const { by, to } of left) console.error(`\n${by} tried ${to}`);
    const pages = found
      ? `, ${came.foreign.length} foreign requests of the pages; besides, the browser looked ` +
        `${probes} times by itself whether there is IPv6`
      : '';
    const tried =
      `${left.length} attempts to connect ` +
      `elsewhere${traced ? '' : ' (not watched: no strace)'}, ${packets} packets without a ` +
      `route${pages}`;
    const labs = (found ? labIds : [quickest]).length;
    const whole = came.finished.length === labs && came.errors.length === 0 && came.hostExit === 0;
    return [
      {
        what: `${found ? 'a lecture' : 'host and compute'} without a network: attempts to leave`,
        figure: tried,
        target: found ? '0, 0, 0' : '0, 0',
        met: left.length + packets + came.foreign.length === 0,
        safety: traced,
      },
      {
        what: `${found ? 'a lecture' : 'host and compute'} with only ${came.interfaces.join(', ')}: what worked`,
        figure:
          (found ? `${came.slides} of ${came.ofSlides} slides, ` : '') +
          `${came.finished.length} of ${labs} labs, ` +
          (found ? `${came.errors.length} errors on screen, ` : '') +
          `exit code ${came.hostExit}`,
        target: 'everything',
        met: whole && came.slides >= Math.min(came.ofSlides, slides || Infinity),
        safety: true,
      },
      ...(found
        ? []
        : [notTried('a lecture without a network: slides and rooms', 'no browser was found')]),
    ];
  } finally {
    await program.remove();
    await rm(folder, { recursive: true, force: true });
  }
};
