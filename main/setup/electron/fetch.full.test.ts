import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer as createSecureServer } from 'node:https';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { notYetValid } from '../../../test/start/not-yet-valid.ts';
import { createReport, quietReport } from '../report.ts';
import { failedToday, lastFailedFetch, noteFetch } from './failed-fetch.ts';
import { fetchElectron } from './fetch.ts';

let root: string;
let electron: string;
let servers: Server[] = [];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-fetch ü-'));
  electron = join(root, 'node_modules', 'electron');
  await mkdir(electron, { recursive: true });
  await writeFile(join(electron, 'package.json'), '{ "version": "45.4.1" }');
  vi.stubEnv('LECTERN_CACHE', join(root, 'cache'));
  vi.stubEnv('HTTPS_PROXY', '');
  vi.stubEnv('https_proxy', '');
  vi.stubEnv('HTTP_PROXY', '');
  vi.stubEnv('http_proxy', '');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const server of servers) server.close();
  servers = [];
  await rm(root, { recursive: true, force: true });
});

const script = (source: string) => writeFile(join(electron, 'install.js'), source);
const fetchIt = (limit?: number) => fetchElectron(root, quietReport(), limit);
async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return (server.address() as AddressInfo).port;
}

/** What Electron's own script leaves behind when all went well. */
const unpack = `
  const fs = require('node:fs');
  const { join, dirname } = require('node:path');
  const program = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron';
  const unpack = () => {
    const path = join(__dirname, 'dist', program);
    fs.mkdirSync(dirname(path), { recursive: true });
    fs.writeFileSync(path, '');
    fs.writeFileSync(join(__dirname, 'dist', 'version'), '45.4.1');
    fs.writeFileSync(join(__dirname, 'path.txt'), program);
  };`;

/** What it does when a download fails: the cause stays inside. */
const download = (address: string) =>
  `fetch('${address}').catch((error) => { console.error(error.stack); process.exit(1); });`;

it('what was cut off is removed, and fetched again', async () => {
  await mkdir(join(electron, 'dist'));
  await writeFile(join(electron, 'dist', 'left-over'), '');
  await script(`${unpack} if (fs.existsSync(join(__dirname, 'dist'))) process.exit(1); unpack();`);
  expect(await fetchIt()).toMatchObject({ why: null, version: '45.4.1' });
  expect(existsSync(join(electron, 'dist', 'left-over'))).toBe(false);
});

it('a download may take long, as long as it grows', async () => {
  // Every 300 ms a little more, for longer than it may stand still.
  await script(`${unpack}
    const file = join(require('node:os').tmpdir(), 'part');
    let parts = 0;
    const timer = setInterval(() => {
      fs.appendFileSync(file, 'x'.repeat(1000));
      if (++parts < 20) return;
      clearInterval(timer);
      unpack();
    }, 300);`);
  expect(await fetchIt(4000)).toMatchObject({ why: null, version: '45.4.1' });
});

// Elsewhere than on Linux no variable moves the usual one.
const caches = process.platform === 'linux' ? ['named', 'usual'] : ['named'];
it.each(caches)('so may copying it into Electron’s own cache (%s)', async (which) => {
  // On another disk than the temporary folder's, what came is copied there: nothing else grows meanwhile.
  const cache = join(root, 'electron-cache');
  vi.stubEnv(which === 'named' ? 'electron_config_cache' : 'XDG_CACHE_HOME', cache);
  const named = join(cache, which === 'named' ? 'abc' : 'electron/abc');
  await script(`${unpack}
    fs.mkdirSync(${JSON.stringify(named)}, { recursive: true });
    let parts = 0;
    const timer = setInterval(() => {
      fs.appendFileSync(join(${JSON.stringify(named)}, 'part'), 'x'.repeat(1000));
      if (++parts < 20) return;
      clearInterval(timer);
      unpack();
    }, 300);`);
  expect(await fetchIt(4000)).toMatchObject({ why: null, version: '45.4.1' });
});

it('is for this computer, whatever the shell packs for', async () => {
  vi.stubEnv('ELECTRON_INSTALL_PLATFORM', 'win32');
  vi.stubEnv('npm_config_platform', 'win32');
  await script(`${unpack}
    if (!process.env.ELECTRON_INSTALL_PLATFORM && !process.env.npm_config_platform) unpack();`);
  expect(await fetchIt()).toMatchObject({ why: null, version: '45.4.1' });
});

it('one that stands still is given up, and leaves nothing behind', async () => {
  // Looked for where it would lie, for the script may be given up before it could say so.
  const temporary = join(root, 'temporary');
  await mkdir(temporary);
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary);
  await script(`
    require('node:fs').mkdirSync(__dirname + '/dist');
    setInterval(() => undefined, 1000);`);
  expect(await fetchIt(2000)).toEqual({
    path: null,
    why: 'its download was given up: nothing came for 2 s.',
  });
  expect(await readdir(temporary)).toEqual([]);
  expect(await readdir(electron)).not.toContain('dist');
});

it('leaves nothing behind where the program is ended while it fetches', async () => {
  const place = join(root, 'place');
  await script(`
    const fs = require('node:fs');
    fs.writeFileSync(require('node:os').tmpdir() + '/part', 'half');
    fs.writeFileSync(${JSON.stringify(place)}, process.pid + ' ' + require('node:os').tmpdir());
    setInterval(() => undefined, 1000);`);
  const others = process.listeners('exit');
  const fetched = fetchIt();
  const [, pid, temporary] = await vi.waitFor(async () =>
    /^(\d+) (.+)$/.exec(await readFile(place, 'utf8'))!,
  );
  for (const hook of process.listeners('exit')) if (!others.includes(hook)) hook(0);
  expect(existsSync(temporary!)).toBe(false);
  expect((await fetched).path).toBeNull();
  expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
});

it('says how far it is', async () => {
  const lines: string[] = [];
  await script(`${unpack}
    fs.writeFileSync(join(require('node:os').tmpdir(), 'part'), Buffer.alloc(7e6));
    setTimeout(unpack, 4000);`);
  const report = createReport({ isTTY: true, columns: 200, write: (text) => lines.push(text) });
  await fetchElectron(root, report);
  expect(lines.join()).toContain('Fetching Electron (about 110 MB, once): 7 MB');
});

it('tells the cause that Electron’s script keeps to itself', async () => {
  const closed = createServer();
  const port = await listen(closed);
  await new Promise((resolve) => closed.close(resolve));
  await script(download(`http://127.0.0.1:${port}/`));
  expect(await fetchIt()).toEqual({
    path: null,
    why:
      `its download failed: the connection was refused (ECONNREFUSED 127.0.0.1:${port}); ` +
      'if a proxy leads to the internet here, name it with HTTPS_PROXY.',
  });
});

it('a clock that was put back is named', async () => {
  const server = createSecureServer(notYetValid, (_request, response) => response.end());
  const port = await listen(server);
  const trusted = join(root, 'trusted.pem');
  await writeFile(trusted, notYetValid.cert);
  vi.stubEnv('NODE_EXTRA_CA_CERTS', trusted);
  await script(download(`https://127.0.0.1:${port}/`));
  expect((await fetchIt()).why).toMatch(
    /not valid on the day that this computer’s clock shows, \d{4}-\d\d-\d\d; .* set the clock/,
  );
});

it('two at once fetch once', async () => {
  await script(
    `${unpack} fs.appendFileSync(join(__dirname, 'runs'), 'x'); setTimeout(unpack, 500);`,
  );
  const both = await Promise.all([fetchIt(), fetchIt()]);
  expect(both.map(({ why }) => why)).toEqual([null, null]);
  expect(await readFile(join(electron, 'runs'), 'utf8')).toBe('x');
});

it('a place where nothing can be written is named', async () => {
  await writeFile(join(root, 'out'), 'in the way');
  expect((await fetchIt()).why).toMatch(/^it could not be fetched: /);
});

it('a failure is remembered for a day, and forgotten when one works', () => {
  noteFetch('its download failed.');
  const at = lastFailedFetch()!.at;
  expect(failedToday()?.why).toBe('its download failed.');
  expect(failedToday(at + 25 * 3_600_000)).toBeNull();
  // The clock was put back since: that must not forbid it for years.
  expect(failedToday(Date.UTC(2019, 0, 1))).toBeNull();
  // Whoever names another proxy has changed what made it fail.
  vi.stubEnv('HTTPS_PROXY', 'http://ada:secret@proxy.example:8080');
  expect(failedToday()).toBeNull();
  noteFetch('its download failed.');
  expect(failedToday()?.why).toBe('its download failed.');
  expect(JSON.stringify(lastFailedFetch())).not.toContain('secret');
  noteFetch(null);
  expect(lastFailedFetch()).toBeNull();
});

it.skipIf(process.platform !== 'linux')(
  'a cache in a place where nobody can make one remembers nothing, and holds nobody up',
  () => {
    vi.stubEnv('LECTERN_CACHE', '/proc/lectern/cache');
    noteFetch('its download failed.');
    expect(lastFailedFetch()).toBeNull();
  },
);
