import { chmod, chown, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sandboxFault } from '../../main/setup/electron/sandbox.ts';
import { makeFake, type FakeName } from './fake-electrons.ts';
import { mayRead, ordinary, root, type, until, type Started } from './lectern.ts';

const asRoot = ordinary.uid !== undefined;
/** Where its sandbox can't work, Electron is never started, and there is nothing to see of what it would do. */
const possible =
  process.platform === 'linux' &&
  mayRead() &&
  (asRoot || (await sandboxFault('/nowhere/electron')) === null);

let screen: Server;
/** Somebody listens there, as at the display of a desktop. */
let display: string;

beforeAll(async () => {
  // As whoever runs the tests: an ordinary user may not write here.
  const build = spawn(process.execPath, [join(root, 'main/cli/lectern.mjs'), 'build'], {
    stdio: 'ignore',
  });
  await once(build, 'exit');
  screen = createServer((socket) => socket.resume());
  await new Promise<void>((resolve) => screen.listen(0, '127.0.0.1', resolve));
  display = `127.0.0.1:${(screen.address() as AddressInfo).port - 6000}`;
}, 240_000);
afterAll(() => void screen.close());

const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: join(temp, 'home'),
  LECTERN_BACKEND: 'wasm',
  ELECTRON_OVERRIDE_DIST_PATH: join(temp, 'fake'),
  DISPLAY: display,
  LECTERN_START_LIMITS: '1500,3000',
  ...more,
});

async function startWith(
  fake: FakeName,
  args: string[] = [],
  more: NodeJS.ProcessEnv = {},
  before: string[] = [],
  helper = asRoot,
): Promise<Started> {
  await makeFake(join(temp, 'fake'), fake, helper);
  const started = type(['start', '--no-open', ...args], environment(more), temp, before);
  running.push(started);
  return started;
}

const log = () =>
  JSON.parse(readFileSync(join(temp, 'fake/log/started.json'), 'utf8')) as {
    pids: number[];
    args: string[];
    LECTERN_STARTER?: string;
  };
const logged = () => until(() => existsSync(join(temp, 'fake/log/started.json')) && log());

/** Gone, or a corpse that nobody has buried yet. */
function dead(pid: number): boolean {
  try {
    return /^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

/** The line above the address, once both are there and the address answers. */
async function webAddress({ said }: Started): Promise<{ why: string; url: string }> {
  const lines = await until(() => {
    const all = said.out.split('\n');
    return all.findIndex((line) => line.startsWith('http://127.0.0.1:')) > 0 && all;
  });
  const place = lines.findIndex((line) => line.startsWith('http://'));
  return { why: lines[place - 1]!, url: lines[place]! };
}

async function expectWeb(started: Started, reason: RegExp): Promise<void> {
  const { why, url } = await webAddress(started);
  expect(why).toMatch(reason);
  expect(why).toMatch(/Lectern runs as a local web page instead\. Open this address:$/);
  expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
  started.child.kill('SIGTERM');
  expect(await started.end).toBe(0);
  expect(started.said.out + started.said.err).not.toMatch(/^\s+at .*[:(]\d+/m);
}

describe.skipIf(!possible)('npm start opens a browser where Electron shows no window', () => {
  it.each<[FakeName, RegExp]>([
    ['lacks-a-library', /a library of the system is missing.*exit status 127/],
    ['traps', /ended by SIGTRAP before it showed a window/],
    ['fails', /ended with exit status 1 before it showed a window; npm run doctor/],
  ])(
    '%s',
    async (fake, reason) => {
      await expectWeb(await startWith(fake), reason);
    },
    120_000,
  );

  it('a display that outlived its desktop is named', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const stale = `127.0.0.1:${port - 6000}`;
    const started = await startWith('fails', [], { DISPLAY: stale });
    await expectWeb(started, new RegExp(`nobody answers at the display.*DISPLAY is ${stale}`));
  }, 120_000);

  it.each<[FakeName, RegExp]>([
    ['hangs', /gave no sign of life for 2 s and was ended/],
    ['hangs-later', /started but showed no window for 3 s and was ended/],
  ])(
    '%s: it and its helpers are ended before the web host starts',
    async (fake, reason) => {
      const started = await startWith(fake);
      await webAddress(started);
      expect((await logged()).pids.map(dead)).toEqual([true, true]);
      await expectWeb(started, reason);
    },
    120_000,
  );

  it('says so as an error where Electron was asked for', async () => {
    const started = await startWith('fails', ['--electron']);
    expect(await started.end).toBe(1);
    expect(started.said.out).toBe('');
    expect(started.said.err).toMatch(
      /^Electron can't be started: it ended with exit status 1.*\nNothing was changed\.\nUse npm start -- --web/m,
    );
  }, 120_000);
});

describe.skipIf(!possible)('npm start stays with an Electron that shows its window', () => {
  it('and ends it when told to, with exit status 0', async () => {
    const started = await startWith('works');
    const { pids, LECTERN_STARTER } = await logged();
    expect(LECTERN_STARTER).toBe('1');
    // It outlasts both limits: a window that is shown is never given up.
    await new Promise((resolve) => setTimeout(resolve, 4000));
    expect(dead(pids[0]!)).toBe(false);
    started.child.kill('SIGTERM');
    expect(await started.end).toBe(0);
    expect(dead(pids[0]!)).toBe(true);
    expect(started.said.out).toBe('');
    process.kill(pids[1]!, 'SIGKILL');
  }, 120_000);

  it('ends one that shows nothing yet when told to, and starts no web host', async () => {
    const started = await startWith('hangs', [], { LECTERN_START_LIMITS: '60000,60000' });
    const { pids } = await logged();
    started.child.kill('SIGTERM');
    expect(await started.end).toBe(0);
    expect(pids.map(dead)).toEqual([true, true]);
    expect(started.said.out).toBe('');
  }, 120_000);

  it('passes its exit status on', async () => {
    const started = await startWith('dies-shown');
    expect(await started.end).toBe(7);
    expect(started.said.out).toBe('');
  }, 120_000);

  it('is content where another Lectern shows its window', async () => {
    const started = await startWith('hands-over');
    expect(await started.end).toBe(0);
    expect(started.said.out).toBe('');
  }, 120_000);

  it('hands switches on, before the app’s folder', async () => {
    const started = await startWith('dies-shown', ['--electron', '--', '--ozone-platform=x11']);
    expect(await started.end).toBe(7);
    const { args } = log();
    expect(args[0]).toBe('--ozone-platform=x11');
    expect(JSON.parse(await readFile(join(args[1]!, 'package.json'), 'utf8'))).toMatchObject({
      name: 'lectern',
    });
  }, 120_000);
});

describe.skipIf(!possible)('npm run doctor -- --electron', () => {
  it.each<[FakeName, number, RegExp]>([
    ['healthy', 0, /ok {6}bridge +answers\nok {6}exit status +0\nEverything works\./],
    ['ill', 1, /FAILED {2}worker +no answer\nok {6}exit status +0\nSomething failed\./],
    ['traps', 1, /FAILED {2}start {2}it was ended by SIGTRAP/],
    ['dies-shown', 1, /FAILED {2}window .*\nFAILED {2}exit status +7/],
  ])(
    'prints a block to paste: %s',
    async (fake, code, block) => {
      await makeFake(join(temp, 'fake'), fake, asRoot);
      const told = type(['doctor', '--electron'], environment(), temp);
      running.push(told);
      expect(await told.end).toBe(code);
      expect(told.said.out).toMatch(/^```\nLectern: [\s\S]*\n```\n$/);
      expect(told.said.out).toMatch(block);
    },
    120_000,
  );
});

/** Runs what follows in a user namespace of its own in which no further one can be made. */
const forbidden = [
  'unshare',
  '--user',
  '--map-current-user',
  '--keep-caps',
  'sh',
  '-c',
  'echo 0 > /proc/sys/user/max_user_namespaces && exec setpriv --inh-caps=-all --ambient-caps=-all "$@"',
  'sh',
];
const { spawnSync } = await import('node:child_process');
const canForbid =
  process.platform === 'linux' &&
  mayRead() &&
  spawnSync(forbidden[0]!, [...forbidden.slice(1), 'true'], { ...ordinary, cwd: '/' }).status === 0;

it.skipIf(!canForbid)(
  'where user namespaces are forbidden, Electron is not even tried, and the remedy is named (skipped where no namespace of our own can be made)',
  async () => {
    const started = await startWith('works', [], {}, forbidden, false);
    await expectWeb(
      started,
      /its sandbox can't work here, because the system forbids user namespaces \(user\.max_user_namespaces is 0\).*sudo chown root:root '.*chrome-sandbox' && sudo chmod 4755/,
    );
    expect(existsSync(join(temp, 'fake/log/started.json'))).toBe(false);
  },
  120_000,
);
