import type { ListedReport } from '../../../../main/contract/table-report.ts';
import { Button } from '../../../kit/button.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { findLab } from '../../../model/lab/registry.ts';
import { shortDay } from './report-words.ts';
import styles from './reports.module.css';

interface ReportListProps {
  reports: readonly ListedReport[];
  /** Of the one on the right. */
  open: string | null;
  onOpen: (id: string) => void;
  deleted: { name: string } | null;
  onUndo: () => void;
}

/** Reports on the learner's own tables, newest first, and the way back for the one that was deleted last. */
export function ReportList({ reports, open, onOpen, deleted, onUndo }: ReportListProps) {
  if (reports.length === 0 && !deleted) return null;
  return (
    <section className={styles.list} aria-labelledby="own-tables">
      <h3 id="own-tables" className={styles.listTitle}>
        Reports on your own tables
      </h3>
      {deleted && (
        <p className={styles.deleted} role="status">
          The report on {deleted.name} is deleted. It can be brought back until Lectern closes.{' '}
          <Button icon="replay" onClick={onUndo}>
            Undo
          </Button>
        </p>
      )}
      <ul>
        {reports.map((report) => (
          <li key={report.id} data-lit={report.id === open || undefined}>
            <button
              type="button"
              data-row=""
              aria-current={report.id === open || undefined}
              onClick={() => onOpen(report.id)}
            >
              <Icon name="table" />
              {report.readable ? (
                <span className={styles.words}>
                  <span className={styles.name}>{report.file.name}</span>
                  <span className={styles.found}>{report.found}</span>
                  <span className={styles.when}>
                    {shortDay(report.keptAt)}, {findLab(report.lab)?.title ?? report.lab}
                  </span>
                </span>
              ) : (
                <span className={styles.words}>
                  <span className={styles.name}>A report of a newer Lectern</span>
                  <span className={styles.when}>Open it with that version.</span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
