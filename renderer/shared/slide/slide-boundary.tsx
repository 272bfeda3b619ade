import type { ReactNode } from 'react';
import { Boundary } from '../../kit/boundary.tsx';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';

/** A slide whose file can't be fetched, or whose figure fails, says so in its own place; the other slides stay. */
export function SlideBoundary({ children }: { children: ReactNode }) {
  const failed = (
    <Callout
      kind="failed"
      what="This slide could not be shown"
      safe="the other slides, your runs, predictions and answers."
      next="Load this window again; it opens at the same place."
      actions={
        <Button icon="replay" onClick={() => location.reload()}>
          Load again
        </Button>
      }
    />
  );
  return <Boundary fallback={failed}>{children}</Boundary>;
}
