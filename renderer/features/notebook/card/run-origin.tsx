import { isOwn, mayBeOwn, type Annotation } from '../../../../main/contract/annotation.ts';
import { Button } from '../../../kit/button.tsx';
import styles from './run-card.module.css';

/** Where an imported run came from, and a way to say whose it is. */
export function RunOrigin({
  annotation,
  onMine,
}: {
  annotation: Annotation;
  onMine: (mine: boolean) => void;
}) {
  const { origin } = annotation;
  if (!origin) return null;
  if (!mayBeOwn(annotation))
    return (
      <p className={styles.origin} data-fits={false}>
        {`Imported as run ${origin.number}. Its content does not fit its hash: it was changed ` +
          'after it was written. A replay shows which numbers.'}
      </p>
    );
  const own = isOwn(annotation);
  return (
    <p className={styles.origin} data-fits={true}>
      <span aria-live="polite">
        {own
          ? `Your own, from another computer; it was run ${origin.number} there.`
          : `Imported; it was run ${origin.number} where it was made. It does not count as yours.`}
      </span>{' '}
      <Button
        variant="quiet"
        title={
          own
            ? 'It then no longer counts as “your number” on slides and in the recap'
            : 'It then counts as “your number” on slides and in the recap'
        }
        onClick={() => onMine(!own)}
      >
        {own ? 'It is not mine' : 'It is my own'}
      </Button>
    </p>
  );
}
