import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect as tcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { buildTrialCompute, projectRoot } from '../compute/fixtures/build-trial.ts';
import { lab } from '../compute/fixtures/trial-lab.ts';
import { makeCatalog } from '../compute/make-catalog.ts';
import { spawnCompute } from '../services/compute/spawn-compute.ts';
import { askPort, reply, type Reply } from './fixtures/raw.ts';
import { startWebHost, type WebHost } from './serve.ts';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; " +
  "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'";

let built: Awaited<ReturnType<typeof buildTrialCompute>>;
let folder: string;
let host: WebHost;
let token: string;
let cookie: string;

/** A raw request to the host under test. */
const ask = (
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  port = host.port,
): Promise<Reply> => askPort(port, path, headers, method);

const start = (port = 0) =>
  startWebHost({
    root: projectRoot,
    port,
    folder: join(folder, 'data'),
    pagesFolder: join(folder, 'pages'),
    catalog: makeCatalog([lab as never]),
    spawnCompute: () =>
      spawnCompute(projectRoot, { ...process.env, LECTERN_BACKEND: 'cpu' }, built.entry),
  });

beforeAll(async () => {
  built = await buildTrialCompute();
  folder = await mkdtemp(join(tmpdir(), 'lectern-web-'));
  await mkdir(join(folder, 'pages/assets'), { recursive: true });
  await writeFile(join(folder, 'pages/index.html'), '<!doctype html><title>The pages</title>');
  await writeFile(join(folder, 'pages/assets/index-Ab3_d9xQ.js'), 'export const x = 1;');
  await writeFile(join(folder, 'secret.txt'), 'not for the browser');
  host = await start();
  token = new URL(host.url).searchParams.get('token')!;
});
afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
  await built.remove();
});

const safe = (reply: Reply) => {
  expect(reply.headers['content-security-policy']).toBe(policy);
  expect(reply.headers['x-content-type-options']).toBe('nosniff');
  expect(reply.headers['referrer-policy']).toBe('no-referrer');
  expect(reply.body).not.toMatch(/ at .*:\d+:\d+|node_modules/);
};

describe('the printed address', () => {
  test('names 127.0.0.1, the port and 32 random bytes', () => {
    expect(host.url).toBe(`http://127.0.0.1:${host.port}/?token=${token}`);
    expect(token).toMatch(/^[\w-]{43}$/);
  });

  test('is not used up by a foreign Host or Origin, by a wrong token, or by HEAD; is good for one exchange', async () => {
    const with_ = `/?token=${token}`;
    for (const headers of [
      { host: 'evil.example' },
      { host: `evil.example:${host.port}` },
      { host: `127.0.0.1:${host.port + 1}` },
      { origin: 'http://evil.example' },
      { origin: 'null' },
    ]) {
      const reply = await ask(with_, headers as unknown as Record<string, string>);
      expect(reply.status).toBe(403);
      expect(reply.headers['set-cookie']).toBeUndefined();
      safe(reply);
    }
    for (const wrong of [
      '/?token=',
      '/?token=x',
      `/?token=${token}x`,
      `/?token=${'A'.repeat(43)}`,
      `/index.html?token=${token}`,
      '/',
    ]) {
      const reply = await ask(wrong);
      expect([wrong, reply.status]).toEqual([wrong, 403]);
      expect(reply.headers['set-cookie']).toBeUndefined();
      expect(reply.body).toContain('start Lectern again');
      safe(reply);
    }
    expect((await ask(with_, {}, 'HEAD')).status).toBe(403);

    const first = await ask(with_);
    expect([first.status, first.headers.location]).toEqual([303, '/']);
    safe(first);
    const [set] = first.headers['set-cookie']!;
    expect(set).toMatch(
      new RegExp(`^lectern-${host.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    );
    expect(set).not.toContain(token);
    cookie = set!.split(';')[0]!;

    const second = await ask(with_);
    expect(second.status).toBe(403);
    expect(second.body).toContain('already been opened');
    const reload = await ask(with_, { cookie });
    expect([reload.status, reload.headers.location]).toEqual([303, '/']);
  });
});

describe('with the cookie', () => {
  test('serves the pages, never from a cache, and hashed files for ever', async () => {
    const page = await ask('/', { cookie });
    expect([page.status, page.headers['content-type'], page.headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    safe(page);
    const asset = await ask('/assets/index-Ab3_d9xQ.js', { cookie: `other=1; ${cookie}` });
    expect([asset.status, asset.headers['cache-control']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    expect(asset.headers['content-type']).toContain('javascript');
    safe(asset);
    expect((await ask('/', { cookie }, 'HEAD')).body).toBe('');
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '/%00',
    '//secret.txt',
    '/%252e%252e/secret.txt',
    '/assets',
    '/nothing.js',
    '/%',
  ])('finds nothing at %s', async (path) => {
    const reply = await ask(path, { cookie });
    expect(reply.status).toBe(404);
    expect(reply.body).not.toContain('not for the browser');
    safe(reply);
  });

  test('refuses another method, and a cookie that is wrong or of another port', async () => {
    const post = await ask('/', { cookie }, 'POST');
    expect(post.status).toBe(405);
    safe(post);
    const key = cookie.split('=')[1]!;
    for (const wrong of [
      `lectern-${host.port}=x`,
      `lectern-1=${key}`,
      `lectern-${host.port}=${key}x`,
    ])
      expect((await ask('/', { cookie: wrong })).status).toBe(403);
    expect((await ask('/', { cookie, origin: 'http://evil.example' })).status).toBe(403);
  });
});

/** Opens a WebSocket; gives it, or the status it was refused with. */
function socket(headers: Record<string, string>, path = '/rpc'): Promise<WebSocket | number> {
  return new Promise((resolve) => {
    const ws = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers });
    ws.on('open', () => resolve(ws));
    ws.on('unexpected-response', (_request, response) => resolve(response.statusCode!));
    ws.on('error', () => undefined);
  });
}
const ours = () => ({ cookie, origin: `http://127.0.0.1:${host.port}` });

describe('the socket', () => {
  test('is refused without the cookie, with a foreign or no Origin, a foreign Host or another path', async () => {
    const { origin } = ours();
    const refused = [
      await socket({ origin }),
      await socket({ cookie }),
      await socket({ cookie, origin: 'http://evil.example' }),
      await socket({ cookie, origin: 'null' }),
      await socket({ ...ours(), host: 'evil.example' }),
      await socket(ours(), '/other'),
      await socket({ cookie: cookie.replace(/.$/, '!'), origin }),
    ];
    expect(refused).toEqual(refused.map(() => 403));
  });

  test('carries plain JSON-RPC; what is wrong or too large gets a typed error and the connection lives', async () => {
    const ws = (await socket(ours())) as WebSocket;
    expect(
      await reply(ws, '{"jsonrpc":"2.0","id":1,"method":"app.info","params":{}}'),
    ).toMatchObject({ id: 1, result: { host: 'web' } });
    expect(
      await reply(ws, '{"jsonrpc":"2.0","id":2,"method":"app.quit","params":{}}'),
    ).toMatchObject({ id: 2, error: { code: -32000, data: { code: 'unknown-method' } } });
    const large = JSON.stringify({
      jsonrpc: '2.0',
      id: 3,
      method: 'settings.set',
      params: { theme: 'dark', fill: 'x'.repeat(1_100_000) },
    });
    expect(await reply(ws, large)).toMatchObject({ id: 3, error: { data: { code: 'too-large' } } });
    expect(await reply(ws, 'no JSON')).toMatchObject({
      id: null,
      error: { data: { code: 'bad-request' } },
    });
    expect(
      await reply(ws, '{"jsonrpc":"2.0","id":4,"method":"settings.get","params":{}}'),
    ).toMatchObject({ result: { theme: 'system' } });
    ws.close();
  });

  test('a window whose line breaks is taken for gone: it had no last word', async () => {
    const [ws, other] = [(await socket(ours())) as WebSocket, (await socket(ours())) as WebSocket];
    const request = (method: string, params: object) =>
      JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
    const share = (key: string) => request('stage.set', { key, value: 1, keep: false, by: 'a' });
    const asked = () => reply(other, request('stage.get', {}));
    for (const key of ['lecture/presenter', 'audience/a1', 'lecture/place'])
      await new Promise<void>((resolve) => {
        const hear = (data: unknown) => {
          if (!String(data).includes('"id":1')) return;
          ws.off('message', hear);
          resolve();
        };
        ws.on('message', hear);
        ws.send(share(key));
      });
    const told = new Promise<void>((resolve) => {
      const left = new Set(['lecture/presenter', 'audience/a1']);
      other.on('message', (data) => {
        const { method, params } = JSON.parse(String(data)) as {
          method?: string;
          params?: { key: string; value: unknown };
        };
        if (method === 'stage.changed' && params!.value === null) left.delete(params!.key);
        if (left.size === 0) resolve();
      });
    });
    ws.terminate();
    await told;
    expect(await asked()).toMatchObject({ result: { 'lecture/place': 1 } });
    expect(await asked()).not.toHaveProperty(['result', 'lecture/presenter']);
    other.close();
  });

  test('is closed by a frame far beyond the limit; other windows go on', async () => {
    const [ws, other] = [(await socket(ours())) as WebSocket, (await socket(ours())) as WebSocket];
    const closed = new Promise<number>((resolve) => ws.on('close', resolve));
    ws.send('x'.repeat(5 * 1024 * 1024));
    expect(await closed).toBe(1009);
    expect(
      await reply(other, '{"jsonrpc":"2.0","id":1,"method":"app.info","params":{}}'),
    ).toMatchObject({ id: 1 });
    other.close();
  });
});

test('a busy port and a folder that cannot be written are said plainly, and leave nothing running', async () => {
  await expect(start(host.port)).rejects.toMatchObject({
    data: { what: expect.stringContaining(`Port ${host.port} is in use`) },
  });
  const unwritable = startWebHost({
    root: projectRoot,
    folder: join(folder, 'secret.txt', 'below'),
    catalog: makeCatalog([]),
    spawnCompute: () => {
      throw new Error('never started');
    },
  });
  await expect(unwritable).rejects.toMatchObject({
    data: { code: 'storage', next: expect.stringContaining('LECTERN_HOME') },
  });
});

test('listens on 127.0.0.1 only and closes for good', async () => {
  const second = await start();
  const other = await new Promise((resolve) =>
    tcp({ host: '127.0.0.2', port: second.port })
      .on('connect', () => resolve('open'))
      .on('error', () => resolve('refused')),
  );
  expect(other).toBe('refused');
  await second.close();
  await expect(ask('/', {}, 'GET', second.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
