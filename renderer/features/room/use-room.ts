import { useMemo } from 'react';
import type { HostMethod, hostMethods, ParamsOf } from '../../../main/contract/methods.ts';
import { useHost, useHostState } from '../../host/use-host.ts';

type RoomMethod = Extract<HostMethod, `room.${string}`>;

/** The room, and how to ask the host for something of it. What fails is told to the person. */
export function useRoom() {
  const host = useHost();
  const room = useHostState((state) => state.room);
  const ask = useMemo(
    () =>
      <K extends RoomMethod>(method: K, params: ParamsOf<typeof hostMethods, K>) =>
        host.call(method, params).then(
          (answer) => answer,
          (error: unknown) => {
            host.report(error);
            return null;
          },
        ),
    [host],
  );
  return { room, ask };
}
