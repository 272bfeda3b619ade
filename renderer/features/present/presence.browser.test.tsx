import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { initialHostState, type Host, type HostState } from '../../host/host.ts';
import { createAddressStore } from '../../model/address/address-store.ts';
import type { Known } from '../../model/address/address.ts';
import { listenForPresenter, presenterKey, startHeartbeat, type Audience } from './presence.ts';

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

const known: Known = {
  slides: [{ id: 'a', steps: 1 }],
  labs: { lab: { presets: [], parameters: z.object({}), steps: null } },
};

/** A window at a place. */
const window = (place: string) =>
  createAddressStore(known, {
    read: () => `#/${place}`,
    write: () => undefined,
    listen: () => undefined,
  });

it('Safe on stage: a second presenter’s window leaves the first one right, while it is there and when it goes', () => {
  const open = lectern();
  const room = listenForPresenter(open(), window('slides/a'));
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

it('the word of a presenter’s window that hangs is taken back after 90 s; that of one which is there stays', () => {
  vi.useFakeTimers({
    toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'Date'],
  });
  const open = lectern();
  const host = open();
  const said = () => host.store.getState().shared[presenterKey];
  listenForPresenter(host, window('slides/a'));
  host.share(presenterKey, Date.now(), false);
  vi.advanceTimersByTime(89_000);
  expect(said()).toBeDefined();
  vi.advanceTimersByTime(2_000);
  expect(said()).toBeUndefined();
  const presenter = startHeartbeat(open(), () => undefined);
  for (let seconds = 0; seconds < 200; seconds += 1) {
    vi.advanceTimersByTime(1_000);
    expect(said(), `after ${seconds} s`).toBeDefined();
  }
  // Also one that was so slow that its word was taken back.
  host.share(presenterKey, null, false);
  expect(said()).toBeDefined();
  presenter.stop();
  expect(said()).toBeUndefined();
});

it('The picture: the presenter hears at once what a window shows, also where that is no part of the lecture', () => {
  const open = lectern();
  const addresses = window('slides/a');
  listenForPresenter(open(), addresses);
  listenForPresenter(open(), window('present'));
  let heard: Audience[] = [];
  const presenter = startHeartbeat(open(), (now) => (heard = now));
  expect(heard.map(({ view }) => view)).toEqual(['slide']);
  for (const [place, view] of [
    ['slides/a?lab=lab', 'beside'],
    ['labs/lab', 'lab'],
    ['notebook', 'elsewhere'],
    ['slides/a', 'slide'],
  ]) {
    addresses.open(`#/${place}`);
    expect(
      heard.map((one) => one.view),
      place,
    ).toEqual([view]);
  }
  presenter.stop();
});
