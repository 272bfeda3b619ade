import type { Lab } from '../../../labs/lab.ts';
import { compareRuns, type Compared, type CompareRow } from '../../model/runs/compare-runs.ts';
import { PinSwatch } from './pin-swatch.tsx';
import styles from './compare.module.css';

/** What stands over a run's column: `look` is the colour and dash of its line, null where none is drawn. */
export interface CompareHead {
  id: string;
  number: number;
  look: number | null;
  name: string;
}

/**
 * Runs of one lab side by side: first the settings that differ, then, where they may be seen, the
 * numbers, each with its exact difference.
 */
export function CompareTable({
  lab,
  runs,
  heads,
  numbersShown = true,
}: {
  lab: Lab;
  runs: readonly Compared[];
  heads: readonly CompareHead[];
  numbersShown?: boolean;
}) {
  const { settings, numbers } = compareRuns(lab, runs);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td />
          {heads.map(({ id, number, look, name }) => (
            <th key={id} scope="col">
              <span className={styles.run}>
                {look !== null && <PinSwatch index={look} />}run {number}
              </span>
              <span className={styles.name}>{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <Rows
        title="Settings that differ"
        none="None: only chance and the clock differ."
        rows={settings}
      />
      {numbersShown && (
        <Rows title="Numbers that differ" none="None: every number is the same." rows={numbers} />
      )}
    </table>
  );
}

function Rows({ title, none, rows }: { title: string; none: string; rows: readonly CompareRow[] }) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={6} className={styles.group}>
          {title}
        </th>
      </tr>
      {rows.length === 0 && (
        <tr>
          <td colSpan={6} className={styles.none}>
            {none}
          </td>
        </tr>
      )}
      {rows.map(({ what, values, differences }) => (
        <tr key={what}>
          <th scope="row">{what}</th>
          {values.map((value, i) => (
            <td key={i}>
              {value}
              {differences[i] && <span className={styles.by}>{differences[i]}</span>}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
