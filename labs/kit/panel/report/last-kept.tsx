import type { ReportSummary } from '../../../view.ts';
import { useHostState } from '../../../../renderer/host/use-host.ts';
import styles from './report.module.css';

/** The lab's newest report in the notebook: the way back to it once its file is closed. */
export function LastKept({ lab }: { lab: string }) {
  const reports = useHostState((state) => state.reports);
  const last = Object.values(reports)
    .filter((one): one is ReportSummary => one.readable && one.lab === lab)
    .sort((a, b) => b.keptAt.localeCompare(a.keptAt))[0];
  if (!last) return null;
  return (
    <p className={styles.last}>
      Read last: {last.file.name}. Its rows were not kept; its report is{' '}
      <a href={`#/notebook/${last.id}`}>in your notebook</a>.
    </p>
  );
}
