import { isTraceOfClass } from '../../../main/contract/lecture-class.ts';
import { Button } from '../../kit/button.tsx';
import { useHostState } from '../../host/use-host.ts';
import styles from './read-offer.module.css';

/** On the first slide, for whoever presents in a class that a lecture was given in. It takes neither the focus nor a key. */
export function NewClassOffer({ onNew }: { onNew: () => void }) {
  const offered = useHostState(({ classes }) => classes.offered);
  const given = useHostState(({ shared }) => Object.keys(shared).some(isTraceOfClass));
  const presenting = useHostState(({ shared }) => shared['lecture/presenter'] !== undefined);
  if (!given || offered || presenting) return null;
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
