import type { Page } from '@playwright/test';
import { WebSocket } from 'ws';
import type { HostProcess } from './host-process.ts';

/** Asks once over a WebSocket with the window's own cookie. */
export async function askOnce(
  host: HostProcess,
  cookie: string,
  method: string,
  params: object,
): Promise<unknown> {
  const socket = new WebSocket(`${host.origin.replace('http', 'ws')}/rpc`, {
    headers: { cookie, origin: host.origin },
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  try {
    return await new Promise((resolve, reject) => {
      socket.on('message', (data) => {
        const message = JSON.parse(String(data)) as {
          id?: number;
          result?: unknown;
          error?: { message: string };
        };
        if (message.id !== 1) return;
        if (message.error) reject(new Error(message.error.message));
        else resolve(message.result);
      });
      socket.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }));
    });
  } finally {
    socket.close();
  }
}

/** The page's own cookie, which lets it ask. */
export const cookieOf = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
