import type { Host } from '../../host/host.ts';
import type { AddressStore } from '../../model/address/address-store.ts';
import { formatAddress, parseAddress, type Known } from '../../model/address/address.ts';
import { isLecturePlace, placeKey, sharedPlace } from './place.ts';

/** What a window knows when it decides. Places are written as addresses. */
export interface WindowState {
  /** Where this window is; null in a room that is no part of the lecture. */
  own: string | null;
  /** Where it last was in step with the lecture; null before it ever was. */
  told: string | null;
  /** Where the lecture is; null where nobody said. */
  lecture: string | null;
  /** The lecture's place that this window was last in step with. */
  heard: string | null;
  /** Whether a presenter's window is open. */
  presenting: boolean;
}

/**
 * The rules for going along.
 * 1. A window outside the lecture (notebook, reading) neither follows nor leads.
 * 2. Whoever moves leads: the new place is shared, presenter or not, so that a presenter's window opens where the lecture is.
 * 3. A window follows only while a presenter's window is open. One that comes in then goes where the lecture is.
 */
export function verdict({
  own,
  told,
  lecture,
  heard,
  presenting,
}: WindowState): 'stay' | 'lead' | 'follow' {
  if (own === null || own === lecture) return 'stay';
  // A host that was started again knows no place: the presenter's window, which may have moved on meanwhile, tells it.
  if (lecture === null) return presenting && told !== null && own === told ? 'stay' : 'lead';
  if (told === null) return presenting ? 'follow' : 'lead';
  if (own !== told) return 'lead';
  return presenting && lecture !== heard ? 'follow' : 'stay';
}

/** Keeps this window's address and the lecture's place together, by the rules above. Runs as long as the window. */
export function followLecture(
  host: Host,
  addresses: AddressStore,
  known: Known,
  presenting: () => boolean,
): void {
  let told: string | null = null;
  let heard: string | null = null;
  const place = () => {
    const { address, empty } = addresses.getState();
    return !empty && isLecturePlace(address) ? formatAddress(address) : null;
  };
  const look = () => {
    const state = host.store.getState();
    // While the host is away nothing can be shared; a move made meanwhile leads once it is back.
    if (!state.ready || state.connection !== 'open') return;
    const [own, lecture] = [place(), sharedPlace(state)];
    const what = verdict({ own, told, lecture, heard, presenting: presenting() });
    if (own === null) return;
    if (what === 'stay' && own !== lecture) return;
    told = own;
    heard = lecture;
    if (what === 'lead') {
      heard = own;
      host.share(placeKey, own, false);
    } else if (what === 'follow') {
      const { address } = parseAddress(lecture!, known);
      // Told before it goes: going calls this function again. What the address can't say (a lab that is not there) is not asked for twice.
      told = formatAddress(address);
      addresses.go(address, 'replace');
    }
  };
  host.store.subscribe(look);
  addresses.subscribe(look);
  look();
}
