import styles from './opening.module.css';

/** What stands where a lab will be while its code is fetched: the frame's own lines, so that nothing jumps. */
export function Opening({ what = 'Opening the lab' }: { what?: string }) {
  return (
    <div className={styles.opening} role="status">
      <p className={styles.words}>{what}</p>
      <svg
        className={styles.axes}
        viewBox="0 0 600 260"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d="M0 20H600M0 100H600M0 180H600" className={styles.grid} />
        <path d="M0 259H600" className={styles.axis} />
      </svg>
    </div>
  );
}
