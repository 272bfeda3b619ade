import { Suspense, useState, type ComponentType } from 'react';
import { useHostState } from '../../host/use-host.ts';
import { useShared } from '../../host/use-shared.ts';
import { Button } from '../../kit/button.tsx';
import type { LabPlace } from '../../model/address/lab-place.ts';
import { findLab } from '../../model/lab/registry.ts';
import type { LabFrameProps } from '../../shared/lab/lab-frame.ts';
import { LoadBoundary } from '../../shared/lab/load-boundary.tsx';
import { Opening } from '../../shared/lab/opening.tsx';
import { sharedBlank } from '../../shared/slide-tools/blank.ts';
import type { Audience } from './presence.ts';
import { roomSees } from './room-words.ts';
import styles from './presenter.module.css';

interface PresenterLabProps {
  /** The lab's frame; may still be loading. */
  Frame: ComponentType<LabFrameProps>;
  place: LabPlace;
  /** Whether the lecture has it over the whole window. */
  full: boolean;
  /** The other windows; null where they had no time to answer. */
  audiences: readonly Audience[] | null;
  /** Where the story goes; null hides it. */
  story: HTMLElement | null;
  onPlace: (place: LabPlace) => void;
  onClose: () => void;
  onFull: (full: boolean) => void;
}

/** The open lab in the presenter's window: the same figure, controls and run bar that the room sees, on the same place. */
export function PresenterLab({
  Frame,
  place,
  full,
  audiences,
  story,
  onPlace,
  onClose,
  onFull,
}: PresenterLabProps) {
  const [figure, setFigure] = useState<HTMLElement | null>(null);
  const [bar, setBar] = useState<HTMLElement | null>(null);
  const [blank] = useShared(sharedBlank);
  const lost = useHostState((state) => state.connection === 'lost');
  const sees = roomSees({ audiences, blank, lost });
  return (
    <section className={styles.lab} aria-label="Lab on screen">
      <header className={styles.labHead}>
        <h2>{findLab(place.id)?.title ?? 'Lab'}</h2>
        <span className={styles.sees} role="status" title={sees}>
          {sees}
        </span>
        <span className={styles.buttons}>
          <Button variant="quiet" icon={full ? 'split' : 'expand'} onClick={() => onFull(!full)}>
            {full ? 'Beside the slide' : 'Full screen'}
          </Button>
          <Button variant="quiet" icon="close" kbd="L" onClick={onClose}>
            Close
          </Button>
        </span>
      </header>
      <LoadBoundary>
        <Suspense fallback={<Opening />}>
          <Frame
            place={place}
            slots={{ top: null, story, figure, bar }}
            onPlace={onPlace}
            onClose={onClose}
            onFull={() => onFull(true)}
          />
        </Suspense>
      </LoadBoundary>
      <div className={styles.labFigure} ref={setFigure} />
      <div ref={setBar} />
    </section>
  );
}
