import { AbstractMessageReader, AbstractMessageWriter, type DataCallback, type Disposable, type Message, type MessageReader, type MessageWriter } from 'vscode-jsonrpc/node';

/**
 * Anything that carries whole messages both ways: a WebSocket, a child process's channel, Electron's IPC.
 * `text` is one JSON-RPC message.
 */
export interface MessageChannel {
  send(text: string): void;
  onMessage(listener: (text: string) => void): void;
  onClose(listener: () => void): void;
}

class ChannelReader extends AbstractMessageReader implements MessageReader {
  constructor(private readonly channel: MessageChannel) {
    super();
  }
  listen(callback: DataCallback): Disposable {
    let live = true;
    this.channel.onMessage((text) => {
      if (!live) return;
      try {
        callback(JSON.parse(text) as Message);
      } catch (error) {
        this.fireError(error);
      }
    });
    this.channel.onClose(() => this.fireClose());
    return { dispose: () => void (live = false) };
  }
}

class ChannelWriter extends AbstractMessageWriter implements MessageWriter {
  constructor(private readonly channel: MessageChannel) {
    super();
  }
  async write(message: Message): Promise<void> {
    this.channel.send(JSON.stringify(message));
  }
  end(): void {}
}

/** A reader and a writer for `vscode-jsonrpc` over a channel of whole messages. */
export function readerAndWriter(channel: MessageChannel): { reader: MessageReader; writer: MessageWriter } {
  return { reader: new ChannelReader(channel), writer: new ChannelWriter(channel) };
}
