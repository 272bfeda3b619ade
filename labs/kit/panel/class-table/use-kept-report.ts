import { useEffect, useState } from 'react';
import type { TableReport } from '../../../view.ts';
import { useHost, useHostState } from '../../../../renderer/host/use-host.ts';

/** Kept between parts, so that the next one finds it at once. */
let last: TableReport | null = null;

/** A kept report; `gone`: it was deleted, or is on another computer. Null while it is fetched. */
export function useKeptReport(id: string | null): TableReport | 'gone' | null {
  const host = useHost();
  const ready = useHostState((state) => state.ready);
  const listed = useHostState((state) => (id === null ? undefined : state.reports[id]));
  const [report, setReport] = useState(last);
  const keptAt = listed?.readable ? listed.keptAt : null;
  useEffect(() => {
    if (id === null || keptAt === null || (last?.id === id && last.keptAt === keptAt)) return;
    let live = true;
    host.call('report.get', { id }).then((whole) => {
      last = whole;
      if (live) setReport(whole);
    }, host.report);
    return () => void (live = false);
  }, [host, id, keptAt]);
  if (id === null) return null;
  if (ready && keptAt === null) return 'gone';
  const known = last?.id === id ? last : report;
  return known?.id === id ? known : null;
}
