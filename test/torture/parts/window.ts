import { WebSocket } from 'ws';
import { openWindow, type TrialWindow } from '../../../main/services/fixtures/trial-host.ts';

/** A window's connection to a real web host, without a browser. */
export interface JoinedWindow extends TrialWindow {
  socket: WebSocket;
  /** The session's cookie, as a request carries it. */
  cookie: string;
  close(): void;
}

/** Exchanges the printed address for the session's cookie. It works once for each host. */
export async function cookieFrom(url: string): Promise<string> {
  const answer = await fetch(url, { redirect: 'manual' });
  const cookie = answer.headers.get('set-cookie');
  if (!cookie) throw new Error(`the host answered ${answer.status} and gave no session`);
  return cookie.split(';')[0]!;
}

/** Opens a socket as a window of that session does. */
export function openSocket(origin: string, cookie: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, {
      headers: { cookie, origin },
    });
    socket.once('open', () => resolve(socket)).once('error', reject);
  });
}

/** Joins a host; with a cookie where the address was used already. */
export async function joinHost(url: string, known: string | null = null): Promise<JoinedWindow> {
  const { origin } = new URL(url);
  const cookie = known ?? (await cookieFrom(url));
  const socket = await openSocket(origin, cookie);
  socket.on('error', () => undefined);
  const window = openWindow({
    attach(channel) {
      channel.onMessage((text) => socket.send(text));
      socket.on('message', (data) => channel.send(String(data)));
    },
  });
  return { ...window, socket, cookie, close: () => socket.terminate() };
}

/** Rejects with what was waited for when it takes longer. */
export async function within<T>(ms: number, what: string, waiting: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>(
    (_, reject) =>
      (timer = setTimeout(() => reject(new Error(`${what} took more than ${ms / 1000} s`)), ms)),
  );
  try {
    return await Promise.race([waiting, late]);
  } finally {
    clearTimeout(timer);
  }
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
export const ended = ({ status }: { status: string }) =>
  status !== 'queued' && status !== 'running';
