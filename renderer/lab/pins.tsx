import { useState } from 'react';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { keyNumber, pinName } from './pin-words.ts';
import type { LabState } from './use-lab.ts';
import styles from './pins.module.css';

/** The pinned runs down the right side. A click draws a run's line on the chart or takes it off. */
export function Pins({ lab }: { lab: LabState }) {
  return (
    <aside className={styles.pins} aria-labelledby="pins-title">
      <h2 className={styles.title} id="pins-title">Pinned runs</h2>
      <PinList lab={lab} />
    </aside>
  );
}

/** The same list behind a button, where the window is narrow. */
export function PinsDrawer({ lab }: { lab: LabState }) {
  const [open, setOpen] = useState(false);
  return (
    <span className={styles.drawer}>
      <Button variant="quiet" icon="pin" onClick={() => setOpen(true)}>{`Pins (${lab.pins.length})`}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Pinned runs"><PinList lab={lab} /></Dialog>
    </span>
  );
}

function PinList({ lab }: { lab: LabState }) {
  return (
    <>
      <ul className={styles.list}>
        {[...lab.pins].reverse().map((run) => {
          const key = lab.hidden ? null : keyNumber(lab.lab, lab.pinCards[run.id]?.result ?? run.result);
          const lit = !lab.unlit.has(run.id);
          const name = pinName(lab.lab, run);
          return (
            <li key={run.id} className={styles.pin} data-lit={lit || undefined}>
              <button type="button" className={styles.show} aria-pressed={lit} title={lit ? 'Take it off the chart' : 'Draw it on the chart'} onClick={() => lab.toggleLit(run.id)}>
                <span className={styles.head}><span className={styles.name}>{name}</span><span className={styles.number}>{run.number}</span></span>
                <span className={styles.key}><span>{key?.what ?? `seed ${run.seed}`}</span>{key && <span className={styles.value}>{key.value}</span>}</span>
              </button>
              <Button variant="quiet" icon="close" className={styles.unpin} aria-label={`Unpin run ${run.number}`} title="Unpin" onClick={() => lab.setPinned(run.id, false)} />
            </li>
          );
        })}
      </ul>
      <p className={styles.empty}>Pin a run to keep its settings and its key number here, beside the next one.</p>
    </>
  );
}
