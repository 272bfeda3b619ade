import { useState } from 'react';
import { Button } from '../../../kit/button.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { keyNumber, pinName } from '../../../model/runs/pin-words.ts';
import { useKnownRuns } from '../../../host/own-runs.ts';
import type { KnownRuns } from '../../../model/prediction/judging/judging-run.ts';
import { openParts } from '../../../model/prediction/open-questions.ts';
import { mostDrawn } from '../../../model/runs/pinned.ts';
import { PinSwatch } from '../../../shared/lab/pin-swatch.tsx';
import type { LabState } from '../run/use-lab.ts';
import { CompareDialog } from './compare-dialog.tsx';
import styles from './pins.module.css';

/** The pinned runs down the right side. A click draws a run's line on the chart or takes it off. */
export function Pins({ lab }: { lab: LabState }) {
  return (
    <aside className={styles.pins} aria-labelledby="pins-title">
      <div className={styles.top}>
        <h2 className={styles.title} id="pins-title">
          Pinned runs
        </h2>
        <Compare lab={lab} />
      </div>
      <PinList lab={lab} />
    </aside>
  );
}

/** The same list behind a button: where the window is narrow, and beside a slide once something is pinned. */
export function PinsDrawer({ lab, beside = false }: { lab: LabState; beside?: boolean }) {
  const [open, setOpen] = useState(false);
  if (beside && lab.pins.length === 0) return null;
  return (
    <span className={beside ? styles.beside : styles.drawer}>
      <Button
        variant="quiet"
        icon="pin"
        onClick={() => setOpen(true)}
      >{`Pins (${lab.pins.length})`}</Button>
      {beside && <Compare lab={lab} />}
      <Dialog open={open} onClose={() => setOpen(false)} title="Pinned runs">
        <PinList lab={lab} />
      </Dialog>
    </span>
  );
}

function Compare({ lab }: { lab: LabState }) {
  const [open, setOpen] = useState(false);
  if (lab.pins.length === 0 || lab.hidden) return null;
  return (
    <>
      <Button variant="quiet" className={styles.compare} onClick={() => setOpen(true)}>
        Compare
      </Button>
      {open && <CompareDialog lab={lab} open onClose={() => setOpen(false)} />}
    </>
  );
}

/** Whether the lab's key number answers a question that is open, of the part on screen or of another. */
function keyWaits({ lab, story, progress, at, hidden }: LabState, known: KnownRuns): boolean {
  const { keyAnswers } = lab;
  if (hidden || keyAnswers === undefined || keyAnswers === at.part.id) return hidden;
  return openParts({ lab, story }, progress, known).has(keyAnswers);
}

function PinList({ lab }: { lab: LabState }) {
  const known = useKnownRuns();
  return (
    <>
      <ul className={styles.list}>
        {[...lab.pins].reverse().map((run) => {
          const key = keyWaits(lab, known)
            ? null
            : keyNumber(lab.lab, lab.pinCards[run.id]?.result ?? run.result);
          const lit = lab.looks.has(run.id);
          const name = pinName(lab.lab, run);
          return (
            <li key={run.id} className={styles.pin} data-lit={lit || undefined}>
              <button
                type="button"
                className={styles.show}
                aria-pressed={lit}
                title={lit ? 'Take it off the chart' : 'Draw it on the chart'}
                onClick={() => lab.setLit(run.id, !lit)}
              >
                <span className={styles.head}>
                  <span className={styles.name}>{name}</span>
                  <span className={styles.number}>{run.number}</span>
                </span>
                <span className={styles.key}>
                  <span className={styles.what}>
                    {lit && !lab.hidden && <PinSwatch index={lab.looks.get(run.id)!} />}
                    {key?.what ?? `seed ${run.seed}`}
                  </span>
                  {key && <span className={styles.value}>{key.value}</span>}
                </span>
              </button>
              <Button
                variant="quiet"
                icon="close"
                className={styles.unpin}
                aria-label={`Unpin run ${run.number}`}
                title="Unpin"
                onClick={() => lab.setPinned(run.id, false)}
              />
            </li>
          );
        })}
      </ul>
      <p className={styles.empty}>
        {lab.pins.length > mostDrawn
          ? `The chart takes ${mostDrawn} at once; a click exchanges them.`
          : 'Pin a run to keep its line on the chart and its key number here, beside the next one.'}
      </p>
    </>
  );
}
