import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-jsonrpc';
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
  /** 'empty': what needs no answer and says nothing: it is dropped. */
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
  const { jsonrpc, id: given, method, params, result, error } = message as Record<string, unknown>;
  const id = isId(given) ? given : null;
  const known = id !== null;
  if (jsonrpc !== '2.0') return { id, kind: 'other' };
  if (typeof method === 'string') {
    if (known) return { id, kind: 'request' };
    // An id that is neither text nor a number is no id; who sent it waits for an answer all the same.
    if (given !== undefined) return { id, kind: 'other' };
    return { id, kind: cancelsNothing(method, params) ? 'empty' : 'notice' };
  }
  if (result === undefined && error === undefined) return { id, kind: 'other' };
  // An answer to nobody is not answered: the other side refuses so what it could not read, and the two would never stop.
  return { id, kind: known ? 'answer' : 'empty' };
}

const refusal = (id: Envelope['id'], data: ErrorData) => ({
  jsonrpc: '2.0',
  id,
  error: { code: lecternErrorCode, message: data.what, data },
});

/** Refuses what is too long or malformed before the library sees it, so that the sender gets a typed error. */
class ChannelReader extends AbstractMessageReader implements MessageReader {
  private live = true;
  constructor(
    private readonly channel: MessageChannel,
    private readonly longest: number,
  ) {
    super();
  }
  listen(callback: DataCallback): Disposable {
    this.channel.onMessage((text) => {
      if (this.live) this.take(text, callback);
    });
    this.channel.onClose(() => this.fireClose());
    return this;
  }
  /** A channel may outlive a connection, as Electron's bridge does: the one that is over must not answer beside the next. */
  override dispose(): void {
    this.live = false;
    super.dispose();
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
    else if (text.length <= this.longest) callback(message as Message);
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

/** A reader and a writer for `vscode-jsonrpc` over a channel of whole messages. A text longer than `longest` is refused. */
export function readerAndWriter(
  channel: MessageChannel,
  longest = maxMessageLength,
): { reader: MessageReader; writer: MessageWriter } {
  return { reader: new ChannelReader(channel, longest), writer: new ChannelWriter(channel) };
}
