import type { hostMethods } from '../contract/methods.ts';
import type { Room } from '../room/room.ts';
import type { Handlers } from '../rpc/connect.ts';

type All = Handlers<typeof hostMethods>;

/** What the host does for each `room.` method of the contract. */
export const roomHandlers = (room: Room): Pick<All, Extract<keyof All, `room.${string}`>> => ({
  'room.get': () => room.view(),
  'room.addresses': () => room.addresses(),
  'room.open': ({ host }) => room.open(host),
  'room.close': () => room.close(),
  'room.ask': ({ question }) => room.ask(question),
  'room.lock': ({ id, closed }) => room.lock(id, closed),
  'room.reveal': ({ id, shown, outcome }) => room.reveal(id, shown, outcome),
  'room.clear': ({ id }) => room.clear(id),
  'room.moderate': ({ id, state }) => room.moderate(id, state),
  'room.list': () => room.list(),
  'room.file': ({ number }) => room.file(number),
  'room.delete': async ({ number }) => {
    await room.remove(number);
    return {};
  },
});
