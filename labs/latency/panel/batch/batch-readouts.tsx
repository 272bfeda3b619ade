import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import { Term } from '../../../../renderer/glossary/term.tsx';
import { Value } from '../../../../renderer/kit/number/value.tsx';
import type { ModelName } from '../../names.ts';
import type { FrontierRow, SimulationRow } from '../../result.ts';
import { batchName, heldUpWords, waitWords } from './batch-words.ts';
import { NumbersTable } from '../numbers-table.tsx';
import styles from '../panel.module.css';

interface BatchReadoutsProps {
  selected: ModelName;
  /** Models that have been simulated. */
  present: readonly ModelName[];
  onSelect: (model: ModelName) => void;
  chosen: FrontierRow | null;
  noWait: FrontierRow | null;
  /** Part 2's row of the same model at the same setting. */
  alone: SimulationRow | null;
  limitMs: number;
}

/** The learner's own setting in numbers, with the wait and without. */
export function BatchReadouts({
  selected,
  present,
  onSelect,
  chosen,
  noWait,
  alone,
  limitMs,
}: BatchReadoutsProps) {
  const waits = chosen !== null && chosen.maxWaitMs > 0 && chosen.maxBatch > 1;
  return (
    <NumbersTable
      caption="The chosen setting, simulated with the wait and without"
      label="Model to look at"
      selected={selected}
      present={present}
      onSelect={onSelect}
      className={styles.batchNumbers}
      heads={
        <>
          <th scope="col">
            mean <span>ms</span>
          </th>
          <th scope="col">
            <Term id="p99">p99</Term> <span>ms</span>
          </th>
          <th scope="col">
            busy <span>%</span>
          </th>
          <th scope="col">in a batch</th>
          <th scope="col">
            answered <span>/s</span>
          </th>
          <th scope="col">
            within {limitMs > 0 ? `${formatFixed(limitMs)} ms` : 'the limit'} <span>/s</span>
          </th>
        </>
      }
    >
      <Numbers
        name={
          chosen
            ? `${chosen.maxBatch === 1 ? 'One by one' : batchName(chosen.maxBatch)}` +
              (waits ? `, wait ${formatFixed(chosen.maxWaitMs)} ms` : '')
            : 'Your setting'
        }
        row={chosen}
        main
      />
      <Numbers name="the same, no wait" row={waits ? noWait : null} />
      <tr>
        <td colSpan={7} className={styles.verdict} aria-live="polite">
          {[waitWords(chosen, noWait), heldUpWords(chosen, alone)].filter(Boolean).join(' · ') ||
            ' '}
        </td>
      </tr>
    </NumbersTable>
  );
}

function Numbers({
  name,
  row,
  main = false,
}: {
  name: string;
  row: FrontierRow | null;
  main?: boolean;
}) {
  return (
    <tr className={main ? styles.main : undefined}>
      <th scope="row">{name}</th>
      {row && !row.stable ? (
        <td colSpan={6} className={styles.unstable}>
          unstable: its queue grows without end
        </td>
      ) : (
        <>
          <td>
            <Value value={row?.meanMs ?? null} />
          </td>
          <td>
            <Value value={row?.p99Ms ?? null} />
          </td>
          <td>
            <Value value={row?.utilization == null ? null : row.utilization * 100} digits={0} />
          </td>
          <td>
            <Value value={row?.meanBatch ?? null} digits={1} />
          </td>
          <td>
            <Value value={row?.throughput ?? null} digits={0} />
          </td>
          <td>
            <Value value={row?.goodput ?? null} digits={0} />
          </td>
        </>
      )}
    </tr>
  );
}
