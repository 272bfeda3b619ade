import { useMemo } from 'react';
import { createPortal } from 'react-dom';
import { downloadBlob, fileName } from '../../../../renderer/charts/download.ts';
import { Button } from '../../../../renderer/kit/button.tsx';
import { Dialog } from '../../../../renderer/kit/dialog.tsx';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import type { OwnAudit } from '../../own/own-audit.ts';
import { reportOf, type Report, type ReportAbout, type ReportCell } from './own-report.ts';
import { reportHtml } from './report-html.ts';
import { rangeWords } from '../words.ts';
import styles from './report.module.css';

interface ReportDialogProps {
  audit: OwnAudit;
  about: Omit<ReportAbout, 'day'>;
  onClose: () => void;
}

/** The report to read, to save as one HTML file, or to print (on paper, or as PDF by the printer's own choice). */
export function ReportDialog({ audit, about, onClose }: ReportDialogProps) {
  const { fileName: file, label, decision, weight, leftOut, withoutGroup } = about;
  const report = useMemo(
    () =>
      reportOf(audit, {
        fileName: file,
        label,
        decision,
        weight,
        leftOut,
        withoutGroup,
        day: new Date().toLocaleDateString('en-GB', {
          day: 'numeric',
          month: 'long',
          year: 'numeric',
        }),
      }),
    [audit, file, label, decision, weight, leftOut, withoutGroup],
  );
  return (
    <>
      <Dialog
        open
        onClose={onClose}
        title="Report"
        about="What was found, and what it can’t tell."
        width="wide"
        actions={
          <>
            <Button variant="quiet" onClick={() => window.print()}>
              Print
            </Button>
            <Button
              icon="download"
              onClick={() =>
                downloadBlob(
                  fileName(report.title, 'html'),
                  new Blob([reportHtml(report)], { type: 'text/html' }),
                )
              }
            >
              Save as HTML
            </Button>
          </>
        }
      >
        <div className={styles.screen} tabIndex={0} role="region" aria-label="The report">
          <ReportView report={report} />
        </div>
      </Dialog>
      {createPortal(
        <div className={styles.paper} data-report-paper>
          <ReportView report={report} />
        </div>,
        document.body,
      )}
    </>
  );
}

function ReportView({ report }: { report: Report }) {
  return (
    <article className={styles.report}>
      <h3>{report.title}</h3>
      {report.about.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {report.sections.map((section) => (
        <section key={section.heading}>
          <h4>{section.heading}</h4>
          {section.paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {section.points.length > 0 && (
            <ul>
              {section.points.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
          {section.tables.map((table) => (
            <table key={table.caption}>
              <caption>{table.caption}</caption>
              <thead>
                <tr>
                  {table.columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map(({ cells, quiet }, row) => (
                  <tr key={row} data-quiet={quiet || undefined}>
                    {cells.map((cell, at) =>
                      at === 0 ? (
                        <th key={at} scope="row">
                          <Cell cell={cell} />
                        </th>
                      ) : (
                        <td key={at}>
                          <Cell cell={cell} />
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </section>
      ))}
    </article>
  );
}

function Cell({ cell }: { cell: ReportCell }) {
  if (typeof cell === 'string') return cell;
  return (
    <>
      {formatFixed(cell.value, 2)}
      {cell.interval && (
        <small>
          {' '}
          {rangeWords(cell.interval)}
          {cell.exact && '*'}
        </small>
      )}
    </>
  );
}
