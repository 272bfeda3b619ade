import type { ComponentType } from 'react';
import { Step } from '../../../../renderer/shared/slide/slide.tsx';
import styles from './columns.module.css';

export interface Column {
  Drawing: ComponentType;
  what: readonly string[];
  why: readonly string[];
}

/** Drawings side by side, one with each step. The words say what each drawing shows, so the drawings are hidden from screen readers. */
export function Columns({ columns }: { columns: readonly Column[] }) {
  return (
    <ol className={styles.columns}>
      {columns.map(({ Drawing, what, why }, index) => (
        <li key={what[0]}>
          <Step n={index + 1} className={styles.column}>
            <Drawing />
            <p className={styles.what}>
              {what.map((line) => (
                <span key={line} className={styles.line}>
                  {line}{' '}
                </span>
              ))}
            </p>
            <p className={styles.why}>
              {why.map((line) => (
                <span key={line} className={styles.line}>
                  {line}{' '}
                </span>
              ))}
            </p>
          </Step>
        </li>
      ))}
    </ol>
  );
}
