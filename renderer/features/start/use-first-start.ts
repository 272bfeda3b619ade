import { useState } from 'react';
import { useHostState } from '../../host/use-host.ts';

/**
 * Whether Lectern was opened for the first time and nobody has said yet what for: no place in the
 * lecture is remembered, nothing was said and nothing run. After everything was erased it is a first
 * start again. `answered` ends it in this window without a word from the host.
 */
export function useFirstStart(): { first: boolean; answered: () => void } {
  const epoch = useHostState((state) => state.epoch);
  const fresh = useHostState(
    ({ ready, settings, learner, runs }) =>
      ready &&
      settings.use === undefined &&
      learner.place === null &&
      Object.keys(learner.labs).length === 0 &&
      Object.keys(runs).length === 0,
  );
  const [answeredIn, setAnsweredIn] = useState<number | null>(null);
  return { first: fresh && answeredIn !== epoch, answered: () => setAnsweredIn(epoch) };
}
