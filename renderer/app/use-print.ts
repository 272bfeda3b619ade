import { useCallback, useEffect } from 'react';
import { requestPrint } from '../features/reading/print-request.ts';
import { latinKey } from '../model/lecture/latin-key.ts';
import type { AddressStore } from '../model/address/address-store.ts';
import { formatAddress, type Address, type PrintLayout } from '../model/address/address.ts';

/** What the browser's own printing would show of these is one screen of a lecture. */
const lectureRooms: readonly Address['room'][] = ['slides', 'labs', 'present'];

/**
 * Lays the lecture out for paper in this window and prints it; in the lecture's rooms Ctrl+P does so
 * too. `own` is the window's address, also in the presenter's: the room's windows stay where they are.
 */
export function usePrint(own: AddressStore): (layout: PrintLayout) => void {
  const print = useCallback(
    (layout: PrintLayout) => {
      const { address } = own.getState();
      requestPrint(address.room === 'read' ? null : formatAddress(address));
      own.go({ room: 'read', slide: null, print: layout });
    },
    [own],
  );
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { ctrlKey, metaKey, altKey, shiftKey, repeat } = event;
      if (latinKey(event) !== 'p' || !(ctrlKey || metaKey) || altKey || shiftKey) return;
      if (!lectureRooms.includes(own.getState().address.room)) return;
      event.preventDefault();
      if (!repeat) print('slides');
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [own, print]);
  return print;
}
