import { useEffect, useState, type ReactNode } from 'react';
import type { NotebookSize } from '../../../main/contract/methods.ts';
import { useHost, useHostState } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import { sizeWords } from '../../model/runs/run-names.ts';
import styles from './notebook-room.module.css';

/** Under the list: how much room it takes, and the way back for what was deleted since Lectern was started. */
export function ListFoot({
  onRestored,
  children,
}: {
  onRestored: (run: string) => void;
  children?: ReactNode;
}) {
  const host = useHost();
  // Asked anew when a run comes or goes, in whichever window that was.
  const runs = useHostState((state) => Object.keys(state.runs).length);
  const [size, setSize] = useState<NotebookSize | null>(null);
  useEffect(() => {
    let live = true;
    host.call('notebook.size', {}).then(
      (now) => live && setSize(now),
      () => undefined,
    );
    return () => void (live = false);
  }, [host, runs]);
  const last = size?.deleted[0];
  const predicted = useHostState(({ learner }) =>
    Object.values(learner.labs)
      .flatMap(({ predictions }) => Object.values(predictions))
      .some(({ usedBy }) => last !== undefined && usedBy === last.id),
  );
  // What judges a prediction is found among the runs that are there.
  const without = predicted
    ? ' It was run for a prediction: without it, the next run with the question’s settings judges.'
    : '';
  return (
    <footer className={styles.foot}>
      <p className={styles.footWords} role="status">
        {last
          ? `Run ${last.number} deleted.` +
            (size.deleted.length > 1
              ? ` ${size.deleted.length} can be brought back until Lectern closes.`
              : ' It can be brought back until Lectern closes.') +
            without
          : size && size.bytes > 0 && `${sizeWords(size.bytes)} on this computer`}
      </p>
      {last && (
        <Button
          icon="replay"
          onClick={() =>
            void host
              .call('run.restore', { run: last.id })
              .then(({ id }) => onRestored(id), host.report)
          }
        >
          Undo
        </Button>
      )}
      {children}
    </footer>
  );
}
