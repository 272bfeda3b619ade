import type { ReactNode } from 'react';
import { useSlide } from '../../../renderer/shared/slide/deck-context.ts';
import styles from './drawing.module.css';

/** Part of an SVG drawing that appears at step `n`; `Step` is the same for HTML. */
export function StepGroup({ n, children }: { n: number; children: ReactNode }) {
  const { step } = useSlide();
  const chooseDataStep = () => {
    if (step < n) return 'coming';
    return step === n ? 'now' : 'shown';
  };
  return (
    <g className={styles.fade} data-step={chooseDataStep()}>
      {children}
    </g>
  );
}
