import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { askRoom, cookieFrom, TestPhone } from '../fixtures/test-phone.ts';
import { testPage, testRoom, type TestRoom } from '../fixtures/test-room.ts';
import { roomPaths } from './listener.ts';

let trial: TestRoom;
beforeAll(async () => {
  trial = await testRoom();
  await trial.room.open('127.0.0.1');
});
afterAll(() => trial.remove());
const ask = (path?: string, headers?: Record<string, string>, method?: string) =>
  askRoom(trial.authority(), path, headers, method);

/** Why a socket was refused, or 'open'. */
const upgrade = async (path: string, headers: Record<string, string>): Promise<number | 'open'> => {
  const socket = new WebSocket(`ws://${trial.authority()}${path}`, { headers });
  return new Promise((resolve) => {
    socket.on('open', () => {
      socket.terminate();
      resolve('open');
    });
    socket.on('unexpected-response', (_request, response) => {
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', () => undefined);
  });
};

describe('the listener', () => {
  it('has two paths, and nothing else of this computer', async () => {
    expect(Object.values(roomPaths)).toEqual(['/', '/room']);
    const page = await ask('/');
    expect([page.status, page.body]).toEqual([200, testPage]);
    for (const path of [
      '/rpc',
      '/index.html',
      '/assets/index.js',
      '/room',
      '/room/',
      '/ROOM',
      '//',
      '/.',
      '/..',
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/room.json',
      '/rooms/0001.json',
      '/runs/index.json',
      '/learner.json',
      '/favicon.ico',
      '/x?token=1',
      '/\\',
      '/%00',
      'http://127.0.0.1/',
      '*',
    ]) {
      const { status, body, headers } = await ask(path);
      expect([path, status, body]).toEqual([path, 404, '']);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
      expect(headers['set-cookie']).toBeUndefined();
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])
      expect([method, (await ask('/', {}, method)).status]).toEqual([method, 405]);
    const head = await ask('/', {}, 'HEAD');
    expect([head.status, head.body]).toEqual([200, '']);
  });

  it('answers no other name, and no foreign page', async () => {
    const authority = trial.authority();
    const port = authority.split(':')[1]!;
    for (const headers of [
      { host: 'lectern.example' },
      { host: `lectern.example:${port}` },
      { host: `localhost:${port}` },
      { host: '127.0.0.1' },
      { host: `127.0.0.1:${Number(port) + 1}` },
      { origin: 'http://lectern.example' },
      { origin: 'null' },
      { origin: `https://${authority}` },
    ])
      expect([headers, (await ask('/', headers as never)).status]).toEqual([headers, 403]);
    const cookie = await cookieFrom(authority);
    const origin = `http://${authority}`;
    expect(await upgrade('/room', { cookie, origin })).toBe('open');
    for (const headers of [
      { cookie },
      { origin },
      { cookie, origin: 'http://lectern.example' },
      { cookie, origin, host: 'lectern.example' },
      { cookie: `${cookie.slice(0, -1)}_`, origin },
      { cookie: cookie.replace(/=.*/, '=x.y'), origin },
    ])
      expect([headers, await upgrade('/room', headers as never)]).toEqual([headers, 403]);
    for (const path of ['/rpc', '/', '/room?x=1', '/room/../rpc'])
      expect([path, await upgrade(path, { cookie, origin })]).toEqual([path, 404]);
  });

  it('gives a cookie of its own once, that no script reads, under a policy for this page alone', async () => {
    const { headers } = await ask('/');
    const port = trial.authority().split(':')[1];
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(
          `^lectern-room-${port}=[\\w-]{24}\\.[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax; Max-Age=43200$`,
        ),
      ),
    ]);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='; " +
        "style-src 'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='; " +
        `connect-src 'self' ws://${trial.authority()}; img-src data:; base-uri 'none'; ` +
        "form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers['cache-control']).toBe('no-store');
    const cookie = headers['set-cookie']![0]!.split(';')[0]!;
    const again = await ask('/', { cookie });
    expect([again.status, again.headers['set-cookie']]).toEqual([200, undefined]);
    // One that was made up is none.
    const made = await ask('/', {
      cookie: cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    });
    expect(made.headers['set-cookie']).toHaveLength(1);
  });

  it('closes what is no HTTP, and goes on', async () => {
    const [host = '', port = ''] = trial.authority().split(':');
    for (const text of [
      '\x16\x03\x01\x02\x00',
      'GET / HTTP/9\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: ${'x'.repeat(20_000)}`,
    ])
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), host, () => socket.write(text));
        socket.on('error', () => undefined);
        socket.on('close', () => resolve());
      });
    expect((await ask('/')).status).toBe(200);
  });

  it('is gone when the room closes, and says so to every phone', async () => {
    const other = await testRoom();
    await other.room.open('127.0.0.1');
    const authority = other.authority();
    const phone = await TestPhone.join(authority, other.word());
    await other.room.close();
    expect(await phone.end()).toBe(4000);
    await expect(askRoom(authority)).rejects.toThrow(/ECONNREFUSED/);
    await other.remove();
  });
});
