import styles from './progress.module.css';

export interface ProgressProps {
  /** What is going on, for screen readers. */
  label: string;
  /** Part of the whole that is done, 0 to 1. */
  fraction: number;
  /** One bar for each phase; all of the same length. */
  segments?: number;
  /** The phase under way: earlier bars are full, later ones empty. Without it the fraction alone fills them. */
  index?: number;
  width?: number;
}

/** How full each bar is, 0 to 1. Never NaN, never beyond its bar. */
export function segmentFills(fraction: number, segments: number, index?: number): number[] {
  const count = Math.max(1, Math.floor(segments) || 1);
  const whole = clamp(fraction);
  return Array.from({ length: count }, (_, place) => {
    const own = clamp(whole * count - place);
    if (index === undefined) return own;
    if (place < index) return 1;
    return place > index ? 0 : Math.min(own || 0.08, 1);
  });
}

/** A progress bar in as many pieces as the work has phases. */
export function Progress({ label, fraction, segments = 1, index, width = 200 }: ProgressProps) {
  return (
    <div
      className={styles.progress}
      style={{ width }}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(clamp(fraction) * 100)}
    >
      {segmentFills(fraction, segments, index).map((fill, place) => (
        <span key={place} className={styles.segment}>
          <span className={styles.fill} style={{ width: `${fill * 100}%` }} />
        </span>
      ))}
    </div>
  );
}

const clamp = (value: number) => (value >= 0 ? Math.min(1, value) : 0);
