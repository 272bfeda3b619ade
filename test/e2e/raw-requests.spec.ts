import { request, type IncomingHttpHeaders } from 'node:http';
import { WebSocket } from 'ws';
import { contentSecurityPolicy as csp } from '../../main/policy/csp.ts';
import { expect, test as withWindow } from './fixtures.ts';
import { forget, startHost, type HostProcess } from './host-process.ts';
import { reload } from './reload.ts';

withWindow.skip(({ hostKind }) => hostKind === 'electron', 'Only the web host listens on a port.');

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** One raw request, with a path that no URL parser has tidied. */
function raw(origin: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, headers }, (response) => {
      let body = '';
      response.on('data', (data: Buffer) => (body += data.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body }),
      );
    });
    sent.on('error', reject).end();
  });
}

function upgrade(origin: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers });
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode!));
    socket.once('error', reject);
  }).then((status) => status as number);
}

/** A host without a window, and the cookie that opening its address once has given. */
const test = withWindow.extend<{ door: HostProcess & { cookie: string } }>({
  door: async ({ hostKind: _ }, use) => {
    const host = await startHost();
    const { pathname, search } = new URL(host.url);
    const { headers } = await raw(host.origin, pathname + search);
    const [given] = headers['set-cookie'] ?? [];
    await use({ ...host, cookie: given!.split(';')[0]! });
    await host.stop();
    await forget(host.home);
  },
});

test('a request with a wrong Host, Origin, token or no cookie gets 403, the policy and no stack', async ({
  door,
}) => {
  const { origin, url, cookie } = door;
  const token = new URL(url).searchParams.get('token')!;
  const wrong: [string, string, Record<string, string>][] = [
    ['no cookie', '/', {}],
    ['a wrong token', '/?token=wrong', {}],
    ['a token of the right length', `/?token=${'A'.repeat(token.length)}`, {}],
    ['a used token without the cookie', `/?token=${token}`, {}],
    ['a foreign Host', '/', { host: 'evil.example', cookie }],
    ['a Host on another port', '/', { host: '127.0.0.1:1', cookie }],
    ['a foreign Origin', '/', { origin: 'https://evil.example', cookie }],
    ['a null Origin', '/', { origin: 'null', cookie }],
    ['a made-up cookie', '/', { cookie: `${cookie.split('=')[0]}=made-up` }],
  ];
  for (const [name, path, headers] of wrong) {
    const answer = await raw(origin, path, headers);
    expect(answer.status, name).toBe(403);
    expect(answer.headers['content-security-policy'], name).toBe(csp);
    expect(answer.body, name).not.toMatch(/\bat .*:\d+:\d+/);
  }
  expect((await raw(origin, '/', { cookie })).status).toBe(200);
});

test('the socket checks cookie, Host and Origin before it opens', async ({ door }) => {
  const { origin, cookie } = door;
  expect(await upgrade(origin, { origin })).toBe(403);
  expect(await upgrade(origin, { cookie, origin: 'https://evil.example' })).toBe(403);
  expect(await upgrade(origin, { cookie })).toBe(403);
  expect(await upgrade(origin, { cookie, origin, host: 'evil.example' })).toBe(403);
  expect(await upgrade(origin, { cookie, origin })).toBe(101);
});

test('no path leads out of the built files', async ({ door }) => {
  const { origin, cookie } = door;
  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/../../package.json',
    '/..\\package.json',
    '/%00',
    '//etc/passwd',
    '/etc/passwd',
  ]) {
    const answer = await raw(origin, path, { cookie });
    expect([400, 403, 404], path).toContain(answer.status);
    expect(answer.headers['content-security-policy'], path).toBe(csp);
    expect(answer.body, path).not.toContain('"lectern"');
  }
});

withWindow(
  'the address that npm start prints works once; the window it opened can be reloaded',
  async ({ app }) => {
    await reload(app.page);
    await expect(app.page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    const cookie = (await app.page.context().cookies())[0]!;
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    expect(cookie.name).toContain(new URL(app.host!.url).port);
  },
);
