import { useCallback, useState } from 'react';
import { useHost } from '../../host/use-host.ts';
import { importFiles, type ImportReport } from '../../model/notebook/import-files.ts';
import { saveNotebook } from '../../model/notebook/share.ts';
import { judgeAnew } from '../../shared/lab/judge-anew.ts';
import { claim } from './card/claim.ts';

/** Files in and out of the notebook: what is under way, and what the last import came to. */
export function useFiles(onRun: (run: string) => void): {
  /** "Exporting: 14 of 200"; null where nothing is under way. */
  busy: string | null;
  report: ImportReport | null;
  /** Runs of this import that the learner has said to be their own; `onClaim` says it, and of the same ones that they are not. */
  claimed: readonly string[];
  onClaim: (runs: readonly string[], mine: boolean) => void;
  dismiss: () => void;
  take: (files: readonly File[]) => void;
  saveAll: (runs: number) => void;
} {
  const host = useHost();
  const [busy, setBusy] = useState<string | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [claimed, setClaimed] = useState<readonly string[]>([]);
  const take = useCallback(
    (files: readonly File[]) => {
      if (files.length === 0) return;
      setReport(null);
      setClaimed([]);
      setBusy('Importing');
      void importFiles(host, files, (done) => setBusy(`Importing: ${done}`))
        .then(async (came) => {
          setReport(came);
          // What an older Lectern judged by any run is judged once its runs are here.
          if (came.answers > 0) await judgeAnew(host);
          const last = came.runs.at(-1);
          if (last !== undefined) onRun(last);
        })
        .catch(host.report)
        .finally(() => setBusy(null));
    },
    [host, onRun],
  );
  const saveAll = useCallback(
    (runs: number) => {
      setBusy('Exporting');
      void saveNotebook(host, (done) => setBusy(`Exporting: ${done} of ${runs}`))
        .catch(host.report)
        .finally(() => setBusy(null));
    },
    [host],
  );
  const onClaim = useCallback(
    (runs: readonly string[], mine: boolean) => {
      setBusy('Marking');
      // At once: the button must not go while it has the focus, however many are marked one after another.
      if (mine) setClaimed(runs);
      void claim(host, runs, mine, (done) => setBusy(`Marking: ${done} of ${runs.length}`))
        .then((said) => setClaimed(mine ? said : []))
        .finally(() => setBusy(null));
    },
    [host],
  );
  return { busy, report, claimed, onClaim, dismiss: () => setReport(null), take, saveAll };
}
