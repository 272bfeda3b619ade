import { createStore, type StoreApi } from 'zustand/vanilla';
import { formatAddress, parseAddress, type Address, type Known } from './address.ts';

/** The part of a browser window that an address needs. */
export interface Bar {
  read: () => string;
  write: (hash: string, how: 'push' | 'replace') => void;
  /** Calls `listener` when the person changes the address or goes back. */
  listen: (listener: () => void) => void;
}

export interface AddressState {
  address: Address;
  /** What was wrong with the address that was asked for; null where nothing was, or once dismissed. */
  message: string | null;
  /** True until the address has named a place: where one left off may then be opened. */
  empty: boolean;
}

export interface AddressStore extends Pick<
  StoreApi<AddressState>,
  'getState' | 'getInitialState' | 'subscribe'
> {
  /** Goes somewhere. 'replace' leaves no entry to go back to: for steps and settings. */
  go: (address: Address, how?: 'push' | 'replace') => void;
  /** Goes where a link says, with a message where it says something unknown. */
  open: (hash: string) => void;
  dismiss: () => void;
}

/** Keeps the address bar and what is on screen the same. A wrong address is corrected in the bar and explained. */
export function createAddressStore(known: Known, bar: Bar): AddressStore {
  const understand = (hash: string): AddressState => {
    const { address, message } = parseAddress(hash, known);
    return { address, message: message ?? null, empty: /^#?\/?$/.test(hash) };
  };
  const store = createStore(() => understand(bar.read()));
  /** What the bar said when it was last looked at. */
  let seen = bar.read();
  const show = (next: AddressState, how: 'push' | 'replace') => {
    const hash = formatAddress(next.address);
    if (!next.empty && hash !== bar.read()) bar.write(hash, how);
    seen = bar.read();
    store.setState(next);
  };
  show(store.getState(), 'replace');
  bar.listen(() => {
    // A typed address is announced twice; the second time it already is what we made of it, and the message must stay.
    if (bar.read() !== formatAddress(store.getState().address))
      show(understand(bar.read()), 'replace');
  });
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    go: (address, how = 'push') => {
      // A link was followed and the browser has not told yet: what the place that is being left says of itself comes too late.
      if (how === 'replace' && bar.read() !== seen) return;
      show({ address, message: null, empty: false }, how);
    },
    open: (hash) => show({ ...understand(hash), empty: false }, 'push'),
    dismiss: () => store.setState({ message: null }),
  };
}

/** The address bar of this window. */
export function windowBar(): Bar {
  return {
    read: () => location.hash,
    write: (hash, how) =>
      how === 'push' ? history.pushState(null, '', hash) : history.replaceState(null, '', hash),
    listen: (listener) => {
      addEventListener('hashchange', listener);
      addEventListener('popstate', listener);
    },
  };
}
