import type { ReportContent } from '../../../view.ts';
import { downloadBlob, fileName } from '../../../../renderer/charts/download.ts';
import { reportHtml } from './report-html.ts';

/** Hands a report to the person as one HTML file. */
export function saveReportHtml(content: ReportContent): void {
  const file = new Blob([reportHtml(content)], { type: 'text/html' });
  downloadBlob(fileName(content.body.title, 'html'), file);
}

/** Hands it to them as CSV. What writes CSV is loaded now. */
export async function saveReportCsv(content: ReportContent): Promise<void> {
  const { reportCsv } = await import('./report-csv.ts');
  const file = new Blob([reportCsv(content)], { type: 'text/csv' });
  downloadBlob(fileName(content.body.title, 'csv'), file);
}
