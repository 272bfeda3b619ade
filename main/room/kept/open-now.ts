import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { readVersioned } from '../../storage/versioned.ts';
import { roomSession, sessionPath } from './room-session.ts';

/**
 * Host and port of the room that is open on a data folder at this moment; null where none is. Its
 * file says where; whether anything listens there is tried, as a Lectern that was killed closed
 * nothing.
 */
export async function openRoomOf(folder: string): Promise<string | null> {
  const text = await readFile(sessionPath(folder), 'utf8').catch(() => '');
  const read = readVersioned(text, roomSession, 'version', 1);
  if (!read.ok || !read.data.open) return null;
  const { host, port } = read.data;
  const listens = await new Promise<boolean>((resolve) => {
    const socket = connect({ host: host.replace(/^\[|\]$/g, ''), port, timeout: 1_000 });
    socket.once('connect', () => resolve(true));
    for (const event of ['error', 'timeout', 'close'] as const)
      socket.once(event, () => {
        resolve(false);
        socket.destroy();
      });
    socket.once('connect', () => socket.destroy());
  });
  return listens ? `${host}:${port}` : null;
}
