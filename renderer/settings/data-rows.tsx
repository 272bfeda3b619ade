import { useEffect, useState } from 'react';
import { useHost, useHostState } from '../host/use-host.ts';
import { Button } from '../kit/button.tsx';
import { formatFixed } from '../kit/format.ts';
import { sizeWords } from '../notebook/run-names.ts';
import { EraseRow } from './erase-row.tsx';
import { ExportButton } from './export-button.tsx';
import { ResetRow } from './reset-row.tsx';
import { Row } from './row.tsx';
import styles from './settings.module.css';

/** The data folder, and what can be done with what is in it. */
export function DataRows() {
  const host = useHost();
  const folder = useHostState((state) => state.info?.dataFolder ?? null);
  // Asked anew when a run comes or goes, or an answer, or all of it.
  const runs = useHostState((state) => Object.keys(state.runs).length);
  const learner = useHostState((state) => state.learner);
  const [size, setSize] = useState<{ bytes: number; files: number } | null>(null);
  const [copied, setCopied] = useState<string | null>(null);
  useEffect(() => {
    let live = true;
    host.call('data.size', {}).then((now) => live && setSize(now), () => undefined);
    return () => void (live = false);
  }, [host, runs, learner]);
  const copy = () =>
    void navigator.clipboard.writeText(folder ?? '').then(() => setCopied('Copied.'), () => setCopied('The clipboard can’t be reached: select the path and copy it.'));
  return (
    <>
      <Row
        name="Data folder"
        about={
          <>
            {size && `${sizeWords(size.bytes)} in ${formatFixed(size.files)} ${size.files === 1 ? 'file' : 'files'}. `}
            To keep it elsewhere, quit Lectern, move this folder, and start Lectern with <code className={styles.code}>LECTERN_HOME</code> set to the new place.
          </>
        }
        below={<p className="said" role="status">{copied}</p>}
      >
        <code className={styles.path} tabIndex={0} aria-label="Data folder">{folder ?? 'not known yet'}</code>
        <Button icon={copied === 'Copied.' ? 'check' : 'copy'} disabled={folder === null} onClick={copy}>{copied === 'Copied.' ? 'Copied' : 'Copy path'}</Button>
      </Row>
      <Row name="Export" about="Runs, predictions and answers as one file. Importing it in the notebook brings them back, here or on another computer.">
        <ExportButton />
      </Row>
      <ResetRow />
      <EraseRow />
    </>
  );
}
