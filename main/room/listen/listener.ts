import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import { LecternError } from '../../contract/errors.ts';
import { maxPhoneMessage } from '../../contract/room-wire.ts';
import { addressKey } from '../limits/address-key.ts';
import { Buckets } from '../limits/buckets.ts';
import { limits } from '../limits/limits.ts';
import { Connections } from './connections.ts';
import { Identity } from './identity.ts';
import { bareHeaders, readRoomPage, roomPage } from './page.ts';
import { Phones, type PhonesOptions } from './phones.ts';

export interface ListenerOptions extends PhonesOptions {
  /** As an address bar takes it: "192.168.1.20" or "[fd00::12]". */
  host: string;
  /** The one of last time; any free one where that is taken, or where 0. */
  port: number;
  /** The key that cookies are signed with. */
  key: string;
  /** The built page. */
  page: string;
  /** New cookies of one address; tests take fewer. */
  newCookies?: { burst: number; perSecond: number } | undefined;
}

export interface RoomListener {
  port: number;
  /** Host and port, as the `Host` header says them. */
  authority: string;
  phones: Phones;
  /** Ends the listener and every connection. */
  close(): Promise<void>;
}

/** Everything that this listener answers with anything but 403, 404, 405 or 429. */
export const roomPaths = { page: '/', socket: '/room' } as const;

const emptyAnswer = (response: ServerResponse, status: number, more = {}) => {
  response.writeHead(status, {
    ...bareHeaders,
    'Content-Length': '0',
    Connection: 'close',
    ...more,
  });
  response.end();
};

/**
 * Opens a listener for phones at one address. Throws a `bad-request` error where the address can't be
 * used, and `internal` where the page is not built; nothing is left open then.
 */
export async function listenForPhones(options: ListenerOptions): Promise<RoomListener> {
  const { host, now } = options;
  const html = await readRoomPage(options.page);
  const server = createServer({
    maxHeaderSize: 8 * 1024,
    headersTimeout: 10_000,
    requestTimeout: 10_000,
    keepAliveTimeout: 2_000,
    connectionsCheckingInterval: 2_000,
  });
  const connections = new Connections({ now });
  server.on('connection', (socket) => connections.add(socket));
  // Nothing is waited for between here and the handlers: a phone that tries again finds nobody only while the port is closed.
  const port = await listen(server, host, options.port);
  const authority = `${host}:${port}`;
  const page = roomPage(html, authority);
  const identity = new Identity(port, options.key);
  const newCookies = new Buckets({ ...(options.newCookies ?? limits.newCookies), now });
  const phones = new Phones(options);
  // What is a little too long gets a typed error; what is far too long ends the connection unread.
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 8 * maxPhoneMessage,
    perMessageDeflate: false,
  });

  /** Another name is DNS rebinding; another origin is a foreign page. */
  const ours = ({ headers }: IncomingMessage, needsOrigin: boolean) =>
    headers.host === authority &&
    (headers.origin === undefined ? !needsOrigin : headers.origin === `http://${authority}`);

  server.on('request', (request, response) => {
    if (!ours(request, false)) return emptyAnswer(response, 403);
    if ((request.url ?? '').split('?', 1)[0] !== roomPaths.page) return emptyAnswer(response, 404);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return emptyAnswer(response, 405, { Allow: 'GET, HEAD' });
    const known = identity.read(request.headers.cookie) !== null;
    if (!known && !newCookies.take(addressKey(request.socket.remoteAddress)))
      return emptyAnswer(response, 429, { 'Retry-After': '5' });
    response.writeHead(200, {
      ...page.headers,
      'Content-Length': page.body.length,
      ...(!known && { 'Set-Cookie': identity.make() }),
    });
    response.end(request.method === 'HEAD' ? undefined : page.body);
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  server.on('upgrade', (request: IncomingMessage, socket: Socket, first) => {
    const hash = identity.read(request.headers.cookie);
    if (request.url !== roomPaths.socket || !ours(request, true) || hash === null)
      return refuseUpgrade(socket, request.url === roomPaths.socket ? 403 : 404);
    const from = addressKey(socket.remoteAddress);
    sockets.handleUpgrade(request, socket, first, (connected) =>
      phones.attach(connected, hash, from, () => connections.settle(socket)),
    );
  });

  return {
    port,
    authority,
    phones,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      phones.end();
      // The word that the room closes goes out first.
      await new Promise((resolve) => setTimeout(resolve, 150));
      connections.endAll();
      await closed;
    },
  };
}

function refuseUpgrade(socket: Socket, status: 403 | 404): void {
  const headers = Object.entries({ ...bareHeaders, Connection: 'close', 'Content-Length': '0' });
  const words = status === 403 ? 'Forbidden' : 'Not Found';
  socket.end(
    `HTTP/1.1 ${status} ${words}\r\n${headers.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`,
  );
}

type Server = ReturnType<typeof createServer>;

async function listen(server: Server, host: string, wanted: number): Promise<number> {
  if (wanted !== 0) {
    const port = await listenAt(server, host, wanted).catch(() => null);
    if (port !== null) return port;
  }
  return listenAt(server, host, 0);
}

function listenAt(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) =>
      reject(
        new LecternError({
          code: 'bad-request',
          what: `The room can’t be opened at ${host} (${error.code ?? error.message}).`,
          safe: 'Nothing was opened.',
          next: 'Choose another address. The network may have changed.',
        }),
      );
    server.once('error', failed);
    server.listen({ port, host: host.replace(/^\[|\]$/g, ''), exclusive: true }, () => {
      server.off('error', failed);
      server.on('error', () => undefined);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
