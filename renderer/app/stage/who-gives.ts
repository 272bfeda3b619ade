import { isLecturePlace } from '../../features/present/place.ts';
import type { Host } from '../../host/host.ts';
import type { AddressStore } from '../../model/address/address-store.ts';
import { isGiven, isGivenAlone } from '../../shared/window/giving.ts';

/** Whether a lecture is given here, as this window knows it at any moment. */
interface WhoGives {
  /** Wherever this window is: the start key then never reloads. */
  gives: () => boolean;
  /** And somebody looks at it: the screen then stays on. Without a presenter's window only where the lecture is on screen. */
  shows: () => boolean;
}

/**
 * @param own this window's address
 * @param presenting whether another window is a presenter's
 */
export function whoGives(
  host: Pick<Host, 'store'>,
  own: Pick<AddressStore, 'getState'>,
  presenting: () => boolean,
): WhoGives {
  const address = () => own.getState().address;
  const presents = () => address().room === 'present' || presenting();
  const state = () => host.store.getState();
  return {
    gives: () => presents() || isGiven(state()),
    shows: () => presents() || (isGivenAlone(state()) && isLecturePlace(address())),
  };
}
