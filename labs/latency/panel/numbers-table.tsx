import type { ReactNode } from 'react';
import { Segmented } from '../../../renderer/kit/segmented.tsx';
import { modelNames, type ModelName } from '../names.ts';
import styles from './panel.module.css';

interface NumbersTableProps {
  caption: string;
  /** Names the choice of a model. */
  label: string;
  selected: ModelName;
  /** Models that have been measured. */
  present: readonly ModelName[];
  onSelect: (model: ModelName) => void;
  className?: string;
  /** The heads after the first, which is the choice's, and the rows. */
  heads: ReactNode;
  children: ReactNode;
}

/** A part's numbers of one model. The choice of it stands in the table's corner, or over a narrow table. */
export function NumbersTable({
  caption,
  label,
  selected,
  present,
  onSelect,
  className,
  heads,
  children,
}: NumbersTableProps) {
  return (
    <div className={styles.numbersBox}>
      <div className={styles.pick}>
        <Segmented<ModelName>
          label={label}
          value={selected}
          onChange={onSelect}
          options={modelNames.map((name) => ({
            value: name,
            label: name,
            disabled: !present.includes(name),
          }))}
        />
      </div>
      <table className={[styles.numbers, className].filter(Boolean).join(' ')}>
        <caption className={styles.hidden}>{caption}</caption>
        <thead>
          <tr>
            <td />
            {heads}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
