import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useHost, useHostState } from '../../../host/use-host.ts';
import type { LabPlace } from '../../../model/address/lab-place.ts';
import { LoadBoundary } from '../../../shared/lab/load-boundary.tsx';
import { Opening } from '../../../shared/lab/opening.tsx';
import styles from './lab-beside.module.css';

export interface LabBesideProps {
  /** Always drawn in the same place of the tree: opening and closing the lab never starts the deck anew. */
  deck: ReactNode;
  /** The lab beside the slide; null gives the deck the whole window. */
  place: LabPlace | null;
  onPlace: (place: LabPlace) => void;
  onClose: () => void;
  onFull: () => void;
  /** Stands at the left of the bar on top: the way through the slides. */
  leading?: ReactNode;
  /** The slide's own part or step, where the lab offers it. */
  slideStep?: string | null;
}

const BesideFrame = lazy(() =>
  import('./beside-frame.tsx').then((module) => ({ default: module.BesideFrame })),
);

/**
 * The deck, alone or with a lab beside it. This file is part of the first load, so it holds only the split;
 * the lab's frame comes later and draws into the split's places through portals.
 */
export function LabBeside({
  deck,
  place,
  onPlace,
  onClose,
  onFull,
  leading,
  slideStep,
}: LabBesideProps) {
  const host = useHost();
  const split = useHostState((state) => state.settings.split);
  const [top, setTop] = useState<HTMLElement | null>(null);
  const [story, setStory] = useState<HTMLElement | null>(null);
  const [figure, setFigure] = useState<HTMLElement | null>(null);
  const [bar, setBar] = useState<HTMLElement | null>(null);
  const keep = useCallback(
    (layout: Record<string, number>, meta: { isUserInteraction: boolean }) => {
      const next = Math.round((layout.slide ?? split) * 10) / 10;
      if (meta.isUserInteraction && next !== split)
        host.call('settings.set', { split: Math.min(80, Math.max(20, next)) }).catch(host.report);
    },
    [host, split],
  );
  const open = place !== null;
  return (
    <div className={styles.beside} data-open={open || undefined}>
      <div className={`${styles.top} grows`} ref={setTop} hidden={!open} />
      <Group className={styles.group} orientation="horizontal" disableCursor onLayoutChanged={keep}>
        <Panel
          id="slide"
          className={styles.left}
          defaultSize={open ? `${split}%` : '100%'}
          minSize="24%"
        >
          <div className={styles.deck}>{deck}</div>
          {open && <div className={`${styles.story} grows`} ref={setStory} />}
        </Panel>
        {open && (
          <Separator id="split" className={styles.separator} aria-label="Width of the slide" />
        )}
        {open && (
          <Panel id="lab" className={styles.right} defaultSize={`${100 - split}%`} minSize="30%">
            <LoadBoundary>
              <Suspense fallback={<Opening />}>
                <BesideFrame
                  place={place}
                  slots={{ top, story, figure, bar }}
                  onPlace={onPlace}
                  onClose={onClose}
                  onFull={onFull}
                  leading={leading}
                  slideStep={slideStep}
                />
              </Suspense>
            </LoadBoundary>
            <div className={`${styles.figure} grows`} ref={setFigure} />
          </Panel>
        )}
      </Group>
      <div ref={setBar} className={`${styles.bar} grows`} hidden={!open} />
    </div>
  );
}
