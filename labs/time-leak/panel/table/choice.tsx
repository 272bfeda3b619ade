import type { ReactNode } from 'react';
import styles from './table.module.css';

interface ChoiceProps {
  label: string;
  value: string | null;
  options: readonly { name: string }[];
  empty: string;
  onChange: (name: string | null) => void;
  children: ReactNode;
}

/** Which column has a role. */
export function Choice({ label, value, options, empty, onChange, children }: ChoiceProps) {
  return (
    <div className={styles.choice}>
      <label>
        <span className={styles.choiceLabel}>{label}</span>
        <select
          className={styles.select}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value || null)}
        >
          <option value="">{empty}</option>
          {options.map((column) => (
            <option key={column.name} value={column.name}>
              {column.name}
            </option>
          ))}
        </select>
      </label>
      {children}
    </div>
  );
}
