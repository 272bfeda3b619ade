import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import { LecternError } from '../contract/errors.ts';
import type { OpenRoom } from '../contract/room.ts';
import { withFallback } from '../policy/compute-env.ts';
import { securityHeaders } from '../policy/csp.ts';
import { webRequestAllowed } from '../policy/origin.ts';
import type { LabCatalog } from '../compute/lab-catalog.ts';
import type { ComputeChild } from '../services/compute/compute-child.ts';
import type { Opened } from '../services/host-options.ts';
import { createHost, type LecternHost } from '../services/host.ts';
import { ownVersion } from '../services/runs/one-run.ts';
import { spawnCompute } from '../services/compute/spawn-compute.ts';
import { dataFolder } from '../storage/data-folder.ts';
import type { Write } from '../storage/write.ts';
import { forgetSessions, keepSessions, keptSessions, lastPort } from './kept-sessions.ts';
import { pages } from './pages.ts';
import { Session } from './session.ts';
import { showFolder } from './show-folder.ts';
import { maxFrameBytes, socketChannel } from './socket.ts';
import { lectureFile } from './lecture-files.ts';

export interface WebHostOptions {
  /** The program's own folder. */
  root: string;
  /** 0 or left out: the one of last time where it is free, else any free one. */
  port?: number;
  /** Shows the data folder in the system's file manager when a window asks for it. */
  fileManager?: boolean;
  catalog?: LabCatalog;
  spawnCompute?: (fallbackReason?: string) => ComputeChild;
  /** The built pages; `out/renderer` where left out. */
  pagesFolder?: string;
  /** Where runs, answers and settings live; the person's data folder where left out. */
  folder?: string;
  /** A lecture's folder to open instead of the lecture that comes with Lectern. */
  lecture?: string | undefined;
  write?: Write;
}

export interface WebHost {
  /** The address to open, with the token of this launch. */
  url: string;
  port: number;
  /** Resolves when the runs are read and windows are let in; until then they get their pages and wait. Rejects where that can't be. */
  whole: Promise<void>;
  /** Tells of a new address: all sessions were ended. */
  onAddress(listener: (url: string) => void): void;
  /** Opens the room to phones at the likely address. Throws a `bad-request` error where that can't be. */
  openRoom(): Promise<OpenRoom>;
  /** Closes every window's connection, saves what is not saved yet and ends compute. */
  close(): Promise<void>;
}

const address = '127.0.0.1';

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = error.code === 'EADDRINUSE';
      const what = busy
        ? `Port ${port} is in use by another program.`
        : `Port ${port} can't be used on this computer (${error.code ?? error.message}).`;
      reject(
        new LecternError({
          code: 'bad-request',
          what,
          safe: 'Nothing was changed.',
          next: 'Name another port with --port, or leave --port out and a free one is taken.',
        }),
      );
    });
    server.listen({ port, host: address, exclusive: true }, () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
}

/** The port that was asked for; else that of last time, so that windows of then find the host again. */
async function listenAgain(server: Server, asked: number, folder: string): Promise<number> {
  const last = asked === 0 ? await lastPort(folder) : null;
  if (last !== null) {
    const port = await listen(server, last).catch(() => null);
    if (port !== null) return port;
  }
  return listen(server, asked);
}

function answer(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    ...securityHeaders,
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

function refuseUpgrade(socket: Socket): void {
  const headers = Object.entries({
    ...securityHeaders,
    Connection: 'close',
    'Content-Length': '0',
  });
  socket.end(
    `HTTP/1.1 403 Forbidden\r\n${headers.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`,
  );
}

const head = ({ headers }: IncomingMessage) => ({ host: headers.host, origin: headers.origin });

/** Answers one request. Host and Origin are looked at before the token, so that a foreign page can't use it up. */
async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  session: Session,
  folder: string,
  { lecture, kept }: Opened,
): Promise<void> {
  if (!webRequestAllowed(head(request), port, false)) return answer(response, 403, pages.foreign);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return answer(response, 405, pages.method, { Allow: 'GET, HEAD' });
  // Not `new URL`: it would resolve `..` before the path policy has seen it.
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const token = path === '/' ? new URLSearchParams(query).get('token') : null;
  const known = session.knows(request.headers.cookie);
  if (token !== null && !known) {
    if (request.method === 'HEAD') return answer(response, 403, pages.noSession);
    const exchanged = session.exchange(token);
    if ('refused' in exchanged)
      return answer(
        response,
        403,
        exchanged.refused === 'used' ? pages.usedToken : pages.wrongToken,
      );
    return answer(response, 303, '', { Location: '/', 'Set-Cookie': exchanged.cookie });
  }
  if (!known) return answer(response, 403, pages.noSession);
  // The token leaves the address bar, where it would be read over a shoulder or copied with a link.
  if (token !== null) return answer(response, 303, '', { Location: '/' });
  const file = await lectureFile(lecture, folder, path, kept());
  if (!file) return answer(response, 404, path === '/' ? pages.notBuilt : pages.missing);
  answer(response, 200, file.body, { 'Content-Type': file.type, 'Cache-Control': file.cache });
}

interface Doors {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  upgrade(request: IncomingMessage, socket: Socket, first: Buffer): void;
}

/**
 * Takes what comes to the server from its first moment on, and hands it over once there is somebody to answer. A window of the last
 * host tries again each second: what Node gives to nobody, it would wait for without end.
 */
function holdUntilItStands(server: Server): (doors: Doors) => void {
  let stands!: (doors: Doors) => void;
  const opened = new Promise<Doors>((resolve) => (stands = resolve));
  server.on('request', (request, response) => {
    opened.then((doors) => doors.answer(request, response)).catch(() => response.destroy());
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  server.on('upgrade', (request: IncomingMessage, socket: Socket, first: Buffer) => {
    socket.on('error', () => socket.destroy());
    void opened.then((doors) => doors.upgrade(request, socket, first));
  });
  return stands;
}

/**
 * Serves the app to a browser on this computer, and to nobody else. It is there as soon as pages can be served; thousands of runs are
 * read while the browser draws its first slide. Throws a `bad-request` error where the port is taken and a `storage` error where the
 * data folder can't be written; nothing is left running then.
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const {
    root,
    fileManager = false,
    pagesFolder = join(options.root, 'out', 'renderer'),
  } = options;
  const catalog = options.catalog ?? (await import('../compute/catalog.ts')).catalog;
  const server = createServer();
  const stands = holdUntilItStands(server);
  const folder = options.folder ?? dataFolder();
  const port = await listenAgain(server, options.port ?? 0, folder);
  let keeping = Promise.resolve();
  const session = new Session(port, await keptSessions(folder, port, Date.now()), (browsers) => {
    keeping = keeping.then(() => keepSessions(folder, port, browsers, Date.now()));
  });
  // The port is known to the next start also where nobody came in.
  session.keepNow();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes });
  let told: (url: string) => void = () => undefined;
  const urlOf = () => `http://${address}:${port}/?token=${session.token}`;
  const version = await ownVersion(root);
  let opened!: (opened: Opened) => void;
  const opening = new Promise<Opened>((resolve) => (opened = resolve));
  const hosted = createHost({
    root,
    kind: 'web',
    firstSlideFirst: true,
    onOpened: opened,
    catalog,
    version,
    folder: options.folder,
    write: options.write,
    lecture: options.lecture,
    showFolder: fileManager ? showFolder : undefined,
    endSessions: () => {
      session.endAll();
      keeping = keeping.then(() => forgetSessions(folder, port));
      told(urlOf());
      // The answer goes out first.
      setTimeout(() => {
        for (const socket of sockets.clients) socket.close(1008);
      }, 200).unref();
    },
    spawnCompute:
      options.spawnCompute ?? ((reason) => spawnCompute(root, withFallback(process.env, reason))),
  }).catch((error: unknown) => {
    server.close();
    server.closeAllConnections();
    throw error;
  });
  const whole = hosted.then(() => undefined);
  // Whoever opens the host hears of it; a host that is closed before that needs nobody to.
  whole.catch(() => undefined);
  // A host that is whole has been opened: what can come first is only that it can't be.
  const served = await Promise.race([opening, hosted.then(() => opening)]);
  stands({
    answer: (request, response) => handle(request, response, port, session, pagesFolder, served),
    upgrade(request, socket, first) {
      const allowed =
        request.url === '/rpc' &&
        webRequestAllowed(head(request), port, true) &&
        session.knows(request.headers.cookie);
      if (!allowed) return refuseUpgrade(socket);
      const letIn = (host: LecternHost) =>
        sockets.handleUpgrade(request, socket, first, (connected) =>
          host.attach(socketChannel(connected)),
        );
      hosted.then(letIn, () => socket.destroy());
    },
  });
  return {
    url: urlOf(),
    port,
    whole,
    onAddress: (listener) => void (told = listener),
    openRoom: async () => (await hosted).openRoom(),
    async close() {
      const host = await hosted.catch(() => null);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets.clients) socket.close(1001);
      await Promise.all([host?.close(), keeping]);
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await closed;
    },
  };
}
