import type { StoreApi } from 'zustand/vanilla';
import type { SharedChange, SharedValues } from '../../main/contract/shared-state.ts';
import type { Host, HostState } from './host.ts';

export interface Sharing {
  share: Host['share'];
  /** Takes in what the host says was changed, by this window or another. */
  heard: (change: SharedChange) => void;
}

/**
 * Keeps this window's copy of the shared state in step. A change of its own shows at once; what others change meanwhile waits until
 * the host has said in which order the two came, so that all windows end with the same value.
 */
export function createSharing(
  store: StoreApi<HostState>,
  send: (change: SharedChange) => Promise<unknown>,
  report: (error: unknown) => void,
): Sharing {
  const me = crypto.randomUUID();
  /** Changes of this window that the host has not told of yet, by key. */
  const underWay = new Map<string, number>();
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
  return {
    share(key, value, keep) {
      underWay.set(key, (underWay.get(key) ?? 0) + 1);
      show(key, value);
      send({ key, value, keep, by: me }).catch((error: unknown) => {
        settle(key);
        report(error);
      });
    },
    heard({ key, value, by }) {
      if (by === me ? settle(key) : !underWay.has(key)) show(key, value);
    },
  };
}
