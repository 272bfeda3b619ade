import { useEffect, useState } from 'react';
import { Icon } from '../../../kit/icon.tsx';
import { duration } from '../../../model/runs/run-words.ts';
import styles from './run-bar.module.css';

/** A clock that counts while a run is under way. Only this element is drawn again, ten times a second. */
export function Elapsed({ startedAt }: { startedAt: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 100);
    return () => clearInterval(timer);
  }, []);
  const [figure, unit] = duration(Math.max(0, now - Date.parse(startedAt)));
  return (
    <span className={styles.item} aria-hidden="true">
      <Icon name="clock" />
      <span>
        <span className={`${styles.figure} ${styles.clock}`}>{figure}</span> {unit}
      </span>
    </span>
  );
}
