import { Button } from '../../../../renderer/kit/button.tsx';
import { Icon } from '../../../../renderer/kit/icon.tsx';
import type { Kept } from './use-kept.ts';
import styles from './report.module.css';

/** Where the report is kept; where it is not, why, and the way to keep it. */
export function KeptNote({ kept }: { kept: Kept }) {
  switch (kept.state) {
    case 'keeping':
      return null;
    case 'kept':
      return (
        <a
          className={styles.kept}
          href={`#/notebook/${kept.id}`}
          title="Name, size and fingerprint of the file, the columns’ roles and the findings are kept; no row is."
        >
          <Icon name="book" size={14} />
          In your notebook
        </a>
      );
    case 'gone':
      return (
        <Button variant="quiet" icon="book" onClick={kept.keep}>
          Keep in the notebook
        </Button>
      );
    case 'failed':
      return (
        <span
          className={styles.failed}
          role="alert"
          title={`${kept.problem.safe} ${kept.problem.next}`}
        >
          <Icon name="warn" size={14} />
          {kept.problem.what}
          <Button variant="quiet" onClick={kept.keep}>
            Try again
          </Button>
        </span>
      );
  }
}
