import type { ReactNode } from 'react';
import styles from './part.module.css';

export interface ReadoutProps {
  head: ReactNode;
  value: ReactNode;
  foot?: ReactNode;
}

/** A few numbers under the figure, hairlines between them. */
export function Readouts({
  items,
  said,
}: {
  items: readonly ReadoutProps[];
  said?: string | null;
}) {
  return (
    <div className={styles.readouts}>
      {items.map((item, index) => (
        <div key={index} className={styles.readout}>
          <p className={styles.head}>{item.head}</p>
          <p>{item.value}</p>
          {item.foot && <p className={styles.foot}>{item.foot}</p>}
        </div>
      ))}
      {said && (
        <div className={styles.readout}>
          <p className={styles.head}>You said</p>
          <p className={styles.said}>◇ {said}</p>
        </div>
      )}
    </div>
  );
}
