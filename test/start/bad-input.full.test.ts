import { chmod, copyFile, lchown, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { build, endWeb, ordinary, root, trace, typed, unlessTyped } from './lectern.ts';
import { Place } from './place.ts';

const run = promisify(execFile);
const asRoot = ordinary.uid !== undefined;
/** Nobody listens there; where Electron is not started, nobody asks. */
const display = '127.0.0.1:0';

beforeAll(build, 240_000);

async function makePlace(context: TestContext): Promise<Place> {
  const place = await Place.make(display);
  context.onTestFinished(() => place.clear());
  return place;
}

async function giveAway(path: string): Promise<void> {
  const { uid, gid } = ordinary;
  if (uid === undefined || gid === undefined) return;
  await lchown(path, uid, gid);
  const entries = await readdir(path, { recursive: true });
  await Promise.all(entries.map((name) => lchown(join(path, name), uid, gid)));
}

/** A checkout that is built, in a folder of any name, as someone may have unpacked it. */
async function checkout(folder: string): Promise<void> {
  await mkdir(folder);
  const parts = ['main', 'labs', 'renderer', 'slides', 'assets', 'out'];
  const files = ['package.json', 'package-lock.json', 'vite.config.ts'];
  for (const part of [...parts, ...files])
    // Its dates are kept to the nanosecond, or it would be out of date.
    await run('cp', ['-a', join(root, part), join(folder, part)]);
  await giveAway(folder);
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
}

describe
  .skipIf(!typed)
  .concurrent(`bad input: each is a sentence${unlessTyped}`, { timeout: 120_000 }, () => {
    it('no HOME, and a user whom the system does not know', async (context) => {
      const place = await makePlace(context);
      const user = asRoot ? { uid: 64_123, gid: 64_123 } : {};
      const home = asRoot ? undefined : join(place.folder, 'home');
      context.skip(!asRoot, 'another user can be played by root only');
      const { end, said } = place.run(['start', '--no-open'], { HOME: home }, { user });
      expect(await end).toBe(1);
      expect(said).toEqual({
        out: '',
        err:
          'There is no home folder to keep your work in: HOME is not set, and the system knows ' +
          'none. Nothing was changed. Set HOME, or name a folder with LECTERN_HOME.\n',
      });
    });

    it('no HOME, but a folder of its own: it starts', async (context) => {
      context.skip(!asRoot, 'another user can be played by root only');
      const place = await makePlace(context);
      const own = join(place.folder, 'own folder ü');
      await mkdir(own);
      await chmod(own, 0o777);
      const started = place.run(
        ['start', '--no-open', '--web'],
        { HOME: undefined, LECTERN_HOME: own },
        { user: { uid: 64_123, gid: 64_123 } },
      );
      await endWeb(started);
      expect(await readdir(own)).toContain('runs');
    });

    it('a HOME that can’t be written', async (context) => {
      const place = await makePlace(context);
      const home = join(place.folder, 'locked');
      await mkdir(home, { mode: 0o555 });
      const { end, said } = place.run(['start', '--no-open'], { HOME: home });
      expect(await end).toBe(1);
      expect(said.out).toBe('');
      const [what, safe, next] = said.err.split('\n');
      expect(what).toMatch(
        /^Lectern can't keep its files in .*locked.*: writing there is not allowed\.$/,
      );
      expect(safe).toBe('Nothing was changed.');
      expect(next).toMatch(/^Make that folder writable, or set LECTERN_HOME/);
      expect(said.err).not.toMatch(trace);
    });

    it('ELECTRON_OVERRIDE_DIST_PATH names nothing', async (context) => {
      const place = await makePlace(context);
      const why = await endWeb(place.run(['start', '--no-open']));
      expect(why).toMatch(
        /^Electron can't be started: ELECTRON_OVERRIDE_DIST_PATH is set, but .*fake\/electron does not exist\./,
      );
    });

    it('root, whom Electron’s sandbox does not serve', async (context) => {
      context.skip(!asRoot, 'not root');
      const place = await makePlace(context);
      await place.fake('works');
      const started = place.run(['start', '--no-open'], {}, { user: {} });
      expect(await endWeb(started)).toMatch(
        /you are root, and Electron’s sandbox does not work for root; start Lectern as an ordinary user\./,
      );
      expect(place.log).toBeNull();
    });
  });

describe
  .skipIf(!typed)
  .concurrent(`bad input, to Electron${unlessTyped}`, { timeout: 120_000 }, () => {
    it('ELECTRON_OVERRIDE_DIST_PATH names an older version: told, and tried', async (context) => {
      const place = await makePlace(context);
      await place.fake('dies-shown');
      await writeFile(join(place.folder, 'fake/version'), '30.0.0');
      const { end, said } = place.run(['start']);
      expect(await end).toBe(7);
      expect(said.err).toMatch(
        /^ELECTRON_OVERRIDE_DIST_PATH names Electron 30\.0\.0, and Lectern was made for \d+\.\d+\.\d+: if something does not work, unset it\.$/m,
      );
    });

    it('a program that the system can’t run', async (context) => {
      const place = await makePlace(context);
      await place.fake('works');
      await chmod(join(place.folder, 'fake/electron'), 0o644);
      const why = await endWeb(place.run(['start', '--no-open']));
      expect(why).toContain('the system could not run its program (spawn');
    });
  });

/** The packages of this checkout, but for TensorFlow's native library: as they are after `npm ci`. */
async function packagesWithoutLibrary(modules: string): Promise<void> {
  const scope = '@tensorflow';
  await rm(modules, { force: true });
  await mkdir(join(modules, scope, 'tfjs-node'), { recursive: true });
  const link = (name: string) => symlink(join(root, 'node_modules', name), join(modules, name));
  const names = await readdir(join(root, 'node_modules'));
  await Promise.all(names.filter((name) => name !== scope).map(link));
  const others = await readdir(join(root, 'node_modules', scope));
  await Promise.all(
    others.filter((name) => name !== 'tfjs-node').map((name) => link(join(scope, name))),
  );
  const manifest = join(scope, 'tfjs-node/package.json');
  await copyFile(join(root, 'node_modules', manifest), join(modules, manifest));
}

/** One checkout in an odd place serves all: copying it is what takes the time. */
it.skipIf(!typed)(
  `spaces, letters and quotes in the path; a proxy that refuses; no library, and no cache to fetch it into${unlessTyped}`,
  async (context) => {
    const place = await makePlace(context);
    const folder = join(place.folder, `Vorlesung ü 講義 'x' "y"`);
    await checkout(folder);

    await place.fake('dies-shown');
    expect(await place.run(['start'], {}, { root: folder }).end).toBe(7);
    expect(place.log?.args[0]?.replace(/\/$/, '')).toBe(folder);

    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const proxy = { HTTPS_PROXY: `http://127.0.0.1:${port}` };
    const fetching = { ELECTRON_OVERRIDE_DIST_PATH: undefined, ...proxy };
    const why = await endWeb(place.run(['start', '--no-open'], fetching, { root: folder }));
    expect(why).toContain(
      `its download failed: the connection was refused (ECONNREFUSED 127.0.0.1:${port}); ` +
        `HTTPS_PROXY names the proxy that was asked (http://127.0.0.1:${port}).`,
    );
    // Not asked a second time on the same day, and still told.
    const again = await endWeb(place.run(['start', '--no-open'], fetching, { root: folder }));
    expect(again).toMatch(/ECONNREFUSED.*less than a day ago; npm start -- --electron tries again/);

    await packagesWithoutLibrary(join(folder, 'node_modules'));
    const noCache = { LECTERN_BACKEND: undefined, LECTERN_CACHE: '/dev/null/x' };
    const started = place.run(['start', '--no-open', '--web'], noCache, { root: folder });
    await endWeb(started);
    expect(started.said.err).toContain(
      "TensorFlow's native library could not be fetched: nothing can be kept in the cache folder " +
        '/dev/null/x (a file stands where a folder is needed); set LECTERN_CACHE to a folder that ' +
        'can be written. The labs run on WebAssembly: the same lessons, slower.\n',
    );
  },
  180_000,
);
