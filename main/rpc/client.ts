import {
  CancellationTokenSource,
  createMessageConnection,
  NullLogger,
  ParameterStructures,
} from 'vscode-jsonrpc';
import type { z } from 'zod';
import { LecternError, toErrorData } from '../contract/errors.ts';
import type { EventTable, MethodTable, ParamsOf, ResultOf } from '../contract/methods.ts';
import { parsed, refused } from './check.ts';
import { readerAndWriter, tooDeep, type MessageChannel } from './messages.ts';

export interface Client<M extends MethodTable> {
  /** Asks the other side. Rejects with a `LecternError`; an aborted `signal` is passed on as `$/cancelRequest`. */
  call<K extends keyof M & string>(
    method: K,
    params: ParamsOf<M, K>,
    signal?: AbortSignal,
  ): Promise<ResultOf<M, K>>;
  /** Ends the connection; whatever still waits is rejected. */
  dispose(): void;
}

/** What hears each event of the other side. */
export type Listeners<E extends EventTable> = {
  [K in keyof E]: (data: z.output<E[K]>) => void;
};

export interface ClientOptions {
  /** Called once, when the other side is gone. Whatever waits for an answer still waits: `dispose` rejects it. */
  onClose?: () => void;
  /** Hears of an event of a wrong shape; it is dropped. */
  onWrongEvent?: (event: string) => void;
  /** The longest message that is taken, in UTF-16 code units; 1 MiB where nothing is said. */
  longest?: number;
}

/**
 * Asks over `channel` by the method table and hears the events of the other side. The same for every process that asks: whoever
 * calls it has loaded the library's half for its platform, `vscode-jsonrpc/node` or `vscode-jsonrpc/browser`.
 */
export function connect<M extends MethodTable, E extends EventTable>(
  channel: MessageChannel,
  methods: M,
  events: E,
  listeners: Listeners<E>,
  { onClose, onWrongEvent, longest }: ClientOptions = {},
): Client<M> {
  const { reader, writer } = readerAndWriter(channel, longest);
  const connection = createMessageConnection(reader, writer, NullLogger);
  connection.onNotification((event: string, data: unknown) => {
    if (!Object.hasOwn(events, event)) return;
    const checked = events[event]!.safeParse(data);
    if (checked.success) listeners[event]!(checked.data as never);
    else onWrongEvent?.(event);
  });
  if (onClose) connection.onClose(onClose);
  connection.onError(() => undefined);
  connection.listen();
  return {
    async call(method, params, signal) {
      const source = new CancellationTokenSource();
      const cancel = () => source.cancel();
      if (signal?.aborted) cancel();
      signal?.addEventListener('abort', cancel, { once: true });
      try {
        const answer = await connection.sendRequest(
          method,
          ParameterStructures.byName,
          params,
          source.token,
        );
        return parsed(methods[method]!.result, answer, `The answer to ${method}`) as never;
      } catch (thrown) {
        // It never left; the library hands on nothing but the sentence.
        if (thrown instanceof Error && thrown.message === tooDeep)
          throw refused('bad-request', tooDeep);
        throw new LecternError(toErrorData(thrown));
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
    dispose: () => connection.dispose(),
  };
}
