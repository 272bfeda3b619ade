import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { importWords, type ImportReport } from './import-files.ts';
import styles from './notebook-room.module.css';

/** What an import came to, and every file or line that could not be taken in, with the reason. */
export function ImportOutcome({ report, onDismiss }: { report: ImportReport; onDismiss: () => void }) {
  const bad = report.refused.length > 0 || report.changed > 0;
  return (
    <div className={styles.outcome} role="status">
      <Icon name={bad ? 'warn' : 'check'} />
      <div className={styles.outcomeWords}>
        <p>{importWords(report)}</p>
        {report.refused.length > 0 && <ul>{report.refused.map(({ what, why }) => <li key={`${what} ${why}`}><bdi>{what}</bdi>: {why}</li>)}</ul>}
      </div>
      <Button variant="quiet" icon="close" aria-label="Dismiss" onClick={onDismiss} />
    </div>
  );
}
