import { expect, test, vi } from 'vitest';
import { defaultSettings, emptyLearner } from '../../main/contract/learner.ts';
import type { AppInfo } from '../../main/contract/methods.ts';
import { closedRoom } from '../../main/contract/room.ts';
import { cardsOf } from './card-cache.ts';
import { connectHost } from './connect.ts';
import type { MessageChannel } from '../../main/rpc/messages.ts';

const info = (compute: AppInfo['compute']) => ({
  version: '1',
  host: 'web',
  dataFolder: '/',
  compute,
  notices: [],
  offered: null,
});
const ready: AppInfo['compute'] = {
  state: 'ready',
  pid: 1,
  info: {
    backend: 'tensorflow',
    threads: 1,
    versions: { tfjs: '4', tensorflow: '2', node: '20' },
    fallbackReason: null,
  },
};
const answers: Record<string, unknown> = {
  'app.info': info({ state: 'starting' }),
  'settings.get': defaultSettings,
  'learner.get': emptyLearner,
  'stage.get': { pen: 'old' },
  'class.list': { current: null, offered: false, earlier: [] },
  'report.list': [],
  'room.get': closedRoom,
  'run.page': { runs: [], annotations: {}, next: null },
};

/** A host that answers what it is asked when it is told to. */
function playedHost() {
  const asked: { id: number; method: string }[] = [];
  let hear: (text: string) => void = () => undefined;
  let close: () => void = () => undefined;
  const wire: MessageChannel = {
    send: (text) => void asked.push(JSON.parse(text) as { id: number; method: string }),
    onMessage: (listener) => void (hear = listener),
    onClose: (listener) => void (close = listener),
  };
  return {
    wire,
    asked,
    say: (text: string) => hear(text),
    close: () => close(),
    tell: (method: string, params: unknown) =>
      hear(JSON.stringify({ jsonrpc: '2.0', method, params })),
    answer: (method: string) =>
      hear(
        JSON.stringify({
          jsonrpc: '2.0',
          id: asked.find((one) => one.method === method)!.id,
          result: answers[method],
        }),
      ),
  };
}

/** Answers everything that a window asks when it opens. */
async function opened(played: ReturnType<typeof playedHost>) {
  await vi.waitFor(() => expect(played.asked).toHaveLength(Object.keys(answers).length));
  for (const method of Object.keys(answers)) played.answer(method);
}

test('what the host tells before it has answered everything is not undone by an older answer', async () => {
  const played = playedHost();
  const { store } = connectHost(() => Promise.resolve(played.wire));
  await vi.waitFor(() => expect(played.asked).toHaveLength(Object.keys(answers).length));
  played.answer('app.info');
  played.tell('app.changed', info(ready));
  played.answer('stage.get');
  played.tell('stage.changed', { key: 'pen', value: 'new', keep: true, by: 'another window' });
  for (const method of [
    'settings.get',
    'learner.get',
    'class.list',
    'report.list',
    'room.get',
    'run.page',
  ])
    played.answer(method);
  await vi.waitFor(() => expect(store.getState().listed).toBe(true));
  expect(store.getState().info?.compute).toEqual(ready);
  expect(store.getState().shared).toEqual({ pen: 'new' });
});

test('who waits for an answer hears that the host is gone, and the window connects again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  try {
    const [first, second] = [playedHost(), playedHost()];
    const channels = [first.wire, second.wire];
    const host = connectHost(() => Promise.resolve(channels.shift()!));
    const { store, call } = host;
    const cards = cardsOf(host);
    await opened(first);
    await vi.waitFor(() => expect(store.getState().connection).toBe('open'));
    const waiting = [call('data.size', {}), cards.get('run-1-aaaa')];
    first.close();
    for (const one of waiting)
      await expect(one).rejects.toMatchObject({ data: { code: 'internal' } });
    expect(store.getState().connection).toBe('lost');
    await expect(call('data.size', {})).rejects.toMatchObject({ data: { code: 'internal' } });
    vi.advanceTimersByTime(1000);
    await opened(second);
    await vi.waitFor(() => expect(store.getState().connection).toBe('open'));
    void cards.get('run-1-aaaa');
    await vi.waitFor(() => expect(second.asked.at(-1)).toMatchObject({ method: 'run.get' }));
  } finally {
    vi.useRealTimers();
  }
});

test('what is no message, or an event of a wrong shape, does no harm', async () => {
  const played = playedHost();
  const { store } = connectHost(() => Promise.resolve(played.wire));
  await opened(played);
  played.say('no JSON');
  played.tell('settings.changed', { theme: 'plaid' });
  await vi.waitFor(() => expect(store.getState().problem?.what).toContain('settings.changed'));
  played.tell('app.changed', info(ready));
  await vi.waitFor(() => expect(store.getState().info?.compute).toEqual(ready));
});
