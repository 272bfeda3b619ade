import { EventEmitter } from 'node:events';
import type { ContextBridge, IpcRenderer } from 'electron';
import { expect, it, vi } from 'vitest';

const played = vi.hoisted(() => ({
  exposed: {} as Record<string, Record<string, unknown>>,
  sent: [] as unknown[][],
}));
const ipcRenderer = Object.assign(new EventEmitter(), {
  send: ((...message: unknown[]) => void played.sent.push(message)) satisfies IpcRenderer['send'],
});
vi.doMock('electron', () => ({
  ipcRenderer,
  contextBridge: {
    exposeInMainWorld: (name: string, api: Record<string, unknown>) =>
      void (played.exposed[name] = api),
  } satisfies Pick<ContextBridge, 'exposeInMainWorld'>,
}));

it('the preload exposes three names and no event object', async () => {
  await import('./preload.ts');
  expect(Object.keys(played.exposed)).toEqual(['lectern']);
  const api = played.exposed['lectern'] as {
    send(text: unknown): unknown;
    onMessage(l: (...args: unknown[]) => void): unknown;
    onClose(l: (...args: unknown[]) => void): unknown;
  };
  expect(Object.keys(api).sort()).toEqual(['onClose', 'onMessage', 'send']);
  const heard = vi.fn();
  const closed = vi.fn();
  expect([api.onMessage(heard), api.onClose(closed), api.send({ toString: () => 'text' })]).toEqual(
    [undefined, undefined, undefined],
  );
  ipcRenderer.emit('lectern:message', { sender: 'secret' }, 'hello');
  ipcRenderer.emit('lectern:close', { sender: 'secret' });
  expect(heard.mock.calls).toEqual([['hello']]);
  expect(closed.mock.calls).toEqual([[]]);
  expect(played.sent).toEqual([['lectern:message', 'text']]);
});
