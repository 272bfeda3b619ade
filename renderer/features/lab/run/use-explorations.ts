import { useMemo } from 'react';
import { useHost } from '../../../host/use-host.ts';
import {
  explorations,
  explorationsKey,
  type Explorations,
} from '../../../model/lab/explorations.ts';

/** Reads and changes what is explored in each part of a lab. */
export interface ExplorationsKept {
  read: () => Explorations;
  keep: (next: Explorations) => void;
}

/**
 * What is explored in each part of a lab. It is the host's: every window has the same, and a restart
 * keeps it. Only what is done next depends on it, never what is on screen, which the address says:
 * so it is read when it is needed, and a change of it draws nothing anew.
 */
export function useExplorations(lab: string): ExplorationsKept {
  const host = useHost();
  return useMemo(() => {
    const key = explorationsKey(lab);
    const stored = () => host.store.getState().shared[key];
    return {
      read: () => explorations.safeParse(stored()).data ?? {},
      keep: (next) => {
        if (JSON.stringify(next) === JSON.stringify(stored() ?? {})) return;
        host.share(key, Object.keys(next).length > 0 ? next : null, true);
      },
    };
  }, [host, lab]);
}
