import { lazy, Suspense } from 'react';
import type { LabPlace } from '../../../model/address/lab-place.ts';
import { LoadBoundary } from '../../../shared/lab/load-boundary.tsx';
import { Opening } from '../../../shared/lab/opening.tsx';

export interface LabScreenProps {
  /** What the address says; every change of step, seed or parameter goes out through `onPlace`. */
  place: LabPlace;
  /** The slide that Back leads to; null where the lab was opened by itself. */
  slideNumber: number | null;
  onPlace: (place: LabPlace) => void;
  onBack: () => void;
  onBeside: () => void;
}

const FullFrame = lazy(() =>
  import('./full-frame.tsx').then((module) => ({ default: module.FullFrame })),
);

/** A lab over the whole window. The frame and the charts are fetched when the first lab opens. */
export function LabScreen(props: LabScreenProps) {
  return (
    <LoadBoundary>
      <Suspense fallback={<Opening />}>
        <FullFrame {...props} />
      </Suspense>
    </LoadBoundary>
  );
}
