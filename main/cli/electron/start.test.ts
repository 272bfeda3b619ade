import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi, type TestContext } from 'vitest';
import {
  build,
  endWeb,
  root,
  typed,
  unlessTyped,
  until,
  webAddress,
} from '../../../test/start/lectern.ts';
import { Place } from '../../../test/start/place.ts';
import { runWeb } from '../run-web.ts';
import { lastWindowlessStart } from './last-start.ts';

/** Somebody listens there, as at the display of a desktop. */
let screen: Server;
beforeAll(async () => {
  await build();
  screen = createServer((socket) => socket.resume());
  await new Promise<void>((resolve) => screen.listen(0, '127.0.0.1', resolve));
}, 240_000);
afterAll(() => void screen.close());
const display = () => `127.0.0.1:${(screen.address() as AddressInfo).port - 6000}`;

async function placeAt(context: TestContext, where: string): Promise<Place> {
  const place = await Place.make(where);
  context.onTestFinished(() => place.clear());
  return place;
}

/** Puts a program of the system before the real one; returns the PATH to start with. */
async function program(place: Place, name: string, lines: string): Promise<string> {
  const bin = join(place.folder, 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, name), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return `${bin}:${process.env['PATH']}`;
}

/** A browser for terminals: it fetches its address at once, and writes down the answer's status. */
function fetching(place: Place): { fetched: string; lines: string } {
  const fetched = join(place.folder, 'home', 'fetched');
  const code =
    'fetch(process.argv[1], { redirect: "manual" })' +
    '.then(({ status }) => require("node:fs").writeFileSync(process.argv[2], String(status)))';
  return { fetched, lines: `exec "${process.execPath}" -e '${code}' "$1" "${fetched}"` };
}

const byHand = /\nNo browser was opened, because no display .*: open the address yourself\.\n/;

describe.skipIf(!typed).concurrent(`the browser that npm start opens${unlessTyped}`, () => {
  it.for([
    ['no display', ''],
    ['a display that outlived its desktop', '127.0.0.1:1'],
  ])(
    'none at %s: it would use up the address that the person is to open',
    async ([, where], context) => {
      const place = await placeAt(context, where!);
      const { fetched, lines } = fetching(place);
      const PATH = await program(place, 'www-browser', lines);
      const started = place.run(['start', '--web'], { PATH });
      await webAddress(started);
      // A browser would be there by now: without this the test could miss it, never see one that is not there.
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      await endWeb(started);
      expect(started.said.out).toMatch(byHand);
      expect(existsSync(fetched)).toBe(false);
    },
  );

  // In its Linux, Windows opens its own browser.
  const inWindows = process.env['WSL_DISTRO_NAME'] !== undefined;
  it.skipIf(inWindows)('the one that BROWSER names, whatever the display is', async (context) => {
    const place = await placeAt(context, '');
    const { fetched, lines } = fetching(place);
    const PATH = await program(place, 'www-browser', lines);
    const { child, end, said } = place.run(['start', '--web'], { PATH, BROWSER: 'www-browser' });
    await until(() => existsSync(fetched) && readFileSync(fetched, 'utf8') === '303');
    child.kill('SIGTERM');
    expect(await end).toBe(0);
    expect(said.out).not.toMatch(byHand);
  });
});

it.skipIf(!typed)(
  `told to go while the reason is looked for: 0, no browser and no address${unlessTyped}`,
  async (context) => {
    const place = await placeAt(context, display());
    await place.fake('fails');
    const asked = join(place.folder, 'home', 'asked');
    const PATH = await program(place, 'ldd', `: > "${asked}"\nexec sleep 60`);
    const { child, end, said } = place.run(['start', '--no-open'], { PATH });
    await until(() => existsSync(asked));
    child.kill('SIGTERM');
    expect(await end).toBe(0);
    expect(said.out + said.err).not.toMatch(/http:|can't be started|\n\s+at /);
  },
);

it('told to go while the web host comes up: 0, and no address', async (context) => {
  const { folder } = await placeAt(context, '');
  vi.stubEnv('LECTERN_HOME', join(folder, 'home'));
  vi.stubEnv('LECTERN_BACKEND', 'wasm');
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const ended = Promise.resolve();
  expect(await runWeb(root, 'why', 0, false, { ended })).toBe(0);
  expect(said).not.toHaveBeenCalled();
});

it.skipIf(!typed)(
  `why no window came is kept for the doctor, and forgotten with the next window${unlessTyped}`,
  async (context) => {
    const place = await placeAt(context, display());
    const cache = join(place.folder, 'home', 'cache');
    vi.stubEnv('LECTERN_CACHE', cache);
    await place.fake('traps');
    await endWeb(place.run(['start', '--no-open'], { LECTERN_CACHE: cache }));
    expect(lastWindowlessStart()?.why).toMatch(
      /^it was ended by SIGTRAP before it showed a window/,
    );
    await place.fake('works');
    const { child, end } = place.run(['start', '--no-open'], { LECTERN_CACHE: cache });
    await until(() => lastWindowlessStart() === null);
    child.kill('SIGTERM');
    expect(await end).toBe(0);
  },
);

it.skipIf(!typed)(
  `the block to paste names Lectern’s and Node’s version${unlessTyped}`,
  async (context) => {
    const place = await placeAt(context, display());
    await place.fake('healthy');
    const { end, said } = place.run(['doctor', '--electron']);
    expect(await end).toBe(0);
    expect(said.out).toMatch(/\nLectern \d+\.\d+\.\d+\S*, Node \d+\.\d+\.\d+\nElectron /);
  },
);
