import type { Host } from '../../host/host.ts';
import type { AddressStore } from '../../model/address/address-store.ts';
import { firstSlide, parseAddress, type Known } from '../../model/address/address.ts';

/**
 * Takes a window that shows the lecture to where the class is that was just opened: a new one begins
 * with the first slide. Runs as long as the window.
 * @param shows whether the window shows the lecture now
 */
export function followClass(
  host: Host,
  addresses: AddressStore,
  known: Known,
  shows: () => boolean,
): void {
  host.store.subscribe(({ classes, shared }, before) => {
    const opened = shared !== before.shared && classes !== before.classes;
    if (!opened || !before.ready || before.connection !== 'open' || !shows()) return;
    const place = shared['lecture/place'];
    const address =
      typeof place === 'string' ? parseAddress(place, known).address : firstSlide(known);
    addresses.go(address, 'replace');
  });
}
