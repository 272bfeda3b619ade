import type { ReactNode } from 'react';
import { Boundary } from '../../kit/boundary.tsx';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import styles from './opening.module.css';

/** Where the frame's own code can't be fetched or fails, the rest of the window must stay. */
export function LoadBoundary({ children }: { children: ReactNode }) {
  const failed = (
    <div className={styles.opening}>
      <Callout
        kind="failed"
        what="The lab could not be shown"
        safe="your runs, predictions and answers are saved."
        next="Load this window again; it opens at the same place."
        actions={
          <Button icon="replay" onClick={() => location.reload()}>
            Load again
          </Button>
        }
      />
    </div>
  );
  return <Boundary fallback={failed}>{children}</Boundary>;
}
