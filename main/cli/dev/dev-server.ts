import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { securityHeaders } from '../../policy/csp.ts';
import { startWebHost } from '../../web/serve.ts';
import { DevAuth, type Refusal } from './dev-auth.ts';
import { developmentHeaders } from './dev-policy.ts';
import { needsRestart } from './needs-restart.ts';

export interface DevServerOptions {
  /** The project's folder. */
  root: string;
  /** Where runs, answers and settings live. */
  folder: string;
  /** Says one line to the person at the terminal. */
  say: (line: string) => void;
  /** Vite's own messages: 'info' tells each update, 'silent' nothing. */
  logLevel?: 'info' | 'warn' | 'silent';
}

export interface DevServer {
  /** The address to open, with the token of this start. */
  url: string;
  /** Ends Vite, the host and compute; saves what is not saved yet. */
  close(): Promise<void>;
}

/** What the page's code may be read from. Not the whole project: `out` holds the runs of whoever tries things out. */
const readable = ['renderer', 'slides', 'labs', 'assets', 'main/contract', 'node_modules'];

/** Packages that only MDX names, which Vite would otherwise find late and load the page again for. */
const foundLate = ['@mdx-js/react', 'react/jsx-dev-runtime'];

/**
 * Starts the web host, and Vite's development server in front of it: the page comes from the sources and follows their changes, its
 * messages go on to the host. Both listen on 127.0.0.1 only, on free ports. Throws where the data folder can't be written or Vite
 * does not start; nothing is left running then.
 */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const { root, folder } = options;
  const host = await startWebHost({ root, folder });
  const server = createServer();
  const close = async (vite: ViteDevServer | null) => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    await vite?.close();
    await host.close();
    server.closeAllConnections();
    await closed;
  };
  try {
    const auth = new DevAuth(await listen(server));
    const vite = await startVite(options, server, auth, {
      target: `http://127.0.0.1:${host.port}`,
      cookie: await sessionCookie(host.url),
    });
    server.on('request', (request, response) => {
      const verdict = auth.authorize(request);
      if (verdict.pass) vite.middlewares(request, response);
      else refuse(response, verdict);
    });
    return { url: auth.url, close: () => close(vite) };
  } catch (error) {
    await close(null);
    throw error;
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1', exclusive: true }, () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
}

function refuse(response: ServerResponse, verdict: Refusal): void {
  response.writeHead(verdict.status, {
    ...securityHeaders,
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    ...verdict.headers,
  });
  response.end(verdict.body);
}

/** Exchanges the host's token, as a browser would. */
async function sessionCookie(url: string): Promise<string> {
  const answer = await fetch(url, { redirect: 'manual' });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`The host answered ${answer.status} and set no cookie.`);
  return cookie;
}

/** Vite inside a server of ours: it then neither listens to signals nor ends the process, which is the command's to do. */
async function startVite(
  { root, say, logLevel = 'warn' }: DevServerOptions,
  server: Server,
  auth: DevAuth,
  host: { target: string; cookie: string },
): Promise<ViteDevServer> {
  // Vite keeps what it finds, and the command line may have been started from a test or a shell that says `production`.
  process.env['NODE_ENV'] = 'development';
  const vite = await import('vite');
  const nonce = randomBytes(16).toString('base64url');
  return vite.createServer({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'renderer'),
    cacheDir: join(root, 'out/dev-cache'),
    mode: 'development',
    appType: 'mpa',
    clearScreen: false,
    logLevel,
    html: { cspNonce: nonce },
    optimizeDeps: { include: foundLate },
    plugins: [restartNotes(root, say)],
    server: {
      middlewareMode: { server },
      hmr: { server },
      cors: false,
      headers: developmentHeaders(nonce),
      // A folder may be a link, as node_modules often is; Vite asks for the file's real place.
      fs: { allow: readable.map((name) => realpathSync(join(root, name))) },
      proxy: {
        '^/rpc$': {
          target: host.target,
          ws: true,
          changeOrigin: true,
          rewriteWsOrigin: true,
          headers: { cookie: host.cookie },
          // The host trusts that cookie, so who asks is looked at here. A plain request has no answer there either.
          bypass: (request, response) => {
            const pass = response === undefined && auth.mayConnect(request);
            return pass ? undefined : false;
          },
        },
      },
    },
  });
}

/** Watches the labs and slides, new files too, and says when a change reaches the screen only after a restart. */
function restartNotes(root: string, say: (line: string) => void): Plugin {
  return {
    name: 'lectern:restart-notes',
    configureServer({ watcher }) {
      watcher.add(['labs', 'slides', 'main'].map((name) => join(root, name)));
      watcher.on('change', (path) => {
        const file = relative(root, path);
        if (needsRestart(file))
          say(`${file} changed. Runs still use the old one: end this command and start it again.`);
      });
    },
  };
}
