import { useEffect, useRef, useState } from 'react';
import { reportFacts } from '../../../../labs/kit/panel/report/report-facts.ts';
import { ReportView } from '../../../../labs/kit/panel/report/report-view.tsx';
import { saveReportCsv, saveReportHtml } from '../../../../labs/kit/panel/report/save-report.ts';
import { toErrorData, type ErrorData } from '../../../../main/contract/errors.ts';
import type { ListedReport, TableReport } from '../../../../main/contract/table-report.ts';
import { useHost } from '../../../host/use-host.ts';
import { Button } from '../../../kit/button.tsx';
import { Callout } from '../../../kit/callout.tsx';
import { findLab } from '../../../model/lab/registry.ts';
import { compareFile, type Compared } from './compare-file.ts';
import { moment } from './report-words.ts';
import styles from './reports.module.css';

interface ReportCardProps {
  /** What the list knows of it. */
  listed: ListedReport;
  onDelete: (report: { id: string; name: string }) => void;
}

/** Everything that is kept of one report on a table, and what can be done with it. */
export function ReportCard({ listed, onDelete }: ReportCardProps) {
  const host = useHost();
  const [report, setReport] = useState<TableReport | null>(null);
  const [problem, setProblem] = useState<ErrorData | null>(null);
  const { id } = listed;
  // Judged again, it is kept anew.
  const version = listed.readable ? listed.keptAt : '';
  useEffect(() => {
    let live = true;
    host.call('report.get', { id }).then(
      (whole) => {
        if (!live) return;
        setReport(whole);
        setProblem(null);
      },
      (error: unknown) => live && setProblem(toErrorData(error)),
    );
    return () => void (live = false);
  }, [host, id, version]);
  if (problem)
    return (
      <div className={styles.card}>
        <Callout kind="failed" what={problem.what} safe={problem.safe} next={problem.next} />
      </div>
    );
  if (!report)
    return (
      <p className={`${styles.card} ${styles.quiet}`} role="status">
        Opening the report…
      </p>
    );
  return <Whole report={report} onDelete={onDelete} />;
}

function Whole({
  report,
  onDelete,
}: {
  report: TableReport;
  onDelete: ReportCardProps['onDelete'];
}) {
  const host = useHost();
  const { id, lab, step, file, body, found, keptAt, importedAt } = report;
  const chooser = useRef<HTMLInputElement>(null);
  const [compared, setCompared] = useState<Compared | null>(null);
  const known = findLab(lab);
  return (
    <article className={styles.card} aria-labelledby="report-title">
      <h2 id="report-title" className={styles.title}>
        {body.title}
      </h2>
      <p className={styles.quiet}>
        {known?.title ?? lab} · {moment(keptAt)}
        {importedAt && ` · came with another notebook on ${moment(importedAt)}`}
      </p>
      <div className={styles.actions}>
        <Button icon="download" onClick={() => saveReportHtml(report)}>
          Save as HTML
        </Button>
        <Button icon="table" onClick={() => void saveReportCsv(report).catch(host.report)}>
          Save as CSV
        </Button>
        <Button
          variant="quiet"
          title="Choose a file: is it the one of this report, or has it changed?"
          onClick={() => chooser.current?.click()}
        >
          Is this file the same?
        </Button>
        {known && (
          <a className={styles.link} href={`#/labs/${lab}/${step}`}>
            Open its lab
          </a>
        )}
        <Button variant="quiet" icon="trash" onClick={() => onDelete({ id, name: file.name })}>
          Delete
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label="The file to compare"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen) void compareFile(chosen, file).then(setCompared);
            event.target.value = '';
          }}
        />
      </div>
      <p className={styles.compared} role="status" data-same={compared?.same ?? undefined}>
        {compared?.words}
      </p>
      <p className={styles.headline}>{found}</p>
      <dl className={styles.facts}>
        {reportFacts(report).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={name === 'SHA-256' ? 'num' : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.quiet}>No row of the table is kept: only what stands on this card.</p>
      <ReportView report={body} level={3} />
    </article>
  );
}
