import { useState } from 'react';
import { useHost, useHostState } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import type { SharedValues } from '../../../main/contract/shared-state.ts';
import { explorationsKey } from '../../model/lab/explorations.ts';
import { labs } from '../../model/lab/registry.ts';
import { runsInWords, saidIn } from './lab-contents.ts';
import { Row } from './row.tsx';
import styles from './settings.module.css';

/** What a reset took away. */
interface Undo {
  lab: string;
  said: string;
  explored: SharedValues[string];
}

/** Takes away what was said in one lab, after naming it; until the dialog closes it can be taken back. Runs stay. */
export function ResetRow() {
  const host = useHost();
  const all = useHostState((state) => state.learner.labs);
  const runs = useHostState((state) => state.runs);
  const [lab, setLab] = useState(labs[0]?.id ?? '');
  const [undo, setUndo] = useState<readonly Undo[]>([]);
  const without = (one: string) => undo.filter((other) => other.lab !== one);
  const title = (id: string) => labs.find((one) => one.id === id)?.title ?? id;
  const said = saidIn(all[lab]);
  const own = Object.values(runs).filter((run) => run.lab === lab).length;
  const reset = () =>
    void host.call('learner.change', { kind: 'reset-lab', lab }).then(() => {
      const key = explorationsKey(lab);
      // What was chosen in a figure is an answer too.
      const explored = host.store.getState().shared[key] ?? null;
      if (explored !== null) host.share(key, null, true);
      setUndo([...without(lab), { lab, said, explored }]);
    }, host.report);
  const restore = ({ lab: one, explored }: Undo) =>
    void host.call('learner.change', { kind: 'restore-lab', lab: one }).then(() => {
      if (explored !== null) host.share(explorationsKey(one), explored, true);
      setUndo(without(one));
    }, host.report);
  return (
    <Row
      name="Reset a lab"
      about={
        said === '' ? 'Nothing has been said in this lab.' : `Takes away ${said}. ${whatStays(own)}`
      }
      below={
        <div className={styles.undo} role="status">
          {undo.map((one) => (
            <p key={one.lab}>
              {title(one.lab)} starts anew; gone: {one.said}.{' '}
              <Button icon="replay" onClick={() => restore(one)}>
                Undo
              </Button>
            </p>
          ))}
        </div>
      }
    >
      <select
        className={styles.select}
        value={lab}
        aria-label="Lab to reset"
        onChange={(event) => setLab(event.target.value)}
      >
        {labs.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
      </select>
      <Button disabled={said === ''} onClick={reset}>
        Reset
      </Button>
    </Row>
  );
}

function whatStays(runs: number): string {
  if (runs === 0) return 'It has no runs.';
  return runs === 1 ? 'Its 1 run stays.' : `Its ${runsInWords(runs)} stay.`;
}
