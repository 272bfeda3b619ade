import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
} from 'vscode-jsonrpc/browser';

/** A two-way stream of whole messages: Electron's preload bridge or a WebSocket. */
export interface Wire {
  send(text: string): void;
  onMessage(listener: (text: string) => void): void;
  onClose(listener: () => void): void;
}

/** What the preload puts on `window`: exactly these three names. */
declare global {
  interface Window {
    lectern?: Wire;
  }
}

export class WireReader extends AbstractMessageReader {
  constructor(private readonly wire: Wire) {
    super();
  }
  listen(callback: DataCallback): Disposable {
    this.wire.onMessage((text) => callback(JSON.parse(text) as Message));
    this.wire.onClose(() => this.fireClose());
    return { dispose: () => undefined };
  }
}

export class WireWriter extends AbstractMessageWriter {
  constructor(private readonly wire: Wire) {
    super();
  }
  async write(message: Message): Promise<void> {
    this.wire.send(JSON.stringify(message));
  }
  end(): void {}
}

/** Opens a WebSocket to the page's own origin. Rejects where it can't be opened. */
export function openSocket(): Promise<Wire> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(new URL('/rpc', location.href.replace(/^http/, 'ws')));
    socket.onopen = () =>
      resolve({
        send: (text) => socket.send(text),
        onMessage: (listener) =>
          socket.addEventListener('message', (event) => listener(String(event.data))),
        onClose: (listener) => socket.addEventListener('close', listener),
      });
    socket.onerror = () => reject(new Error('The host did not answer.'));
  });
}
