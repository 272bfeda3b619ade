import { expect, test, vi } from 'vitest';
import { defaultSettings, emptyLearner } from '../../main/contract/learner.ts';
import type { AppInfo } from '../../main/contract/methods.ts';
import { connectHost } from './connect.ts';
import type { Wire } from './transport.ts';

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
  'run.page': { runs: [], remarks: {}, next: null },
};

/** A host that answers what it is asked when it is told to. */
function playedHost() {
  const asked: { id: number; method: string }[] = [];
  let hear: (text: string) => void = () => undefined;
  const wire: Wire = {
    send: (text) => void asked.push(JSON.parse(text) as { id: number; method: string }),
    onMessage: (listener) => void (hear = listener),
    onClose: () => undefined,
  };
  return {
    wire,
    asked,
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

test('what the host tells before it has answered everything is not undone by an older answer', async () => {
  const played = playedHost();
  const { store } = connectHost(() => Promise.resolve(played.wire));
  await vi.waitFor(() => expect(played.asked).toHaveLength(5));
  played.answer('app.info');
  played.tell('app.changed', info(ready));
  played.answer('stage.get');
  played.tell('stage.changed', { key: 'pen', value: 'new', keep: true, by: 'another window' });
  for (const method of ['settings.get', 'learner.get', 'run.page']) played.answer(method);
  await vi.waitFor(() => expect(store.getState().listed).toBe(true));
  expect(store.getState().info?.compute).toEqual(ready);
  expect(store.getState().shared).toEqual({ pen: 'new' });
});
