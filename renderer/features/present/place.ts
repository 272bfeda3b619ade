import { createStore } from 'zustand/vanilla';
import type { Host, HostState } from '../../host/host.ts';
import type { AddressState, AddressStore } from '../../model/address/address-store.ts';
import {
  formatAddress,
  parseAddress,
  slideLeftOff,
  type Address,
  type Known,
} from '../../model/address/address.ts';

/** Where the lecture is, as an address: written by every window that shows it, read by those that go along. */
export const placeKey = 'lecture/place';

/** The rooms that are part of the lecture. */
export type LecturePlace = Extract<Address, { room: 'slides' | 'labs' }>;

export const isLecturePlace = (address: Address): address is LecturePlace =>
  address.room === 'slides' || address.room === 'labs';

/** Where the shared state says that the lecture is; null where it says nothing. */
export function sharedPlace({ shared }: Pick<HostState, 'shared'>): string | null {
  const value = shared[placeKey];
  return typeof value === 'string' ? value : null;
}

/**
 * The lecture's place in the form of an address store, so that the presenter's window goes through it as any window goes through
 * its own address. Before anything was shared it is where the learner left off.
 * @param leads whether this is a presenter's window: to a host that was started again it says where the lecture is
 * @param elsewhere opens what is no part of the lecture, such as the notebook: the presenter's window shows the lecture only
 */
export function createPlaceStore(
  host: Host,
  known: Known,
  elsewhere: (address: Address) => void,
  leads: () => boolean,
): AddressStore {
  const read = (state: HostState): Address => {
    const shared = sharedPlace(state);
    if (shared !== null) return parseAddress(shared, known).address;
    return slideLeftOff(state.learner.place, known);
  };
  const store = createStore<AddressState>(() => ({
    address: read(host.store.getState()),
    message: null,
    empty: !host.store.getState().ready,
  }));
  host.store.subscribe((state, before) => {
    const isBack = state.connection === 'open' && before.connection !== 'open';
    const last = sharedPlace(before);
    if (isBack && last !== null && sharedPlace(state) === null && leads())
      return host.share(placeKey, last, false);
    if (
      state.shared === before.shared &&
      state.learner.place === before.learner.place &&
      state.ready === before.ready
    )
      return;
    const address = read(state);
    // The same place again must be the same object: a message on screen belongs to it.
    const same = formatAddress(address) === formatAddress(store.getState().address);
    if (!same || store.getState().empty === state.ready)
      store.setState({ ...(!same && { address, message: null }), empty: !state.ready });
  });
  const go = (address: Address) =>
    isLecturePlace(address)
      ? host.share(placeKey, formatAddress(address), false)
      : elsewhere(address);
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    go,
    open: (hash) => {
      const { address, message } = parseAddress(hash, known);
      go(address);
      store.setState({ message: message ?? null });
    },
    dismiss: () => store.setState({ message: null }),
  };
}
