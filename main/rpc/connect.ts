import {
  CancellationTokenSource,
  createMessageConnection,
  NullLogger,
  ParameterStructures,
  ResponseError,
  type CancellationToken,
} from 'vscode-jsonrpc/node';
import type { z } from 'zod';
import { lecternErrorCode, LecternError, toErrorData, type ErrorData } from '../contract/errors.ts';
import type { EventTable, MethodTable, ParamsOf, ResultOf } from '../contract/methods.ts';
import { readerAndWriter, tooDeep, type MessageChannel } from './messages.ts';

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

const refused = (code: ErrorData['code'], what: string): LecternError =>
  new LecternError({
    code,
    what,
    safe: 'Nothing was changed.',
    next: 'Reload the window; if it happens again, restart Lectern.',
  });

/** JSON can be nested deeper than any program can follow. */
function read<S extends z.ZodType>(schema: S, value: unknown, what: string) {
  try {
    return schema.safeParse(value);
  } catch (error) {
    if (error instanceof RangeError)
      throw refused('bad-request', `${what} is nested too deep to be read.`);
    throw error;
  }
}

function parsed<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const result = read(schema, value, what);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
  throw refused(
    'bad-request',
    `${what} does not have the agreed form${where}: ${issue?.message ?? 'unknown reason'}`,
  );
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

/** Asks over `channel` by the method table and hears the events of the other side. Events of a wrong shape are dropped. */
export function connect<M extends MethodTable, E extends EventTable>(
  channel: MessageChannel,
  methods: M,
  events: E,
  listeners: { [K in keyof E]: (data: z.output<E[K]>) => void },
): Client<M> {
  const { reader, writer } = readerAndWriter(channel);
  const connection = createMessageConnection(reader, writer, NullLogger);
  connection.onNotification((event: string, data: unknown) => {
    if (!Object.hasOwn(events, event)) return;
    const checked = events[event]!.safeParse(data);
    if (checked.success) listeners[event]!(checked.data as never);
  });
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
