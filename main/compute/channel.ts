import type { MessageChannel } from '../rpc/messages.ts';

/** Electron's utility process has its own port; its messages come wrapped in an event. */
interface ParentPort {
  postMessage(text: string): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/**
 * The channel to whoever started this process: Electron's `utilityProcess` or Node's `fork`.
 * Throws where it was started by neither.
 */
export function parentChannel(): MessageChannel {
  const { parentPort } = process as { parentPort?: ParentPort };
  if (parentPort) {
    return {
      send: (text) => parentPort.postMessage(text),
      onMessage: (listener) => parentPort.on('message', (event) => listener(String(event.data))),
      // Electron ends a utility process together with its parent.
      onClose: () => undefined,
    };
  }
  if (!process.send) throw new Error('The compute process is started by Lectern, not by hand.');
  return {
    send: (text) => void process.send?.(text, undefined, undefined, () => undefined),
    onMessage: (listener) => void process.on('message', (text) => listener(String(text))),
    onClose: (listener) => void process.on('disconnect', listener),
  };
}
