import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { initialHostState, type Host, type HostState } from '../../host/host.ts';
import { listenForPresenter, startHeartbeat, type Audience } from './presence.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] }));
afterEach(() => void vi.useRealTimers());

/** Windows of one Lectern that share values at once. */
function lectern() {
  const stores: StoreApi<HostState>[] = [];
  return (): Host => {
    const store = createStore<HostState>(() => ({ ...initialHostState, connection: 'open' }));
    stores.push(store);
    return {
      store,
      call: () => Promise.reject(new Error('Nothing is asked.')),
      report: () => undefined,
      share: (key, value) => {
        for (const one of stores) {
          const { [key]: _before, ...others } = one.getState().shared;
          one.setState({ shared: value === null ? others : { ...others, [key]: value } });
        }
      },
    };
  };
}

it('Safe on stage: a second presenter’s window leaves the first one right, while it is there and when it goes', () => {
  const open = lectern();
  const room = listenForPresenter(open(), () => true);
  let [first, second]: Audience[][] = [[], []];
  const one = startHeartbeat(open(), (now) => (first = now));
  vi.advanceTimersByTime(700);
  const two = startHeartbeat(open(), (now) => (second = now));
  for (let beats = 0; beats < 8; beats += 1) {
    vi.advanceTimersByTime(1500);
    expect([first!.length, second!.length], `after ${beats + 1} half beats`).toEqual([1, 1]);
  }
  two.stop();
  expect(room.presenting()).toBe(true);
  expect(first).toHaveLength(1);
  vi.advanceTimersByTime(9000);
  expect(first).toHaveLength(1);
  one.stop();
  expect(room.presenting()).toBe(false);
});
