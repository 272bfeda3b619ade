import { Button } from '../../kit/button.tsx';
import styles from './read-offer.module.css';

/** On the first slide, for whoever learns alone: what is said in class can be read. It takes neither the focus nor a key. */
export function ReadOffer({ onRead }: { onRead: () => void }) {
  return (
    <aside className={styles.offer} aria-label="Read instead" data-print="hide">
      <p>On your own you can also read: slides and what is said to them, as one page.</p>
      <Button icon="book" onClick={onRead}>
        Read the lecture
      </Button>
    </aside>
  );
}
