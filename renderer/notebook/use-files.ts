import { useCallback, useState } from 'react';
import { useHost } from '../host/use-host.ts';
import { importFiles, type ImportReport } from './import-files.ts';
import { saveNotebook } from './share.ts';

/** Files in and out of the notebook: what is under way, and what the last import came to. */
export function useFiles(onRun: (run: string) => void): {
  /** "Exporting: 14 of 200"; null where nothing is under way. */
  busy: string | null;
  report: ImportReport | null;
  dismiss: () => void;
  take: (files: readonly File[]) => void;
  saveAll: (runs: number) => void;
} {
  const host = useHost();
  const [busy, setBusy] = useState<string | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const take = useCallback((files: readonly File[]) => {
    if (files.length === 0) return;
    setReport(null);
    setBusy('Importing');
    void importFiles(host, files, (done) => setBusy(`Importing: ${done}`))
      .then((came) => {
        setReport(came);
        if (came.last) onRun(came.last);
      }, host.report)
      .finally(() => setBusy(null));
  }, [host, onRun]);
  const saveAll = useCallback((runs: number) => {
    setBusy('Exporting');
    void saveNotebook(host, (done) => setBusy(`Exporting: ${done} of ${runs}`)).catch(host.report).finally(() => setBusy(null));
  }, [host]);
  return { busy, report, dismiss: () => setReport(null), take, saveAll };
}

