import { expect, test } from 'vitest';
import type { SharedChange } from '../../main/contract/shared-state.ts';
import { createHostStore } from './host.ts';
import { createSharing } from './sharing.ts';

/** Two windows and a host that applies changes in the order they are handed to it. */
function twoWindows() {
  const queue: SharedChange[] = [];
  const open = () => {
    const store = createHostStore();
    const sharing = createSharing(
      store,
      (change) => Promise.resolve(queue.push(change)),
      () => undefined,
    );
    return { store, ...sharing, get: (key: string) => store.getState().shared[key] };
  };
  const [a, b] = [open(), open()];
  return {
    a,
    b,
    queue,
    deliver: () =>
      queue.splice(0).forEach((change) => [a, b].forEach((window) => window.heard(change))),
  };
}

test('a change shows at once here and then in the other window', () => {
  const { a, b, deliver } = twoWindows();
  a.share('place', 'x', false);
  expect(a.get('place')).toBe('x');
  expect(b.get('place')).toBeUndefined();
  deliver();
  expect(b.get('place')).toBe('x');
});

test('windows that change the same value at once end with the same value', () => {
  const { a, b, deliver } = twoWindows();
  a.share('place', 'from a', false);
  b.share('place', 'from b', false);
  deliver();
  expect(a.get('place')).toBe('from b');
  expect(b.get('place')).toBe('from b');
});

test('an own change that is still under way is not undone by the echo of the one before', () => {
  const { a, queue } = twoWindows();
  a.share('n', 1, false);
  a.share('n', 2, false);
  a.heard(queue[0]!);
  expect(a.get('n')).toBe(2);
  a.heard(queue[1]!);
  expect(a.get('n')).toBe(2);
});

test('the echo of an own change leaves what stands as it is, so that nothing is drawn twice', () => {
  const { a, b, deliver, queue } = twoWindows();
  const value = { count: 1 };
  a.share('n', value, false);
  const before = a.store.getState();
  // Over the wire it comes back as another object.
  queue.splice(0, 1, JSON.parse(JSON.stringify(queue[0])) as SharedChange);
  deliver();
  expect(a.store.getState()).toBe(before);
  expect(b.get('n')).toEqual(value);
});

test('the echo brings back what was replaced meanwhile, such as by a class that was opened', () => {
  const { a, deliver } = twoWindows();
  a.share('n', { count: 1 }, false);
  a.store.setState({ shared: {} });
  deliver();
  expect(a.get('n')).toEqual({ count: 1 });
});

test('what is changed while the host is away is shown, and told once it is back', async () => {
  const store = createHostStore();
  const away = new Error('The host is away.');
  const queue: SharedChange[] = [];
  let here = false;
  const sharing = createSharing(
    store,
    (change) => (here ? Promise.resolve(queue.push(change)) : Promise.reject(away)),
    () => undefined,
    (error) => error === away,
  );
  sharing.share('place', 'a', false);
  sharing.share('place', 'b', false);
  sharing.share('gone', null, true);
  await Promise.resolve();
  await Promise.resolve();
  here = true;
  store.setState({ shared: sharing.joined({ place: 'old', gone: 1, other: 2 }) });
  expect(store.getState().shared).toEqual({ place: 'b', other: 2 });
  sharing.sendKept();
  sharing.sendKept();
  expect(queue.map(({ key, value, keep }) => [key, value, keep])).toEqual([
    ['place', 'b', false],
    ['gone', null, true],
  ]);
});

test('null takes a value away', () => {
  const { a, b, deliver } = twoWindows();
  a.share('n', 1, false);
  deliver();
  b.share('n', null, false);
  deliver();
  expect('n' in a.store.getState().shared).toBe(false);
});

test('a change that the host refused is reported and no longer waited for', async () => {
  const store = createHostStore();
  const told: unknown[] = [];
  const { share, heard } = createSharing(
    store,
    () => Promise.reject(new Error('no')),
    (error) => told.push(error),
  );
  share('n', 1, false);
  await Promise.resolve();
  await Promise.resolve();
  expect(told).toHaveLength(1);
  heard({ key: 'n', value: 5, keep: false, by: 'other' });
  expect(store.getState().shared.n).toBe(5);
});
