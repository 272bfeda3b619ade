import { formatFixed } from '../../../renderer/kit/format.ts';
import { Segmented } from '../../../renderer/kit/segmented.tsx';
import { Value } from '../../../renderer/kit/value.tsx';
import { modelNames, type ClosedFormRow, type ModelName, type SimulationRow } from '../lab.ts';
import styles from './panel.module.css';

interface QueueReadoutsProps {
  selected: ModelName;
  /** Models that have been measured. */
  present: readonly ModelName[];
  onSelect: (model: ModelName) => void;
  /** A prediction that has no place on the figure. */
  said: string | null;
  row: SimulationRow | null;
  formulas: readonly ClosedFormRow[];
  replicas: number;
  limitMs: number;
  /** Whether the formulas know this set-up at all. */
  applies: boolean;
}

/** The chosen setting in numbers: the simulation, and the textbook beside it. */
export function QueueReadouts({ selected, present, onSelect, said, row, formulas, replicas, limitMs, applies }: QueueReadoutsProps) {
  const unstable = row !== null && !row.stable;
  const ms = (value: number | null | undefined, stable = !unstable) => (!stable ? <span className={styles.unstable}>unstable</span> : <Value value={value ?? null} />);
  return (
    <table className={styles.numbers}>
      <caption className={styles.hidden}>The chosen setting, simulated and by formula</caption>
      <thead>
        <tr>
          <td><Segmented<ModelName> label="Model to compare with the formulas" value={selected} onChange={onSelect} options={modelNames.map((name) => ({ value: name, label: name, disabled: !present.includes(name) }))} /></td>
          <th scope="col">mean <span>ms</span></th><th scope="col">p50 <span>ms</span></th><th scope="col">p95 <span>ms</span></th><th scope="col">p99 <span>ms</span></th>
          <th scope="col">busy <span>%</span></th><th scope="col">answered <span>/s</span></th><th scope="col">within {formatFixed(limitMs)} ms <span>/s</span></th>
        </tr>
      </thead>
      <tbody>
        <tr className={styles.main}>
          <th scope="row">Simulated</th>
          <td>{ms(row?.meanMs)}</td><td>{ms(row?.p50Ms)}</td><td>{ms(row?.p95Ms)}</td><td>{ms(row?.p99Ms)}</td>
          <td>{unstable ? <Value value="over 100" /> : <Value value={row?.utilization == null ? null : row.utilization * 100} digits={0} />}</td>
          <td>{unstable ? '' : <Value value={row?.throughput ?? null} digits={0} />}</td><td>{unstable ? '' : <Value value={row?.goodput ?? null} digits={0} />}</td>
        </tr>
        {formulas.map((form) => (
          <tr key={form.formula}>
            <th scope="row">{formulaName(form.formula, replicas)}</th>
            <td>{ms(form.meanMs, form.stable)}</td>
            {form.formula === 'M/G/1' && form.stable
              ? <td colSpan={3} className={styles.note}>gives the mean only</td>
              : <><td>{ms(form.p50Ms, form.stable)}</td><td>{ms(form.p95Ms, form.stable)}</td><td>{ms(form.p99Ms, form.stable)}</td></>}
            <td colSpan={3} className={styles.said}>{said && form === formulas[0] ? said : ''}</td>
          </tr>
        ))}
        {formulas.length === 0 && <tr><td colSpan={8} className={styles.note}>{applies ? 'M/M/c, M/D/1 and M/G/1 stand here after a run.' : 'No textbook formula here covers batches or a queue that can be full.'}</td></tr>}
      </tbody>
    </table>
  );
}

/** M/M/c with its c. */
export const formulaName = (formula: string, replicas: number) => (formula === 'M/M/c' ? `M/M/${replicas}` : formula);
