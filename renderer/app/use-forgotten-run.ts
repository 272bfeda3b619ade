import { useEffect } from 'react';
import { useHost } from '../host/use-host.ts';
import type { AddressStore } from '../model/address/address-store.ts';

/**
 * Once everything was erased an address that names a run names nothing: the notebook opens empty,
 * without a complaint.
 */
export function useForgottenRun(own: AddressStore): void {
  const { store } = useHost();
  useEffect(
    () =>
      store.subscribe(({ epoch, runs }, before) => {
        const { address } = own.getState();
        if (
          epoch !== before.epoch &&
          address.room === 'notebook' &&
          address.run !== null &&
          !runs[address.run]
        )
          own.go({ room: 'notebook', run: null }, 'replace');
      }),
    [store, own],
  );
}
