import { useMemo } from 'react';
import { useHostState } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icon.tsx';
import { importWords, type ImportReport } from '../../model/notebook/import-files.ts';
import { claimable, claimWords } from './card/claim.ts';
import styles from './notebook-room.module.css';

/** What an import came to, and every file or line that could not be taken in, with the reason. */
export function ImportOutcome({
  report,
  claimed,
  busy,
  onClaim,
  onDismiss,
}: {
  report: ImportReport;
  /** Those of its runs that the learner has just said to be their own. */
  claimed: readonly string[];
  busy: boolean;
  onClaim: (runs: readonly string[], mine: boolean) => void;
  onDismiss: () => void;
}) {
  const annotations = useHostState((state) => state.annotations);
  const others = useMemo(() => claimable(report.runs, annotations), [report, annotations]);
  const asks = others.length > 0 || claimed.length > 0;
  const bad = report.refused.length > 0 || report.changed > 0;
  return (
    <div className={styles.outcome} role="status">
      <Icon name={bad ? 'warn' : 'check'} />
      <div className={styles.outcomeWords}>
        <p>{importWords(report)}</p>
        {asks && <p>{claimWords(others.length, claimed.length)}</p>}
        {report.refused.length > 0 && (
          <ul>
            {report.refused.map(({ what, why }) => (
              <li key={`${what} ${why}`}>
                <bdi>{what}</bdi>: {why}
              </li>
            ))}
          </ul>
        )}
      </div>
      {asks &&
        (claimed.length > 0 ? (
          <Button
            key="claim"
            icon="replay"
            focusableWhenDisabled
            disabled={busy}
            onClick={() => onClaim(claimed, false)}
          >
            Undo
          </Button>
        ) : (
          <Button
            key="claim"
            icon="check"
            focusableWhenDisabled
            disabled={busy}
            onClick={() => onClaim(others, true)}
          >
            {others.length === 1 ? 'It is my own' : 'They are my own'}
          </Button>
        ))}
      <Button variant="quiet" icon="close" aria-label="Dismiss" onClick={onDismiss} />
    </div>
  );
}
