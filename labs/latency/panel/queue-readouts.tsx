import { formatFixed, formatSignificant } from '../../../renderer/kit/number/format.ts';
import { MarkedText } from '../../../renderer/glossary/marked-text.tsx';
import { Term } from '../../../renderer/glossary/term.tsx';
import { Value } from '../../../renderer/kit/number/value.tsx';
import type { ModelName } from '../names.ts';
import type { ClosedFormRow, SimulationRow } from '../result.ts';
import { NumbersTable } from './numbers-table.tsx';
import styles from './panel.module.css';

interface QueueReadoutsProps {
  selected: ModelName;
  /** Models that have been measured. */
  present: readonly ModelName[];
  onSelect: (model: ModelName) => void;
  /** A prediction that has no place on the figure. */
  said: string | null;
  /** How many times its bare service time a request takes. */
  slower: number | null;
  row: SimulationRow | null;
  formulas: readonly ClosedFormRow[];
  replicas: number;
  limitMs: number;
  /** Whether the formulas know this set-up at all. */
  applies: boolean;
}

const ms = (value: number | null | undefined) => <Value value={value ?? null} />;

const formulaNames = ['M/M/c', 'M/D/1', 'M/G/1'] as const;

/** The chosen setting in numbers: the simulation, and the textbook beside it. */
export function QueueReadouts({
  selected,
  present,
  onSelect,
  said,
  slower,
  row,
  formulas,
  replicas,
  limitMs,
  applies,
}: QueueReadoutsProps) {
  const unstable = row !== null && !row.stable;
  const reason = (name: string) => {
    if (!applies) return 'knows neither batches nor a full queue';
    return name !== 'M/M/c' && replicas > 1 ? 'knows one replica only' : '–';
  };
  const outcome =
    slower === null ? null : (
      <span className={styles.note}>
        simulated mean: {formatSignificant(slower, 2)} × its service time
      </span>
    );
  return (
    <NumbersTable
      caption="The chosen setting, simulated and by formula"
      label="Model to compare with the formulas"
      selected={selected}
      present={present}
      onSelect={onSelect}
      heads={
        <>
          <th scope="col">
            mean <span>ms</span>
          </th>
          <th scope="col">
            <Term id="p50">p50</Term> <span>ms</span>
          </th>
          <th scope="col">
            <Term id="p95">p95</Term> <span>ms</span>
          </th>
          <th scope="col">
            <Term id="p99">p99</Term> <span>ms</span>
          </th>
          <th scope="col">
            busy <span>%</span>
          </th>
          <th scope="col">
            answered <span>/s</span>
          </th>
          <th scope="col">
            within {limitMs > 0 ? `${formatFixed(limitMs)} ms` : 'the limit'} <span>/s</span>
          </th>
        </>
      }
    >
      <tr className={styles.main}>
        <th scope="row">Simulated</th>
        {unstable ? (
          <td colSpan={7} className={styles.unstable}>
            unstable: its queue grows without end
          </td>
        ) : (
          <>
            <td>{ms(row?.meanMs)}</td>
            <td>{ms(row?.p50Ms)}</td>
            <td>{ms(row?.p95Ms)}</td>
            <td>{ms(row?.p99Ms)}</td>
            <td>
              <Value value={row?.utilization == null ? null : row.utilization * 100} digits={0} />
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
      {formulaNames.map((name, place) => {
        const form = formulas.find((known) => known.formula === name);
        return (
          <tr key={name}>
            <th scope="row">
              <MarkedText>{formulaName(name, replicas)}</MarkedText>
            </th>
            {form ? (
              <FormulaCells form={form} />
            ) : (
              <td colSpan={4} className={styles.note}>
                {reason(name)}
              </td>
            )}
            <td colSpan={3}>
              {place === 0 && outcome}
              {place === 1 && said && <span className={styles.said}>{said}</span>}
            </td>
          </tr>
        );
      })}
    </NumbersTable>
  );
}

/** What a formula says of latency, in four columns. */
function FormulaCells({ form }: { form: ClosedFormRow }) {
  if (!form.stable)
    return (
      <td colSpan={4} className={styles.unstable}>
        unstable
      </td>
    );
  return (
    <>
      <td>{ms(form.meanMs)}</td>
      {form.formula === 'M/G/1' ? (
        <td colSpan={3} className={styles.note}>
          gives the mean only
        </td>
      ) : (
        <>
          <td>{ms(form.p50Ms)}</td>
          <td>{ms(form.p95Ms)}</td>
          <td>{ms(form.p99Ms)}</td>
        </>
      )}
    </>
  );
}

/** M/M/c with its c. */
export const formulaName = (formula: string, replicas: number) =>
  formula === 'M/M/c' ? `M/M/${replicas}` : formula;
