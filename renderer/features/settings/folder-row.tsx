import { useEffect, useRef, useState } from 'react';
import { toErrorData, type ErrorData } from '../../../main/contract/errors.ts';
import { useHost, useHostState } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import { formatFixed } from '../../kit/number/format.ts';
import { sizeWords } from '../../model/runs/run-names.ts';
import { Row } from './row.tsx';
import styles from './settings.module.css';

/** What was done last, for the line below. */
type Done =
  | { what: 'copied' | 'opening' | 'opened' }
  | { what: 'not copied' }
  | { what: 'not opened'; error: ErrorData }
  | null;

/** Where the data folder is and what it takes, and ways to it. */
export function FolderRow() {
  const host = useHost();
  const folder = useHostState((state) => state.info?.dataFolder ?? null);
  // Asked anew when a run comes or goes, or an answer, or all of it.
  const runs = useHostState((state) => Object.keys(state.runs).length);
  const learner = useHostState((state) => state.learner);
  const [size, setSize] = useState<{ bytes: number; files: number } | null>(null);
  const [done, setDone] = useState<Done>(null);
  useEffect(() => {
    let live = true;
    host.call('data.size', {}).then(
      (now) => live && setSize(now),
      () => undefined,
    );
    return () => void (live = false);
  }, [host, runs, learner]);
  // The line stands under the dialog's edge where the row is the last one in sight.
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (done && done.what !== 'copied') line.current?.scrollIntoView({ block: 'nearest' });
  }, [done]);
  const copy = () =>
    void navigator.clipboard.writeText(folder ?? '').then(
      () => setDone({ what: 'copied' }),
      () => setDone({ what: 'not copied' }),
    );
  const open = () => {
    setDone({ what: 'opening' });
    void host.call('app.openFolder', {}).then(
      () => setDone({ what: 'opened' }),
      (error: unknown) => setDone({ what: 'not opened', error: toErrorData(error) }),
    );
  };
  const copied = done?.what === 'copied';
  return (
    <Row
      name="Data folder"
      about={
        <>
          {size &&
            `${sizeWords(size.bytes)} in ${formatFixed(size.files)} ${size.files === 1 ? 'file' : 'files'}. `}
          To keep it elsewhere, quit Lectern, move this folder, and start Lectern with{' '}
          <code className={styles.code}>LECTERN_HOME</code> set to the new place.
        </>
      }
      below={
        <p ref={line} className={doneClass(done)} role="status">
          {doneWords(done)}
        </p>
      }
    >
      <code className={styles.path} tabIndex={0} aria-label="Data folder">
        {folder ?? 'not known yet'}
      </code>
      <Button icon={copied ? 'check' : 'copy'} disabled={folder === null} onClick={copy}>
        {copied ? 'Copied' : 'Copy path'}
      </Button>
      <Button
        icon="folder"
        focusableWhenDisabled
        disabled={folder === null || done?.what === 'opening'}
        onClick={open}
      >
        Open folder
      </Button>
    </Row>
  );
}

/** What the button itself says already is left to screen readers. */
function doneClass(done: Done): string | undefined {
  switch (done?.what) {
    case 'copied':
      return 'said';
    case 'not copied':
    case 'not opened':
      return styles.wrong;
    default:
      return styles.quiet;
  }
}

function doneWords(done: Done): string | null {
  switch (done?.what) {
    case 'copied':
      return 'Copied.';
    case 'not copied':
      return 'The clipboard can’t be reached: select the path and copy it.';
    case 'opening':
      return 'Opening the folder …';
    case 'opened':
      return 'Opened in the file manager.';
    case 'not opened':
      return [done.error.what, done.error.safe, done.error.next].filter(Boolean).join(' ');
    default:
      return null;
  }
}
