import { useMemo, useState } from 'react';
import type { ListedReport } from '../../../../main/contract/table-report.ts';
import { useHost, useHostState } from '../../../host/use-host.ts';

/** The report that was deleted last, and can be brought back. */
interface Deleted {
  id: string;
  name: string;
}

/** Kept reports, newest first, and what the notebook does with them. `go` opens one, or nothing; `refocus`: the focus was on what went. */
export function useReports(
  go: (id: string | null) => void,
  refocus: () => void,
): {
  reports: readonly ListedReport[];
  deleted: Deleted | null;
  remove: (report: Deleted) => void;
  undo: () => void;
} {
  const host = useHost();
  const known = useHostState((state) => state.reports);
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const reports = useMemo(() => {
    const when = (one: ListedReport) => (one.readable ? one.keptAt : '');
    return Object.values(known).sort((a, b) => when(b).localeCompare(when(a)));
  }, [known]);
  const remove = (report: Deleted) =>
    void host.call('report.delete', { id: report.id }).then(() => {
      setDeleted(report);
      go(null);
      refocus();
    }, host.report);
  const undo = () => {
    if (!deleted) return;
    void host.call('report.restore', { id: deleted.id }).then(({ id }) => {
      setDeleted(null);
      go(id);
      refocus();
    }, host.report);
  };
  // Judged again meanwhile, or brought back in another window.
  const back = deleted !== null && known[deleted.id] !== undefined;
  return { reports, deleted: back ? null : deleted, remove, undo };
}
