import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { LecternError } from '../contract/errors.ts';
import { maxMessageLength } from '../contract/methods.ts';
import { channelPair } from '../services/fixtures/trial-host.ts';
import type { ClientOptions } from './client.ts';
import { connect, serve } from './connect.ts';

const methods = {
  add: { params: z.object({ a: z.number(), b: z.number() }), result: z.number() },
  fail: { params: z.object({ how: z.string() }), result: z.object({}) },
  wait: { params: z.object({}), result: z.string() },
  keep: { params: z.object({ what: z.json() }), result: z.object({}) },
  fill: { params: z.object({ length: z.number() }), result: z.string() },
} as const;
const events = { ticked: z.object({ n: z.number() }) };

function open() {
  const { a, b, close } = channelPair();
  const calls: unknown[] = [];
  const heard: number[] = [];
  let closed = 0;
  const server = serve(
    a,
    methods,
    {
      add: ({ a: x, b: y }) => {
        calls.push([x, y]);
        return x + y;
      },
      fail: ({ how }) => {
        if (how === 'typed')
          throw new LecternError({
            code: 'locked',
            what: 'It is locked.',
            safe: 'All.',
            next: 'Wait.',
          });
        if (how === 'shape') return 'no object' as never;
        throw new TypeError('x is not a function');
      },
      wait: (_params, signal) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve('cancelled'))),
      keep: () => ({}),
      fill: ({ length }) => 'x'.repeat(length),
    },
    events,
    () => closed++,
  );
  return {
    server,
    raw: b,
    close,
    calls,
    heard,
    closedTimes: () => closed,
    client: (options?: ClientOptions) =>
      connect(b, methods, events, { ticked: ({ n }) => heard.push(n) }, options),
  };
}

/** Sends raw text and gives the raw answer. */
const raw = (channel: ReturnType<typeof open>['raw'], text: string) =>
  new Promise<Record<string, never>>((resolve) => {
    channel.onMessage((answer) => resolve(JSON.parse(answer)));
    channel.send(text);
  });

describe('a served channel', () => {
  test('answers plain JSON-RPC 2.0 with parameters by name', async () => {
    expect(
      await raw(open().raw, '{"jsonrpc":"2.0","id":"x","method":"add","params":{"a":1,"b":2}}'),
    ).toEqual({ jsonrpc: '2.0', id: 'x', result: 3 });
  });

  test.each([
    ['{"jsonrpc":"2.0","id":1,"method":"nothing","params":{}}', 1, 'unknown-method'],
    ['{"jsonrpc":"2.0","id":1,"method":"toString","params":{}}', 1, 'unknown-method'],
    ['{"jsonrpc":"2.0","id":1,"method":"__proto__","params":{}}', 1, 'unknown-method'],
    ['{"jsonrpc":"2.0","id":1,"method":"add","params":{"a":1}}', 1, 'bad-request'],
    ['{"jsonrpc":"2.0","id":1,"method":"add","params":{"a":1,"b":"2"}}', 1, 'bad-request'],
    ['{"jsonrpc":"2.0","id":1,"method":"add","params":[1,2]}', 1, 'bad-request'],
    ['{"jsonrpc":"2.0","id":1,"method":"add"}', 1, 'bad-request'],
    ['{"id":1,"method":"add","params":{"a":1,"b":2}}', 1, 'bad-request'],
    ['[{"jsonrpc":"2.0","id":1,"method":"add","params":{"a":1,"b":2}}]', null, 'bad-request'],
    ['{"jsonrpc":"2.0","id":1,', null, 'bad-request'],
    ['null', null, 'bad-request'],
    ['', null, 'bad-request'],
    ['{"jsonrpc":"2.0","id":null,"method":"add","params":{"a":1,"b":2}}', null, 'bad-request'],
    ['{"jsonrpc":"2.0","id":{"x":1},"method":"add","params":{"a":1,"b":2}}', null, 'bad-request'],
  ])('refuses %s', async (text, id, code) => {
    const { raw: channel, calls } = open();
    const answer = await raw(channel, text);
    expect(answer).toMatchObject({
      jsonrpc: '2.0',
      id,
      error: { code: -32000, data: { code, safe: 'Nothing was changed.' } },
    });
    expect(calls).toEqual([]);
  });

  test.each(['', ',"params":null', ',"params":[]', ',"params":{}', ',"params":{"id":{}}'])(
    'outlives a cancellation that names no request%s',
    async (params) => {
      const { raw: channel } = open();
      channel.send(`{"jsonrpc":"2.0","method":"$/cancelRequest"${params}}`);
      expect(
        await raw(channel, '{"jsonrpc":"2.0","id":1,"method":"add","params":{"a":1,"b":2}}'),
      ).toEqual({ jsonrpc: '2.0', id: 1, result: 3 });
    },
  );

  test('never answers an answer, or two ends that did not understand each other would not stop', async () => {
    const { raw: channel } = open();
    const heard: string[] = [];
    channel.onMessage((text) => heard.push(text));
    channel.send('{"jsonrpc":"2.0","id":null,"error":{"code":-32000,"message":"Not understood."}}');
    channel.send('{"jsonrpc":"2.0","id":null,"result":{}}');
    expect(
      await raw(channel, '{"jsonrpc":"2.0","id":1,"method":"add","params":{"a":1,"b":2}}'),
    ).toEqual({ jsonrpc: '2.0', id: 1, result: 3 });
    expect(heard).toHaveLength(1);
  });

  test('refuses what is nested too deep to be read', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(
      await raw(open().raw, `{"jsonrpc":"2.0","id":1,"method":"keep","params":{"what":${deep}}}`),
    ).toMatchObject({
      id: 1,
      error: { data: { code: 'bad-request', what: expect.stringContaining('too deep') } },
    });
  });

  test('refuses a message over 1 MiB and takes one just below', async () => {
    const make = (length: number) => {
      const head = '{"jsonrpc":"2.0","id":1,"method":"add","params":{"a":1,"b":2,"fill":"';
      return `${head}${'x'.repeat(length - head.length - 3)}"}}`;
    };
    expect(await raw(open().raw, make(maxMessageLength))).toMatchObject({ result: 3 });
    const { raw: channel, calls } = open();
    expect(await raw(channel, make(maxMessageLength + 1))).toMatchObject({
      id: 1,
      error: { data: { code: 'too-large' } },
    });
    expect(calls).toEqual([]);
  });

  test('hears that the other side is gone, and tells it nothing more', () => {
    const { close, closedTimes, server } = open();
    close();
    server.notify('ticked', { n: 1 });
    expect(closedTimes()).toBe(1);
  });
});

describe('a client', () => {
  test('gets typed errors; a defect never shows a stack', async () => {
    const client = open().client();
    await expect(client.call('fail', { how: 'typed' })).rejects.toMatchObject({
      data: { code: 'locked', what: 'It is locked.' },
    });
    await expect(client.call('fail', { how: 'shape' })).rejects.toMatchObject({
      data: { code: 'bad-request' },
    });
    const defect = await client
      .call('fail', { how: 'defect' })
      .catch((error: LecternError) => error.data);
    expect(defect).toMatchObject({ code: 'internal' });
    expect(JSON.stringify(defect)).not.toMatch(/\.ts:\d+/);
    expect(await client.call('add', { a: 1, b: 2 })).toBe(3);
  });

  test('gets an error for an answer over 1 MiB instead of waiting for ever', async () => {
    await expect(open().client().call('fill', { length: maxMessageLength })).rejects.toMatchObject({
      data: { code: 'too-large' },
    });
  });

  test('gets a typed error for what is nested too deep to be sent', async () => {
    const what = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as never;
    await expect(open().client().call('keep', { what })).rejects.toMatchObject({
      data: { code: 'bad-request', what: expect.stringContaining('too deep') },
    });
  });

  test('passes an abort on, also one that came before', async () => {
    const client = open().client();
    const controller = new AbortController();
    const waiting = client.call('wait', {}, controller.signal);
    setImmediate(() => controller.abort());
    expect(await waiting).toBe('cancelled');
  });

  test('hears events that fit and none that do not', async () => {
    const { server, raw: channel, client, heard } = open();
    client();
    server.notify('ticked', { n: 1 });
    expect(() => server.notify('ticked', { n: 'one' } as never)).toThrow(LecternError);
    channel.send('ignored');
    // Messages keep their order: when this one is heard, those before it have been let in or not.
    server.notify('ticked', { n: 2 });
    await vi.waitFor(() => expect(heard).toContain(2));
    expect(heard).toEqual([1, 2]);
  });

  test('rejects what still waits when it is disposed', async () => {
    const client = open().client();
    const waiting = client.call('wait', {});
    setImmediate(() => client.dispose());
    await expect(waiting).rejects.toBeInstanceOf(LecternError);
  });

  test('says once that the other side is gone; what waits is rejected when it is disposed', async () => {
    const { client: make, close } = open();
    const onClose = vi.fn(() => client.dispose());
    const client = make({ onClose });
    const waiting = client.call('wait', {});
    setImmediate(() => {
      close();
      close();
    });
    await expect(waiting).rejects.toBeInstanceOf(LecternError);
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  test('that is disposed leaves its channel to the next one, which alone answers', async () => {
    const { a, b } = channelPair();
    const refusals: string[] = [];
    a.onMessage((text) => refusals.push(text));
    const ticked = vi.fn();
    connect(b, methods, events, { ticked }).dispose();
    connect(b, methods, events, { ticked });
    a.send('no message');
    a.send('{"jsonrpc":"2.0","method":"ticked","params":{"n":1}}');
    await vi.waitFor(() => expect(ticked).toHaveBeenCalled());
    await vi.waitFor(() => expect(refusals).not.toEqual([]));
    await new Promise(setImmediate);
    expect(refusals).toHaveLength(1);
    expect(ticked).toHaveBeenCalledTimes(1);
  });

  test('tells of an event of a wrong shape, and of no event that is not agreed', async () => {
    const { a, b } = channelPair();
    const heard: number[] = [];
    const wrong: string[] = [];
    const listeners = { ticked: ({ n }: { n: number }) => void heard.push(n) };
    connect(b, methods, events, listeners, { onWrongEvent: (event) => wrong.push(event) });
    a.send('{"jsonrpc":"2.0","method":"ticked","params":{"n":"one"}}');
    a.send('{"jsonrpc":"2.0","method":"toString","params":{}}');
    a.send('{"jsonrpc":"2.0","method":"ticked","params":{"n":2}}');
    await vi.waitFor(() => expect(heard).toEqual([2]));
    expect(wrong).toEqual(['ticked']);
  });

  test('takes longer answers where it was told to', async () => {
    const client = open().client({ longest: Infinity });
    expect(await client.call('fill', { length: maxMessageLength })).toHaveLength(maxMessageLength);
  });
});
