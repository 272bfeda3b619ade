import { useMemo } from 'react';
import { useShared, type Shared } from '../../../host/use-shared.ts';
import { explorations, type Explorations } from '../../../model/lab/explorations.ts';

const nothing: Explorations = {};

/** What is explored in each part of a lab. It is the host's: every window shows the same, and a restart keeps it. */
export function useExplorations(
  lab: string,
): [explored: Explorations, keep: (next: Explorations) => void] {
  const shared = useMemo(
    (): Shared<Explorations> => ({
      key: `explored/${lab}`,
      schema: explorations,
      fallback: nothing,
      keep: true,
    }),
    [lab],
  );
  const [explored, set] = useShared(shared);
  return [
    explored,
    (next) => {
      if (next !== explored) set(Object.keys(next).length > 0 ? next : null);
    },
  ];
}
