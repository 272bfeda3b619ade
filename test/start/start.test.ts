import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import type { FakeName } from './fake-electrons.ts';
import {
  build,
  endWeb,
  ordinary,
  trace,
  typed,
  unlessTyped,
  until,
  webAddress,
} from './lectern.ts';
import { dead, Place } from './place.ts';

/** Somebody listens there, as at the display of a desktop. */
let screen: Server;
const nameOf = (server: Server) => `127.0.0.1:${(server.address() as AddressInfo).port - 6000}`;

beforeAll(async () => {
  await build();
  screen = createServer((socket) => socket.resume());
  await new Promise<void>((resolve) => screen.listen(0, '127.0.0.1', resolve));
}, 240_000);
afterAll(() => void screen.close());

async function placeWith(context: TestContext, fake: FakeName): Promise<Place> {
  const place = await Place.make(nameOf(screen));
  context.onTestFinished(() => place.clear());
  await place.fake(fake);
  return place;
}

const instead = / Lectern runs as a local web page instead\. Open this address:$/;

/** All that is said before a window comes. */
const opening = 'Opening Lectern in a window of its own …\n';

describe
  .skipIf(!typed)
  .concurrent(`npm start with fake Electrons${unlessTyped}`, { timeout: 120_000 }, () => {
    it.for<[FakeName, RegExp]>([
      ['lacks-a-library', /a library of the system is missing.*exit status 127/],
      ['traps', /ended by SIGTRAP before it showed a window/],
      ['fails', /ended with exit status 1 before it showed a window; npm run doctor/],
      ['no-lock', /could not lock the data folder .* no other Lectern answered; .*SingletonLock/],
    ])(
      '%s before its window: a browser address, and the reason above it',
      async ([fake, reason], context) => {
        const place = await placeWith(context, fake);
        const why = await endWeb(place.run(['start', '--no-open']));
        expect(why).toMatch(reason);
        expect(why).toMatch(instead);
      },
    );

    it('a display that outlived its desktop is named', async (context) => {
      const place = await placeWith(context, 'fails');
      const closed = createServer();
      await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
      const stale = nameOf(closed);
      await new Promise((resolve) => closed.close(resolve));
      const why = await endWeb(place.run(['start', '--no-open'], { DISPLAY: stale }));
      expect(why).toContain(`nothing answers at the display (DISPLAY is ${stale})`);
    });

    it.for<[FakeName, string, RegExp]>([
      ['hangs', '6000,60000', /said nothing for 6 s and was ended/],
      ['hangs-later', '60000,6000', /started but showed no window for 6 s and was ended/],
    ])(
      '%s: it and its helpers are ended before the web host starts',
      async ([fake, limits, reason], context) => {
        const place = await placeWith(context, fake);
        const started = place.run(['start', '--no-open'], { LECTERN_START_LIMITS: limits });
        await webAddress(started);
        expect(place.log?.pids.map(dead)).toEqual([true, true]);
        const why = await endWeb(started);
        expect(why).toMatch(reason);
        expect(why).toMatch(instead);
      },
    );

    it('an error, and no web host, where Electron was asked for', async (context) => {
      const place = await placeWith(context, 'fails');
      const { end, said } = place.run(['start', '--no-open', '--electron']);
      expect(await end).toBe(1);
      expect(said.out).toBe(opening);
      expect(said.err).toMatch(
        /^Electron can't be started: it ended with exit status 1.*\nNothing was changed\.\nUse npm start -- --web/m,
      );
      expect(said.err).not.toMatch(trace);
    });

    it('a window that is shown is never given up, and SIGTERM ends it with 0', async (context) => {
      const place = await placeWith(context, 'works');
      const limits = { LECTERN_START_LIMITS: '10000,10000' };
      const { child, end, said } = place.run(['start', '--no-open'], limits);
      const { pids, LECTERN_LAUNCHER } = await place.logged();
      expect(LECTERN_LAUNCHER).toBe('1');
      await new Promise((resolve) => setTimeout(resolve, 12_000));
      expect(dead(pids[0]!)).toBe(false);
      child.kill('SIGTERM');
      expect(await end).toBe(0);
      expect(dead(pids[0]!)).toBe(true);
      expect(said.out).toBe(opening);
    });

    it('told to go while it still looks whether Electron can work: 0, and nothing is started', async (context) => {
      const place = await placeWith(context, 'works');
      const asked = join(place.folder, 'home', 'asked');
      await place.unshare(`: > "${asked}"\nexec sleep 60`);
      const { child, end, said } = place.run(['start', '--no-open']);
      await until(() => existsSync(asked));
      child.kill('SIGTERM');
      expect(await end).toBe(0);
      expect(place.log).toBeNull();
      expect(said.out + said.err).not.toMatch(/http:|\n\s+at /);
    });

    it('no user namespace can be made: Electron is not even tried', async (context) => {
      const place = await placeWith(context, 'works');
      await place.unshare('exit 1');
      const why = await endWeb(place.run(['start', '--no-open']));
      expect(why).toContain(
        "its sandbox can't work here, because the system forbids user namespaces",
      );
      expect(why).toMatch(instead);
      expect(place.log).toBeNull();
    });

    it('one that shows nothing yet is ended at SIGTERM, and no web host starts', async (context) => {
      const place = await placeWith(context, 'hangs');
      const { child, end, said } = place.run(['start', '--no-open']);
      const { pids } = await place.logged();
      child.kill('SIGTERM');
      expect(await end).toBe(0);
      expect(pids.map(dead)).toEqual([true, true]);
      expect(said.out).toBe(opening);
    });

    it.for(['all of it', 'npm alone'])(
      'through npm: SIGTERM to %s leaves nothing',
      async (whom, context) => {
        const place = await placeWith(context, 'works');
        const quiet = { npm_config_update_notifier: 'false' };
        const { child, signal, end, said } = place.run(['start', '--no-open'], quiet, {
          npm: true,
        });
        const { pids } = await place.logged();
        if (whom === 'npm alone') child.kill('SIGTERM');
        else signal('SIGTERM');
        // It ends once nobody writes to its streams any more. The status is that of the shell between npm and Lectern, where one stays.
        expect([0, 143, 'SIGTERM']).toContain(await end);
        expect(dead(pids[0]!)).toBe(true);
        expect(said).toEqual({ out: opening, err: '' });
      },
    );

    it('dies after its window: the exit status is passed on', async (context) => {
      const place = await placeWith(context, 'dies-shown');
      const { end, said } = place.run(['start', '--no-open']);
      expect(await end).toBe(7);
      expect(said.out).toBe(opening);
    });

    it.for<[string, string[], RegExp]>([
      ['said', [], /^$/],
      [
        'said, and that --room was not applied',
        ['--room'],
        /^--room was not applied.*start again\.\n$/,
      ],
    ])('another Lectern shows its window: that is %s', async ([, given, more], context) => {
      const place = await placeWith(context, 'hands-over');
      const { end, said } = place.run(['start', '--no-open', ...given]);
      expect(await end).toBe(0);
      const open = `${opening}Lectern is open already: its window was brought to the front.\n`;
      expect(said.out.slice(0, open.length)).toBe(open);
      expect(said.out.slice(open.length)).toMatch(more);
    });

    it('switches are handed on, before the app’s folder', async (context) => {
      const place = await placeWith(context, 'dies-shown');
      const { end } = place.run(['start', '--electron', '--', '--ozone-platform=x11']);
      expect(await end).toBe(7);
      const [first, app] = place.log!.args;
      expect(first).toBe('--ozone-platform=x11');
      expect(JSON.parse(await readFile(join(app!, 'package.json'), 'utf8'))).toMatchObject({
        name: 'lectern',
      });
    });

    it.for<[FakeName, number, RegExp]>([
      ['healthy', 0, /ok {6}bridge +answers\nok {6}exit status +0\nEverything works\./],
      ['ill', 1, /FAILED {2}worker +no answer\nok {6}exit status +0\nSomething failed\./],
      ['traps', 1, /FAILED {2}start {2}it was ended by SIGTRAP/],
      ['dies-shown', 1, /FAILED {2}window .*\nFAILED {2}exit status +7/],
      ['hands-over', 1, /FAILED {2}window +Lectern is open already.*close it/],
    ])(
      'npm run doctor -- --electron prints a block to paste: %s',
      async ([fake, code, block], context) => {
        const place = await placeWith(context, fake);
        const { end, said } = place.run(['doctor', '--electron']);
        expect(await end).toBe(code);
        expect(said.out).toMatch(/^```\nLectern: [\s\S]*\n```\n$/);
        expect(said.out).toMatch(block);
      },
    );
  });

/** Runs what follows in a user namespace of its own in which no further one can be made. */
const forbidden = [
  ...['unshare', '--user', '--map-current-user', '--keep-caps', 'sh', '-c'],
  'echo 0 > /proc/sys/user/max_user_namespaces && exec setpriv --inh-caps=-all --ambient-caps=-all "$@"',
  'sh',
];
const canForbid =
  typed &&
  spawnSync(forbidden[0]!, [...forbidden.slice(1), 'true'], { ...ordinary, cwd: '/' }).status === 0;

it.skipIf(!canForbid)(
  'user namespaces are forbidden, for real: Electron is not even tried (skipped where none of our own can be made)',
  async (context) => {
    const place = await placeWith(context, 'works');
    const real = { PATH: process.env['PATH'] };
    const why = await endWeb(place.run(['start', '--no-open'], real, { before: forbidden }));
    expect(why).toMatch(
      /its sandbox can't work here, because the system forbids user namespaces \(user\.max_user_namespaces is 0\).*(sudo chown root:root '.*chrome-sandbox' && sudo chmod 4755|mounted with nosuid)/,
    );
    expect(why).toMatch(instead);
    expect(place.log).toBeNull();
  },
  120_000,
);
