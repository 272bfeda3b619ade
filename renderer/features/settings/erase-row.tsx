import { useId, useState } from 'react';
import { useHost, useHostState } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import { formatFixed } from '../../kit/number/format.ts';
import { ExportButton } from './export-button.tsx';
import { Row } from './row.tsx';
import styles from './settings.module.css';

/** The word to type before everything goes. */
const word = 'erase';

/** Erases everything from disk: offered, then said plainly with the way out, then confirmed by a typed word. */
export function EraseRow() {
  const host = useHost();
  const runs = useHostState((state) => Object.keys(state.runs).length);
  const [state, setState] = useState<'closed' | 'asking' | 'erasing' | 'gone'>('closed');
  const [typed, setTyped] = useState('');
  const [settings, setSettings] = useState(false);
  const id = useId();
  const close = () => {
    setState('closed');
    setTyped('');
  };
  const erase = () => {
    setState('erasing');
    host.call('data.erase', { settings }).then(
      () => {
        setTyped('');
        setState('gone');
      },
      (error: unknown) => {
        close();
        host.report(error);
      },
    );
  };
  const sure = typed.trim().toLowerCase() === word;
  if (state === 'closed' || state === 'gone') {
    return (
      <Row
        name="Erase"
        about={
          state === 'gone' ? (
            <span role="status">Everything is gone from this computer. Lectern begins anew.</span>
          ) : (
            'Takes everything away from this computer, for good. Asks first.'
          )
        }
      >
        <Button icon="trash" onClick={() => setState('asking')}>
          Erase everything …
        </Button>
      </Row>
    );
  }
  return (
    <Row name="Erase">
      <form
        className={styles.erase}
        onSubmit={(event) => {
          event.preventDefault();
          if (sure && state === 'asking') erase();
        }}
      >
        <p>
          <b>This can’t be taken back.</b> {runWords(runs)} prediction, answer and note, drawings
          and polls are removed from the disk. A run in progress is stopped.
        </p>
        <div className={styles.controls}>
          <ExportButton words="Export first" />
        </div>
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={settings}
            onChange={(event) => setSettings(event.target.checked)}
          />{' '}
          These settings too
        </label>
        <label htmlFor={id}>
          Type <b>{word}</b> to confirm
        </label>
        <div className={styles.controls}>
          <input
            id={id}
            className={styles.word}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button
            type="submit"
            variant="primary"
            icon="trash"
            disabled={!sure || state === 'erasing'}
          >
            {state === 'erasing' ? 'Erasing …' : 'Erase everything'}
          </Button>
          <Button variant="quiet" disabled={state === 'erasing'} onClick={close}>
            Keep it
          </Button>
        </div>
      </form>
    </Row>
  );
}

/** How the sentence about what goes begins. */
function runWords(runs: number): string {
  if (runs === 0) return 'Every';
  return runs === 1 ? 'The one run, every' : `All ${formatFixed(runs)} runs, every`;
}
