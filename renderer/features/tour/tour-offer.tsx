import { useState } from 'react';
import { useHostState } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import { useTour } from '../../shared/window/use-tour.ts';
import styles from './tour.module.css';

/** Whether Lectern was opened for the first time: nobody has been anywhere in the lecture and nothing was ever run. Looked at once. */
function useFirstStart(): boolean {
  const ready = useHostState((state) => state.ready);
  const epoch = useHostState((state) => state.epoch);
  const fresh = useHostState(
    (state) => state.learner.place === null && Object.keys(state.runs).length === 0,
  );
  const [found, setFound] = useState<{ epoch: number; first: boolean } | null>(null);
  // After everything was erased it is a first start again.
  if (ready && found?.epoch !== epoch) setFound({ epoch, first: fresh });
  return found?.first ?? false;
}

/**
 * At the first start, in the empty middle of the first slide's foot: a tour, for whoever wants one.
 * It takes neither the focus nor a key.
 */
export function TourOffer({ shown }: { shown: boolean }) {
  const first = useFirstStart();
  const { tour, begin, decline } = useTour();
  if (!shown || !first || tour !== null) return null;
  return (
    <aside className={styles.offer} aria-label="First time here?" data-print="hide">
      <p>
        <b>First time here?</b> Two minutes: open a lab, run it, guess.
      </p>
      <Button onClick={begin}>Take the tour</Button>
      <Button variant="quiet" onClick={decline}>
        No, thanks
      </Button>
    </aside>
  );
}
