import type { RoomAddress } from '../../contract/room.ts';

/**
 * What of the class session is open to whom.
 * @param open host and port of the room that is open now, maybe by another Lectern; null where none is
 * @param addresses where a room can be opened, the likely one first
 */
export function roomRow(open: string | null, addresses: readonly RoomAddress[]): string {
  const [likely] = addresses;
  if (open === null)
    return !likely || likely.kind === 'here'
      ? 'closed; on no network: phones could not reach it'
      : `closed; would open at ${likely.host} (${likely.name})`;
  const host = open.replace(/:\d+$/, '');
  const isHere = addresses.some((one) => one.host === host && one.kind === 'here');
  return isHere
    ? `open at http://${open}, on this computer alone: no phone can reach it`
    : `open at http://${open}, to whoever is on that network and has the word`;
}
