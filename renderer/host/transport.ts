import type { MessageChannel } from '../../main/rpc/messages.ts';

/** What the preload puts on `window`: exactly these three names. */
declare global {
  interface Window {
    lectern?: MessageChannel;
  }
}

/** A host that takes a connection and says nothing for so long, in ms, is asked anew. */
const patience = 10_000;

/** Opens the channel to whichever host this is: Electron's preload bridge, or a WebSocket. Rejects where it can't be opened. */
export function openChannel(): Promise<MessageChannel> {
  return window.lectern ? Promise.resolve(window.lectern) : openSocket();
}

/** Whether the host is there and does not know this window: its session ended, or it was never let in. */
export async function isRefused(): Promise<boolean> {
  if (window.lectern) return false;
  const signal = AbortSignal.timeout(patience);
  return fetch('/', { method: 'HEAD', cache: 'no-store', signal }).then(
    ({ status }) => status === 403,
    () => false,
  );
}

/** A WebSocket to the page's own origin. */
function openSocket(): Promise<MessageChannel> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(new URL('/rpc', location.href.replace(/^http/, 'ws')));
    // A browser itself would wait for minutes.
    const limit = setTimeout(() => socket.close(), patience);
    socket.onopen = () => {
      clearTimeout(limit);
      resolve({
        send: (text) => socket.send(text),
        onMessage: (listener) =>
          socket.addEventListener('message', (event) => listener(String(event.data))),
        onClose: (listener) => socket.addEventListener('close', listener),
      });
    };
    socket.onerror = () => {
      clearTimeout(limit);
      reject(new Error('The host did not answer.'));
    };
  });
}
