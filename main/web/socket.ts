import type { WebSocket } from 'ws';
import { maxMessageLength } from '../contract/methods.ts';
import type { MessageChannel } from '../rpc/messages.ts';

/**
 * The most a frame may hold, in bytes. Above `maxMessageLength`, so that a message that is merely too long is answered by a
 * typed error; what is far beyond closes the connection before it is read.
 */
export const maxFrameBytes = 4 * maxMessageLength;
/** A window that has not read so much of what was sent to it is given up: it would fill the host's memory. */
const maxUnreadBytes = 64 * 1024 * 1024;

/** One window's WebSocket as a channel of whole messages. */
export function socketChannel(socket: WebSocket): MessageChannel {
  // An oversized or broken frame shows as an error followed by the close: there is nothing else to do about it.
  socket.on('error', () => undefined);
  return {
    send(text) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > maxUnreadBytes) socket.terminate();
      else socket.send(text);
    },
    onMessage: (listener) => void socket.on('message', (data) => listener(String(data))),
    onClose: (listener) => void socket.on('close', listener),
  };
}
