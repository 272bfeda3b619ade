import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useHost, useHostState } from '../host/use-host.ts';
import type { AddressStore } from '../model/address/address-store.ts';
import { slideLeftOff, type Address } from '../model/address/address.ts';
import { known } from './lecture.ts';

/**
 * Opens the deck where the learner left off when the address names no place, and remembers the place from then on.
 * `address` is what is shown: in the presenter's window the lecture's place, so that it is remembered with no other window open.
 * True while that place is not known yet: showing the first slide meanwhile would overwrite it. `untouched`: nobody has begun yet, so
 * that there is no place to remember.
 */
export function useResume(addresses: AddressStore, address: Address, untouched: boolean): boolean {
  const host = useHost();
  const empty = useStore(addresses, (state) => state.empty);
  const ready = useHostState((state) => state.ready);
  const connection = useHostState((state) => state.connection);
  const gone = connection === 'lost';

  useEffect(() => {
    if (!empty || !(ready || gone)) return;
    addresses.go(slideLeftOff(host.store.getState().learner.place, known), 'replace');
  }, [addresses, empty, ready, gone, host]);

  const slide = address.room === 'slides' ? address.slide : null;
  const step = address.room === 'slides' ? address.step : 0;
  const untold = useRef<(() => void) | null>(null);
  useEffect(() => {
    // While the host is away nothing is asked of it; the place is told once it is back.
    if (empty || untouched || !ready || connection !== 'open') return;
    // A person who leafs through a lecture passes many slides; only where they stay, or what they leave the slides from, is worth a write.
    if (slide === null) return untold.current?.();
    const tell = () => {
      untold.current = null;
      void host.call('learner.change', { kind: 'place', slide, step }).catch(host.report);
    };
    untold.current = tell;
    const later = setTimeout(tell, 400);
    return () => clearTimeout(later);
  }, [host, empty, untouched, ready, connection, slide, step]);

  return empty;
}
