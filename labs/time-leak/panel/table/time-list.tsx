import { zoneNames } from '../../../data/times/zones.ts';
import type { DateOrder } from '../../../data/times/formats.ts';
import type { TableAnswers } from '../../own/table-mapping.ts';
import { orderWords, withOrder, withZone, type TimeChoice } from './table-asks.ts';
import styles from './table.module.css';

interface TimeListProps {
  choices: readonly TimeChoice[];
  answers: TableAnswers;
  onAnswers: (answers: TableAnswers) => void;
}

/** How times are read whose cells leave it open: what was answered, and of columns that nobody was asked about. */
export function TimeList({ choices, answers, onAnswers }: TimeListProps) {
  if (choices.length === 0) return null;
  return (
    <fieldset className={styles.features}>
      <legend>
        Times <span className={styles.hint}>what their cells leave open</span>
      </legend>
      <div className={styles.featureList} tabIndex={0} role="region" aria-label="Times">
        {choices.map(({ column, orders, order, zoneless, zone }) => (
          <div key={column} className={styles.feature}>
            <span>{column}</span>
            <span className={styles.writtenAt}>
              {orders.length > 0 && (
                <select
                  className={styles.select}
                  aria-label={`What comes first in ${column}`}
                  value={order ?? ''}
                  onChange={({ target }) =>
                    onAnswers(withOrder(answers, column, target.value as DateOrder))
                  }
                >
                  {order === null && <option value="">order not said</option>}
                  {orders.map((one) => (
                    <option key={one} value={one}>
                      {orderWords[one]}
                    </option>
                  ))}
                </select>
              )}
              {zoneless && (
                <select
                  className={styles.select}
                  aria-label={`Where the clock of ${column} stood`}
                  value={zone ?? ''}
                  onChange={({ target }) => onAnswers(withZone(answers, column, target.value))}
                >
                  <option value="">zone not said</option>
                  {zonesWith(zone).map((one) => (
                    <option key={one} value={one}>
                      {one}
                    </option>
                  ))}
                </select>
              )}
            </span>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** UTC first, and whatever was said although it is not among the others. */
const zonesWith = (said: string | null): string[] => [
  ...new Set(['UTC', ...(said === null ? [] : [said]), ...zoneNames()]),
];
