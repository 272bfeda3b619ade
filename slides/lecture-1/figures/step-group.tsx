import type { ReactNode } from 'react';
import styles from './drawing.module.css';
import { useSince } from './shared/since.ts';

/** Part of an SVG drawing that appears at step `n`; `Step` is the same for HTML. */
export function StepGroup({ n, children }: { n: number; children: ReactNode }) {
  const since = useSince();
  return (
    <g className={styles.fade} data-step={since(n)}>
      {children}
    </g>
  );
}
