import { useCallback } from 'react';
import { useHost } from '../../host/use-host.ts';
import { useShared } from '../../host/use-shared.ts';
import { begun, sharedTour, type Tour, type TourStep } from '../../model/lecture/tour-state.ts';

/** Where the tour is, and how to begin, resume or decline it. All windows share it. */
export function useTour(): {
  tour: Tour | null;
  change: (tour: Tour) => void;
  begin: () => void;
  /** Begins at this step, for whoever needs none of those before it. */
  beginAt: (step: TourStep) => void;
  decline: () => void;
} {
  const host = useHost();
  const [tour, change] = useShared(sharedTour);
  const beginAt = useCallback(
    (step: TourStep) => {
      const highest = Math.max(
        0,
        ...Object.values(host.store.getState().runs).map(({ number }) => number),
      );
      const kept = sharedTour.schema.safeParse(
        host.store.getState().shared[sharedTour.key] ?? null,
      );
      change(begun(kept.success ? kept.data : null, highest, step));
    },
    [host, change],
  );
  const begin = useCallback(() => beginAt('move'), [beginAt]);
  const decline = useCallback(
    () => change({ state: 'declined', step: 'move', since: 0 }),
    [change],
  );
  return { tour, change, begin, beginAt, decline };
}
