import { useMemo, useState } from 'react';
import { Button } from '../../../../renderer/kit/button.tsx';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import { Icon, type IconName } from '../../../../renderer/kit/icon.tsx';
import { dayWords } from '../../../kit/panel/report/day-words.ts';
import { KeptNote } from '../../../kit/panel/report/kept-note.tsx';
import { ReportDialog } from '../../../kit/panel/report/report-dialog.tsx';
import { useKept } from '../../../kit/panel/report/use-kept.ts';
import type { Finding } from '../../own/finding.ts';
import { splitWords } from '../../own/findings/split-words.ts';
import { readingWords } from '../../own/roles/reading-words.ts';
import type { LeakReport } from '../../own/leak-report.ts';
import { ClassBar } from './class-bar.tsx';
import { contentOf } from './leak-content.ts';
import { stepsContent } from './steps-content.ts';
import { rolesOf, type Opened } from './use-table.ts';
import styles from './table.module.css';

interface FoundViewProps {
  file: File;
  opened: Opened;
  report: LeakReport;
  notices: string[];
  labelWords: [string, string];
  hash: string;
  onBack: () => void;
  onClear: () => void;
}

const icons: Record<Finding['kind'], IconName> = { leak: 'warn', question: 'info', note: 'check' };
const two = (value: number | null) => (value === null ? '–' : formatFixed(value, 2));

/** What was found, each with the rows it comes from; and every feature alone, as the table has it and rebuilt. */
export function FoundView({
  file,
  opened,
  report,
  notices,
  labelWords,
  hash,
  onBack,
  onClear,
}: FoundViewProps) {
  const [open, setOpen] = useState<string | null>(null);
  const [reporting, setReporting] = useState(false);
  const { whole } = report;
  const content = useMemo(
    () => contentOf(opened, { report, notices, labelWords, hash }, dayWords(new Date())),
    [opened, report, notices, labelWords, hash],
  );
  const { mapping } = rolesOf(opened);
  const readings = mapping ? readingWords(mapping, labelWords, opened.answers) : [];
  const kept = useKept(report, content);
  const steps = useMemo(
    () => stepsContent(content, report, dayWords(new Date())),
    [content, report],
  );
  return (
    <div className={styles.report}>
      <p className={styles.facts}>
        <span className={styles.number}>{formatFixed(report.rows)}</span> rows,{' '}
        <span className={styles.number}>{formatFixed(report.positives)}</span> with label “
        {labelWords[1]}”. {splitWords(report)}
        {whole.random !== null && (
          <>
            <br />
            AUC of all numeric features: {whole.random.shuffles} random splits{' '}
            <span className={styles.number}>
              {two(whole.random.mean)} ± {two(whole.random.sd)}
            </span>
            , in order <span className={styles.number}>{two(whole.chronological)}</span>
            {whole.rebuilt !== null && (
              <>
                ; on {formatFixed(whole.rebuiltRows)} later rows as it stands{' '}
                <span className={styles.number}>{two(whole.same)}</span>, rebuilt{' '}
                <span className={styles.number}>{two(whole.rebuilt)}</span>
              </>
            )}
          </>
        )}
      </p>
      {[...readings, ...notices].map((notice) => (
        <p key={notice} className={styles.quiet}>
          {notice}
        </p>
      ))}
      <div className={styles.columns} tabIndex={0} role="region" aria-label="Findings">
        <ul className={styles.findings}>
          {report.findings.map((finding) => (
            <li key={finding.id} data-kind={finding.kind}>
              <p className={styles.findingTitle}>
                <Icon name={icons[finding.kind]} />
                <span>{finding.title}</span>
              </p>
              <p className={styles.findingDetail}>
                {finding.detail}{' '}
                {finding.examples.length > 0 && (
                  <button
                    type="button"
                    className={styles.rowsButton}
                    aria-expanded={open === finding.id}
                    onClick={() => setOpen(open === finding.id ? null : finding.id)}
                  >
                    {open === finding.id
                      ? 'Hide the rows'
                      : `Show ${finding.examples.length === 1 ? 'the row' : `${finding.examples.length} rows`}`}
                  </button>
                )}
              </p>
              {open === finding.id && (
                <ol className={styles.examples}>
                  {finding.examples.map((example) => (
                    <li key={example.row}>
                      <span className={styles.number}>row {formatFixed(example.row)}</span>{' '}
                      {example.words}
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ul>
        <table className={styles.featureTable}>
          <caption>AUC of each feature alone</caption>
          <thead>
            <tr>
              <th scope="col">Feature</th>
              <th scope="col">newer</th>
              <th scope="col">random</th>
              <th scope="col">in order</th>
              <th scope="col">rebuilt</th>
            </tr>
          </thead>
          <tbody>
            {report.features.slice(0, 60).map((feature) => (
              <tr key={feature.name}>
                <th scope="row">{feature.name}</th>
                <td>{feature.newer === null ? '–' : formatFixed(feature.newer)}</td>
                <td>{two(feature.auc?.mean ?? null)}</td>
                <td>{two(feature.aucInOrder)}</td>
                <td data-fell={(feature.newer ?? 0) > 0 || undefined}>{two(feature.rebuilt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.formFoot}>
        <Button onClick={() => setReporting(true)}>Report</Button>
        <Button variant="quiet" onClick={onBack}>
          Change the columns
        </Button>
        <Button variant="quiet" onClick={onClear}>
          Another file
        </Button>
        <KeptNote kept={kept} />
        <p className={styles.quiet}>
          {file.name}, {formatFixed(file.size)} bytes, SHA-256{' '}
          <span className={styles.number}>{hash.slice(0, 12)}…</span>
        </p>
      </div>
      <ClassBar content={steps} />
      {reporting && <ReportDialog content={content} onClose={() => setReporting(false)} />}
    </div>
  );
}
