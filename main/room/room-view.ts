import { closedRoom, type OpenRoom, type RoomAddress, type RoomView } from '../contract/room.ts';
import type { OpenClass } from './kept/open-class.ts';
import type { RoomListener } from './listen/listener.ts';

/** The room as windows see it. */
export function roomView(
  held: OpenClass | null,
  listener: RoomListener | null,
  addresses: () => RoomAddress[],
): RoomView {
  if (!held) return closedRoom;
  const { room, session } = held;
  return {
    open: listener && openView(held, listener, addresses),
    interrupted:
      !listener && session?.open
        ? { address: `${session.host}:${session.port}`, joined: room.joined }
        : null,
    joined: room.joined,
    asking: room.asking,
    tallies: room.tallies(),
    questions: room.questions.list(),
    lost: room.lost.count,
  };
}

function openView(
  { session }: OpenClass,
  listener: RoomListener,
  addresses: () => RoomAddress[],
): OpenRoom | null {
  if (!session) return null;
  const here = addresses().find(({ host }) => host === session.host);
  return {
    address: listener.authority,
    word: session.word,
    link: `http://${listener.authority}/#${session.word}`,
    kind: here?.kind ?? 'other',
    name: here?.name ?? session.host,
    reachable: here !== undefined,
    online: listener.phones.online,
  };
}
