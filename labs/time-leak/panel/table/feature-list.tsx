import type { Column } from '../../../data/column.ts';
import type { TableAnswers, TableRoles } from '../../own/table-mapping.ts';
import styles from './table.module.css';

interface FeatureListProps {
  columns: readonly Column[];
  roles: TableRoles['roles'];
  answers: TableAnswers;
  /** Names of the columns that are features now. */
  used: readonly string[];
  onAnswers: (change: TableAnswers) => void;
}

/** Which columns are features, and which column says when each was written. */
export function FeatureList({ columns, roles, answers, used, onAnswers }: FeatureListProps) {
  const written = roles.written ?? {};
  const taken = new Set([
    roles.time,
    roles.timeOfDay,
    roles.label,
    roles.owner,
    ...Object.values(written),
  ]);
  const free = columns.filter((column) => !taken.has(column.name));
  const times = columns.filter(
    ({ name, kind }) => (kind === 'time' || kind === 'number') && name !== roles.time,
  );
  const toggle = (name: string) =>
    onAnswers({
      features: used.includes(name) ? used.filter((one) => one !== name) : [...used, name],
    });
  const setWritten = (name: string, column: string | null) =>
    onAnswers({ written: { ...answers.written, [name]: column } });
  return (
    <fieldset className={styles.features}>
      <legend>
        Features{' '}
        <span className={styles.hint}>
          {used.length} of {free.length}
        </span>
      </legend>
      <div className={styles.featureList} tabIndex={0} role="region" aria-label="Features">
        {free.map((column) => (
          <div key={column.name} className={styles.feature}>
            <label className={styles.tick}>
              <input
                type="checkbox"
                checked={used.includes(column.name)}
                onChange={() => toggle(column.name)}
              />
              <span>{column.name}</span>
              <span className={styles.hint}>{column.examples.join(', ') || 'empty'}</span>
            </label>
            {used.includes(column.name) && (
              <span className={styles.writtenAt}>
                <label>
                  <span className={styles.hint}>written at</span>{' '}
                  <select
                    className={styles.select}
                    value={written[column.name] ?? ''}
                    onChange={(event) => setWritten(column.name, event.target.value || null)}
                    aria-label={`When ${column.name} was written`}
                  >
                    <option value="">not said</option>
                    {times
                      .filter(({ name }) => name !== column.name)
                      .map(({ name }) => (
                        <option key={name} value={name}>
                          {name}
                        </option>
                      ))}
                  </select>
                </label>
              </span>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
