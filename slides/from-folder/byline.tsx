import { useDeck } from '../../renderer/shared/slide/deck-context.ts';
import styles from './folder-part.module.css';

/** Who gives the lecture, where and when, at the foot of its title slide. */
export function Byline() {
  const { lecturer = '', of = [] } = useDeck().lecture.facts ?? {};
  return (
    <div className={styles.byline}>
      {lecturer !== '' && <p className={styles.lecturer}>{lecturer}</p>}
      {of.map((line) => (
        <p key={line} className={styles.of}>
          {line}
        </p>
      ))}
    </div>
  );
}
