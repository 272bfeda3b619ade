import { Dialog } from '../kit/dialog.tsx';
import { compareRuns, type Compared, type CompareRow } from './compare-runs.ts';
import { PinSwatch } from './pin-swatch.tsx';
import { pinName } from './pin-words.ts';
import type { LabState } from './use-lab.ts';
import styles from './compare.module.css';

/** The run on screen beside the pinned ones that are drawn: first the settings that differ, then the numbers, each with its exact difference. */
export function CompareDialog({ lab, open, onClose }: { lab: LabState; open: boolean; onClose: () => void }) {
  const drawn = lab.pins.filter((pin) => lab.looks.has(pin.id) && pin.id !== lab.shown?.id);
  const runs: Compared[] = [...(lab.shown?.result ? [lab.shown] : []), ...drawn.map((pin) => lab.pinCards[pin.id] ?? pin)];
  const { settings, numbers } = compareRuns(lab.lab, runs);
  const all = [...drawn, ...(lab.shown ? [lab.shown] : [])];
  return (
    <Dialog open={open} onClose={onClose} title="Compare runs" about={runs.length > 1 ? `Only what differs. Small: the difference from run ${runs[0]!.number}.` : undefined} width="wide">
      {runs.length < 2 ? <p>Pin a second run, or switch a pinned one on, and the two stand side by side here.</p> : (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label="Runs side by side">
          <table className={styles.table}>
            <thead>
              <tr>
                <td />
                {runs.map(({ id, number }) => (
                  <th key={id} scope="col">
                    <span className={styles.run}>{lab.looks.has(id) && id !== lab.shown?.id && <PinSwatch index={lab.looks.get(id)!} />}run {number}</span>
                    <span className={styles.name}>{id === lab.shown?.id ? 'on screen' : pinName(lab.lab, all.find((run) => run.id === id)!)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <Rows title="Settings that differ" none="None: only chance and the clock differ." rows={settings} />
            <Rows title="Numbers that differ" none="None: every number is the same." rows={numbers} />
          </table>
        </div>
      )}
    </Dialog>
  );
}

function Rows({ title, none, rows }: { title: string; none: string; rows: readonly CompareRow[] }) {
  return (
    <tbody>
      <tr><th scope="rowgroup" colSpan={6} className={styles.group}>{title}</th></tr>
      {rows.length === 0 && <tr><td colSpan={6} className={styles.none}>{none}</td></tr>}
      {rows.map(({ what, values, differences }) => (
        <tr key={what}>
          <th scope="row">{what}</th>
          {values.map((value, i) => <td key={i}>{value}{differences[i] && <span className={styles.by}>{differences[i]}</span>}</td>)}
        </tr>
      ))}
    </tbody>
  );
}
