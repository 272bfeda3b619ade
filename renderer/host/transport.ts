import type { MessageChannel } from '../../main/rpc/messages.ts';

/** What the preload puts on `window`: exactly these three names. */
declare global {
  interface Window {
    lectern?: MessageChannel;
  }
}

/** Opens the channel to whichever host this is: Electron's preload bridge, or a WebSocket. Rejects where it can't be opened. */
export function openChannel(): Promise<MessageChannel> {
  return window.lectern ? Promise.resolve(window.lectern) : openSocket();
}

/** A host that was just started may take a request and never answer it: then it is asked again. */
const answerMs = 15_000;

/** Whether the host is there and does not know this window: its session ended, or it was never let in. */
export async function isRefused(): Promise<boolean> {
  if (window.lectern) return false;
  const signal = AbortSignal.timeout(answerMs);
  return fetch('/', { method: 'HEAD', cache: 'no-store', signal }).then(
    ({ status }) => status === 403,
    () => false,
  );
}

/** A WebSocket to the page's own origin. */
function openSocket(): Promise<MessageChannel> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(new URL('/rpc', location.href.replace(/^http/, 'ws')));
    const late = setTimeout(() => socket.close(), answerMs);
    socket.onopen = () => {
      clearTimeout(late);
      resolve({
        send: (text) => socket.send(text),
        onMessage: (listener) =>
          socket.addEventListener('message', (event) => listener(String(event.data))),
        onClose: (listener) => socket.addEventListener('close', listener),
      });
    };
    socket.onerror = () => reject(new Error('The host did not answer.'));
  });
}
