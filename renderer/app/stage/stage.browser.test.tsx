import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react/pure';
import { defaultSettings, type Use } from '../../../main/contract/learner.ts';
import type { SharedValues } from '../../../main/contract/shared-state.ts';
import { memoryHost } from '../../../test/components/memory-host.tsx';
import type { AddressStore } from '../../model/address/address-store.ts';
import { useStartKey } from './use-start-key.ts';
import { useWakeLock } from './use-wake-lock.ts';
import { whoGives } from './who-gives.ts';

const at = (address: object) => ({ getState: () => ({ address }) }) as unknown as AddressStore;
const slides = at({ room: 'slides', slide: 'a', step: 1, lab: null });
const notebook = at({ room: 'notebook', run: null });
const window = (own: AddressStore, use?: Use, shared: SharedValues = {}, presenting = false) => {
  const settings = { ...defaultSettings, ...(use && { use }) };
  const { gives, shows } = whoGives(memoryHost({ settings, shared }), own, () => presenting);
  return [gives(), shows()];
};

it('a lecture is given with a presenter’s window, with the notes beside the slide, and by who said that they present', () => {
  expect(window(slides)).toEqual([false, false]);
  expect(window(slides, 'alone')).toEqual([false, false]);
  expect(window(slides, 'present')).toEqual([true, true]);
  expect(window(slides, 'look', { 'lecture/panel': true })).toEqual([true, true]);
  expect(window(notebook, 'look', {}, true)).toEqual([true, true]);
  expect(window(at({ room: 'present' }))).toEqual([true, true]);
  // Nobody else looks at the notebook of who will present: its screen may go off.
  expect(window(notebook, 'present')).toEqual([true, false]);
});

describe('the wake lock', () => {
  /** Those that were asked for. The system may release one at any time. */
  let locks: { released: boolean; release: () => Promise<void> }[] = [];
  const held = () => locks.filter(({ released }) => !released).length;
  beforeEach(() => {
    locks = [];
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const request = () => {
      const lock = {
        released: false,
        release: () => {
          lock.released = true;
          return Promise.resolve();
        },
      };
      locks.push(lock);
      return Promise.resolve(lock);
    };
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
  });
  afterEach(() => {
    vi.useRealTimers();
    Reflect.deleteProperty(navigator, 'wakeLock');
  });

  let giving = false;
  const isGiving = () => giving;
  function Awake() {
    useWakeLock(isGiving);
    return null;
  }

  it('is held while a lecture is given, and no longer', async () => {
    giving = false;
    const { unmount } = await render(<Awake />);
    expect(locks).toEqual([]);
    giving = true;
    vi.advanceTimersByTime(5_000);
    await expect.poll(held).toBe(1);
    vi.advanceTimersByTime(20_000);
    await expect.poll(held).toBe(1);
    expect(locks).toHaveLength(1);
    giving = false;
    vi.advanceTimersByTime(5_000);
    await expect.poll(held).toBe(0);
    giving = true;
    vi.advanceTimersByTime(5_000);
    await expect.poll(held).toBe(1);
    await unmount();
    await expect.poll(held).toBe(0);
  });

  it('that the system took away is taken again on return', async () => {
    giving = true;
    const { unmount } = await render(<Awake />);
    await expect.poll(held).toBe(1);
    locks[0]!.released = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(held).toBe(1);
    expect(locks).toHaveLength(2);
    await unmount();
  });
});

it('F5 reloads nothing while a lecture is given, and fills the screen; else it is the browser’s', async () => {
  const fill = vi.spyOn(document.documentElement, 'requestFullscreen').mockResolvedValue();
  let giving = true;
  const isGiving = () => giving;
  function Keys() {
    useStartKey(isGiving);
    return null;
  }
  const { unmount } = await render(<Keys />);
  const press = (more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key: 'F5', cancelable: true, ...more });
    dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect([press(), press({ shiftKey: true }), fill.mock.calls.length]).toEqual([true, true, 2]);
  expect([press({ repeat: true }), fill.mock.calls.length]).toEqual([true, 2]);
  expect(press({ ctrlKey: true })).toBe(false);
  giving = false;
  expect([press(), fill.mock.calls.length]).toEqual([false, 2]);
  await unmount();
  fill.mockRestore();
});
