import type { StoreApi } from 'zustand/vanilla';
import type { SharedChange, SharedValues } from '../../main/contract/shared-state.ts';
import type { Host, HostState } from './host.ts';

export interface Sharing {
  share: Host['share'];
  /** Takes in what the host says was changed, by this window or another. */
  heard: (change: SharedChange) => void;
  /** What the host has, with what this window changed while it was away in its place. */
  joined: (values: SharedValues) => SharedValues;
  /** Tells the host, which is back, of what was changed meanwhile. */
  sendKept: () => void;
}

/**
 * Keeps this window's copy of the shared state in step. A change of its own shows at once; what others change meanwhile waits until
 * the host has said in which order the two came, so that all windows end with the same value. What is
 * changed while the host is away is told once it is back: the last value of each key.
 * @param isAway whether an error says that the host is away, so that the change is not lost
 */
export function createSharing(
  store: StoreApi<HostState>,
  send: (change: SharedChange) => Promise<unknown>,
  report: (error: unknown) => void,
  isAway: (error: unknown) => boolean = () => false,
): Sharing {
  const me = crypto.randomUUID();
  /** Changes of this window that the host has not told of yet, by key. */
  const underWay = new Map<string, number>();
  /** What this window said last, by key, while the host has not told of it. */
  const sent = new Map<string, SharedValues[string]>();
  /** The last change of each key that found no host. */
  const kept = new Map<string, SharedChange>();
  const show = (key: string, value: SharedValues[string]) =>
    store.setState(({ shared }) => ({
      shared:
        value === null
          ? Object.fromEntries(Object.entries(shared).filter(([name]) => name !== key))
          : { ...shared, [key]: value },
    }));
  const settle = (key: string): boolean => {
    const left = (underWay.get(key) ?? 1) - 1;
    if (left > 0) underWay.set(key, left);
    else underWay.delete(key);
    return left <= 0;
  };
  const share: Sharing['share'] = (key, value, keep) => {
    underWay.set(key, (underWay.get(key) ?? 0) + 1);
    sent.set(key, value);
    show(key, value);
    const change = { key, value, keep, by: me };
    kept.delete(key);
    send(change).catch((error: unknown) => {
      if (settle(key)) sent.delete(key);
      if (isAway(error) && !underWay.has(key)) kept.set(key, change);
      report(error);
    });
  };
  return {
    share,
    joined: (values) => {
      const changed = { ...values };
      for (const { key, value } of kept.values())
        if (value === null) delete changed[key];
        else changed[key] = value;
      return changed;
    },
    sendKept: () => {
      for (const { key, value, keep } of [...kept.values()]) share(key, value, keep);
    },
    heard({ key, value, by }) {
      if (by !== me) {
        if (!underWay.has(key)) show(key, value);
        return;
      }
      if (!settle(key)) return;
      // The echo of what stands already is another object of the same value: whoever shows it would draw it twice.
      const stands = store.getState().shared[key] ?? null;
      if (stands !== sent.get(key)) show(key, value);
      sent.delete(key);
    },
  };
}
