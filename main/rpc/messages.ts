import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-jsonrpc/node';
import { lecternErrorCode, type ErrorData } from '../contract/errors.ts';
import { maxMessageLength } from '../contract/methods.ts';

/**
 * Anything that carries whole messages both ways: a WebSocket, a child process's channel, Electron's IPC.
 * `text` is one JSON-RPC message.
 */
export interface MessageChannel {
  send(text: string): void;
  onMessage(listener: (text: string) => void): void;
  onClose(listener: () => void): void;
}

const tooLarge: ErrorData = {
  code: 'too-large',
  what: 'A message between the parts of Lectern was larger than 1 MiB and was refused.',
  safe: 'Nothing was changed.',
  next: 'Ask for less at once: fewer points, shorter text or smaller parameters.',
};
const notUnderstood: ErrorData = {
  code: 'bad-request',
  what: 'A message was not understood: it is not one JSON-RPC 2.0 request, answer or notice.',
  safe: 'Nothing was changed.',
  next: 'Reload the window; if it happens again, restart Lectern.',
};

interface Envelope {
  id: string | number | null;
  /** 'empty': a notice that says nothing; it is dropped without an answer, as all notices are. */
  kind: 'request' | 'notice' | 'empty' | 'answer' | 'other';
}

const isId = (id: unknown): id is string | number =>
  typeof id === 'string' || typeof id === 'number';

/** The library reads `params.id` of a cancellation unasked: without one it throws where nobody can catch it, and the process ends. */
const cancelsNothing = (method: string, params: unknown): boolean =>
  method === '$/cancelRequest' && !isId((params as { id?: unknown } | null | undefined)?.id);

function envelope(message: unknown): Envelope {
  if (typeof message !== 'object' || message === null || Array.isArray(message))
    return { id: null, kind: 'other' };
  const { jsonrpc, id, method, params, result, error } = message as Record<string, unknown>;
  const known = isId(id) ? id : null;
  if (jsonrpc !== '2.0') return { id: known, kind: 'other' };
  if (typeof method === 'string') {
    if (known !== null) return { id: known, kind: 'request' };
    // An id that is neither text nor a number is no id; who sent it waits for an answer all the same.
    if (id !== undefined) return { id: known, kind: 'other' };
    return { id: known, kind: cancelsNothing(method, params) ? 'empty' : 'notice' };
  }
  return {
    id: known,
    kind: known !== null && (result !== undefined || error !== undefined) ? 'answer' : 'other',
  };
}

const refusal = (id: Envelope['id'], data: ErrorData) => ({
  jsonrpc: '2.0',
  id,
  error: { code: lecternErrorCode, message: data.what, data },
});

/** Refuses what is too long or malformed before the library sees it, so that the sender gets a typed error. */
class ChannelReader extends AbstractMessageReader implements MessageReader {
  constructor(private readonly channel: MessageChannel) {
    super();
  }
  listen(callback: DataCallback): Disposable {
    let live = true;
    this.channel.onMessage((text) => {
      if (live) this.take(text, callback);
    });
    this.channel.onClose(() => this.fireClose());
    return { dispose: () => void (live = false) };
  }
  private take(text: string, callback: DataCallback): void {
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      this.channel.send(JSON.stringify(refusal(null, notUnderstood)));
      return;
    }
    const { id, kind } = envelope(message);
    if (kind === 'empty') return;
    if (kind === 'other') this.channel.send(JSON.stringify(refusal(id, notUnderstood)));
    else if (text.length <= maxMessageLength) callback(message as Message);
    else if (kind === 'request') this.channel.send(JSON.stringify(refusal(id, tooLarge)));
    // An answer that is too long becomes a failed one, or whoever asked would wait for ever.
    else if (kind === 'answer') callback(refusal(id, tooLarge) as Message);
  }
}

/** JSON can be nested deeper than it can be written down. */
export const tooDeep = 'What was to be sent is nested too deep to be written down.';

function textOf(message: Message): string {
  try {
    return JSON.stringify(message);
  } catch (error) {
    throw error instanceof RangeError ? new Error(tooDeep) : error;
  }
}

class ChannelWriter extends AbstractMessageWriter implements MessageWriter {
  constructor(private readonly channel: MessageChannel) {
    super();
  }
  async write(message: Message): Promise<void> {
    this.channel.send(textOf(message));
  }
  end(): void {}
}

/** A reader and a writer for `vscode-jsonrpc` over a channel of whole messages. */
export function readerAndWriter(channel: MessageChannel): {
  reader: MessageReader;
  writer: MessageWriter;
} {
  return { reader: new ChannelReader(channel), writer: new ChannelWriter(channel) };
}
