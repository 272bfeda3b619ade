import { createPortal } from 'react-dom';
import type { ReportContent } from '../../../view.ts';
import { useHost } from '../../../../renderer/host/use-host.ts';
import { Button } from '../../../../renderer/kit/button.tsx';
import { Dialog } from '../../../../renderer/kit/dialog.tsx';
import { ReportView } from './report-view.tsx';
import { saveReportCsv, saveReportHtml } from './save-report.ts';
import styles from './report.module.css';

interface ReportDialogProps {
  content: ReportContent;
  onClose: () => void;
}

/** The report to read, to save as HTML or CSV, or to print (on paper, or as PDF by the printer's own choice). */
export function ReportDialog({ content, onClose }: ReportDialogProps) {
  const host = useHost();
  const { body } = content;
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
            <Button icon="table" onClick={() => void saveReportCsv(content).catch(host.report)}>
              Save as CSV
            </Button>
            <Button icon="download" onClick={() => saveReportHtml(content)}>
              Save as HTML
            </Button>
          </>
        }
      >
        <div className={styles.screen} tabIndex={0} role="region" aria-label="The report">
          <ReportView report={body} title={body.title} />
        </div>
      </Dialog>
      {createPortal(
        <div className={styles.paper} data-report-paper>
          <ReportView report={body} title={body.title} />
        </div>,
        document.body,
      )}
    </>
  );
}
