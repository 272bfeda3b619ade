import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { buildTrialCompute, projectRoot } from '../compute/fixtures/build-trial.ts';
import { lab } from '../compute/fixtures/trial-lab.ts';
import { makeCatalog } from '../compute/make-catalog.ts';
import { spawnCompute } from '../services/compute/spawn-compute.ts';
import { askPort, reply } from './fixtures/raw.ts';
import { startWebHost, type WebHost } from './serve.ts';

let built: Awaited<ReturnType<typeof buildTrialCompute>>;
let folder: string;
beforeAll(async () => {
  built = await buildTrialCompute();
  folder = await mkdtemp(join(tmpdir(), 'lectern-recovery-'));
  await mkdir(join(folder, 'pages'), { recursive: true });
  await writeFile(join(folder, 'pages/index.html'), '<!doctype html><title>The pages</title>');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await built.remove();
});

describe('Safe on stage: recovery', () => {
  const home = () => join(folder, 'again');
  const open = (port?: number) =>
    startWebHost({
      root: projectRoot,
      ...(port !== undefined && { port }),
      folder: home(),
      pagesFolder: join(folder, 'pages'),
      catalog: makeCatalog([lab as never]),
      spawnCompute: () =>
        spawnCompute(projectRoot, { ...process.env, LECTERN_BACKEND: 'cpu' }, built.entry),
    });
  const enter = async (to: WebHost) => {
    const reply = await askPort(to.port, `/${new URL(to.url).search}`);
    return reply.headers['set-cookie']![0]!.split(';')[0]!;
  };
  const status = async (to: WebHost, own: string) =>
    (await askPort(to.port, '/', { cookie: own })).status;

  test('a host that is started again takes its last port and knows its windows, by a hash that its owner alone may read', async () => {
    const first = await open();
    const own = await enter(first);
    await first.close();
    const kept = join(home(), 'session.json');
    const text = await readFile(kept, 'utf8');
    expect(text).not.toContain(own.split('=')[1]!);
    if (process.platform !== 'win32') expect((await stat(kept)).mode & 0o777).toBe(0o600);

    const second = await open();
    expect([second.port, await status(second, own)]).toEqual([first.port, 200]);
    // The file itself lets nobody in, and neither does the old address.
    const { sessions } = JSON.parse(text) as { sessions: { hash: string }[] };
    expect(await status(second, `lectern-${second.port}=${sessions[0]!.hash}`)).toBe(403);
    const old = await askPort(second.port, `/${new URL(first.url).search}`);
    expect(old.status).toBe(403);

    // A third beside it finds the port taken; a session is good for its own port only.
    const third = await open();
    expect(third.port).not.toBe(second.port);
    const foreign = own.replace(/^lectern-\d+/, `lectern-${third.port}`);
    expect([await status(third, own), await status(third, foreign)]).toEqual([403, 403]);
    await third.close();
    await second.close();
  });

  test('who asks while the host still starts is answered once it stands: its port is open before its runs are read', async () => {
    const first = await open();
    const own = await enter(first);
    await first.close();
    const starting = open();
    let stands = false;
    void starting.then(() => (stands = true));
    /** Asks the port from its first moment on; resolves to the status, and to whether the host stood when it was reached. */
    const ask = async (path: string, headers: Record<string, string>) => {
      for (;;) {
        const reached = await new Promise<{ early: boolean; status: Promise<number> } | null>(
          (resolve) => {
            const asked = request({ port: first.port, host: '127.0.0.1', path, headers });
            const status = new Promise<number>((said) => {
              asked.once('response', (response) => said(response.statusCode!));
              asked.once('upgrade', (response, socket) => {
                socket.destroy();
                said(response.statusCode!);
              });
            });
            asked.once('socket', (socket) =>
              socket.once('connect', () => resolve({ early: !stands, status })),
            );
            asked.once('error', () => resolve(null));
            asked.end();
          },
        );
        if (reached) return { ...reached, status: await reached.status };
      }
    };
    const upgrade = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
    };
    const origin = `http://127.0.0.1:${first.port}`;
    const [page, window, stranger] = await Promise.all([
      ask('/', { cookie: own }),
      ask('/rpc', { cookie: own, origin, ...upgrade }),
      ask('/rpc', { origin, ...upgrade }),
    ]);
    expect([page.status, window.status, stranger.status]).toEqual([200, 101, 403]);
    expect([page.early, window.early, stranger.early]).toEqual([true, true, true]);
    await (await starting).close();
  });

  test('after twelve hours nobody is known, nor with a file that is damaged or from a newer version', async () => {
    const first = await open();
    const own = await enter(first);
    await first.close();
    const kept = join(home(), 'session.json');
    const whole = JSON.parse(await readFile(kept, 'utf8')) as {
      version: number;
      port: number;
      sessions: { at: number }[];
    };
    const aged = (ms: number) => ({
      ...whole,
      port: first.port,
      sessions: whole.sessions.map((one) => ({ ...one, at: one.at - ms })),
    });
    for (const [text, expected] of [
      [JSON.stringify(aged(11.9 * 3600_000)), 200],
      [JSON.stringify(aged(12.1 * 3600_000)), 403],
      [JSON.stringify(aged(-12.1 * 3600_000)), 403],
      [JSON.stringify({ ...whole, version: 2 }), 403],
      ['{"version":1,"po', 403],
    ] as const) {
      await writeFile(kept, text);
      const again = await open(first.port);
      expect(await status(again, own), text.slice(0, 40)).toBe(expected);
      await again.close();
    }
  });

  test('all sessions are ended: no cookie is known, on no port, windows are closed, and a new address lets one in', async () => {
    const elsewhere = await open();
    const other = await enter(elsewhere);
    const first = await open();
    await elsewhere.close();
    const own = await enter(first);
    const told = new Promise<string>((resolve) => first.onAddress(resolve));
    const window = new WebSocket(`ws://127.0.0.1:${first.port}/rpc`, {
      headers: { cookie: own, origin: `http://127.0.0.1:${first.port}` },
    });
    await new Promise((resolve) => window.on('open', resolve));
    const closed = new Promise<number>((resolve) => window.on('close', resolve));
    expect(
      await reply(window, '{"jsonrpc":"2.0","id":1,"method":"app.endSessions","params":{}}'),
    ).toMatchObject({ id: 1, result: {} });
    expect(await closed).toBe(1008);
    expect(await status(first, own)).toBe(403);
    const url = await told;
    expect(url).not.toBe(first.url);
    const fresh = await enter({ ...first, url });
    expect(await status(first, fresh)).toBe(200);
    await first.close();
    const again = await open(first.port);
    expect([await status(again, own), await status(again, fresh)]).toEqual([403, 200]);
    await again.close();
    const there = await open(elsewhere.port);
    expect([there.port, await status(there, other)]).toEqual([elsewhere.port, 403]);
    await there.close();
  });
});
