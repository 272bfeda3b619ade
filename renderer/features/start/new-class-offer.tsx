import { Button } from '../../kit/button.tsx';
import { useHostState } from '../../host/use-host.ts';
import styles from './read-offer.module.css';

/** On the first slide, for whoever presents and has given the lecture here before. It takes neither the focus nor a key. */
export function NewClassOffer({ onNew }: { onNew: () => void }) {
  const { current, earlier, offered } = useHostState((state) => state.classes);
  const presenting = useHostState(({ shared }) => shared['lecture/presenter'] !== undefined);
  if ((!current && earlier.length === 0) || offered || presenting) return null;
  return (
    <aside className={styles.offer} aria-label="New class" data-print="hide">
      <p>
        Another group of students? A new class begins without the polls and ink of the last one.
      </p>
      <Button icon="plus" onClick={onNew}>
        New class …
      </Button>
    </aside>
  );
}
