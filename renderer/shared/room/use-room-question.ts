import type { RoomTally } from '../../../main/contract/room.ts';
import { useHost, useHostState } from '../../host/use-host.ts';

export interface AskedRoom {
  tally: RoomTally;
  /** Phones that joined. */
  joined: number;
  /** Shows or hides what the room said, in every window and on phones. */
  show: (shown: boolean) => void;
}

/** What the room said to a slide's question; null where it was not asked, or nobody answered and the room is closed. */
export function useRoomQuestion(id: string): AskedRoom | null {
  const host = useHost();
  const tally = useHostState((state) => state.room.tallies[id]);
  const joined = useHostState((state) => state.room.joined);
  const open = useHostState((state) => state.room.open !== null);
  if (!tally || (!open && tally.answered === 0)) return null;
  const show = (shown: boolean) =>
    void host.call('room.reveal', { id, shown, outcome: null }).catch(host.report);
  return { tally, joined, show };
}
