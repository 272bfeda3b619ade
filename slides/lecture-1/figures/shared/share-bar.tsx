import type { Counted } from '../../../../renderer/shared/poll/poll.ts';
import styles from './share-bar.module.css';

/**
 * One option's share of the hands, as a bar with its numbers; until it is shown, an empty track
 * that keeps the place. The words for screen readers stand elsewhere.
 */
export function ShareBar({
  hands,
  percent,
  shown,
  what = 'hand',
  dense,
}: {
  hands: number;
  percent: number;
  shown: boolean;
  what?: Counted;
  /** Where many options stand: beside the option's words, or under them without the number of hands. */
  dense?: 'beside' | 'under' | undefined;
}) {
  return (
    <span className={styles.result} data-shown={shown} data-dense={dense} aria-hidden="true">
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
      <span className={styles.hands}>{shown && `${hands} ${what}${hands === 1 ? '' : 's'}`}</span>
    </span>
  );
}
