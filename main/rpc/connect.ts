import {
  createMessageConnection,
  NullLogger,
  ParameterStructures,
  ResponseError,
  type CancellationToken,
} from 'vscode-jsonrpc/node';
import type { z } from 'zod';
import { lecternErrorCode, toErrorData } from '../contract/errors.ts';
import type { EventTable, MethodTable } from '../contract/methods.ts';
import { parsed, refused } from './check.ts';
import { readerAndWriter, type MessageChannel } from './messages.ts';

// The other half of a connection. It runs in a browser too; here Node's half of the library is loaded beside it.
export { connect, type Client } from './client.ts';

/** One handler for each method. It gets parsed parameters; what it returns is parsed on the way out. */
export type Handlers<M extends MethodTable> = {
  [K in keyof M]: (
    params: z.output<M[K]['params']>,
    signal: AbortSignal,
  ) => z.input<M[K]['result']> | Promise<z.input<M[K]['result']>>;
};

export interface Server<E extends EventTable> {
  /** Tells the other side. Data that does not fit the event's schema is a defect: it throws. */
  notify<K extends keyof E>(event: K, data: z.input<E[K]>): void;
  dispose(): void;
}

function abortSignal(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  else token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

/**
 * Answers requests that arrive on `channel` by the method table. An unknown method, a wrong shape or a message over 1 MiB
 * is answered by a typed error and reaches no handler. `onClose` is called once, when the other side is gone.
 */
export function serve<M extends MethodTable, E extends EventTable>(
  channel: MessageChannel,
  methods: M,
  handlers: Handlers<M>,
  events: E,
  onClose: () => void = () => undefined,
): Server<E> {
  const { reader, writer } = readerAndWriter(channel);
  const connection = createMessageConnection(reader, writer, NullLogger);
  let open = true;
  connection.onRequest(async (method: string, params: unknown, token: CancellationToken) => {
    try {
      if (!Object.hasOwn(methods, method))
        throw refused('unknown-method', `There is no method "${method.slice(0, 60)}".`);
      const table = methods[method]!;
      const given = parsed(table.params, params, `The request ${method}`);
      const result = await handlers[method]!(given as never, abortSignal(token));
      return parsed(table.result, result, `The answer to ${method}`);
    } catch (thrown) {
      const data = toErrorData(thrown);
      throw new ResponseError(lecternErrorCode, data.what, data);
    }
  });
  // Notifications from this side's clients carry nothing that is agreed: dropped.
  connection.onNotification(() => undefined);
  connection.onClose(() => {
    open = false;
    onClose();
  });
  connection.onError(() => undefined);
  connection.listen();
  return {
    notify(event, data) {
      if (!open) return;
      const checked = parsed(events[event]!, data, `The event ${String(event)}`);
      void connection
        .sendNotification(String(event), ParameterStructures.byName, checked)
        .catch(() => undefined);
    },
    dispose() {
      open = false;
      connection.dispose();
    },
  };
}
