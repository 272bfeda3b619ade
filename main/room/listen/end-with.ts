import type { WebSocket } from 'ws';
import { closeCodes } from '../../contract/room-wire.ts';

/** So long, in ms, the other side has to read why. One that does not read would keep its place otherwise. */
const patienceMs = 500;

/** Ends a connection and says why. */
export function endWith(socket: WebSocket, why: keyof typeof closeCodes): void {
  socket.close(closeCodes[why]);
  setTimeout(() => socket.terminate(), patienceMs).unref();
}
