import styles from './share-bar.module.css';

/**
 * One option's share of the hands, as a bar with its numbers; until it is shown, an empty track
 * that keeps the place. The words for screen readers stand elsewhere.
 */
export function ShareBar({
  hands,
  percent,
  shown,
}: {
  hands: number;
  percent: number;
  shown: boolean;
}) {
  return (
    <span className={styles.result} data-shown={shown} aria-hidden="true">
      <span className={styles.track}>
        {shown && <span className={styles.fill} style={{ width: `${percent}%` }} />}
      </span>
      <span className={styles.percent}>
        {shown && (
          <>
            {percent}
            <span className={styles.unit}> %</span>
          </>
        )}
      </span>
      <span className={styles.hands}>{shown && `${hands} ${hands === 1 ? 'hand' : 'hands'}`}</span>
    </span>
  );
}
