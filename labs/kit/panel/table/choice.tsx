import type { ReactNode } from 'react';
import styles from './choice.module.css';

interface ChoiceProps {
  label: string;
  value: string | null;
  options: readonly { name: string }[];
  /** What stands where no column is chosen. */
  empty: string;
  onChange: (name: string | null) => void;
  /** What is known of the column, under it. */
  children?: ReactNode;
}

/** Which column has a role. */
export function Choice({ label, value, options, empty, onChange, children }: ChoiceProps) {
  return (
    <div className={styles.choice}>
      <label>
        <span className={styles.label}>{label}</span>
        <select
          className={styles.select}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value || null)}
        >
          <option value="">{empty}</option>
          {options.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {children && <span className={styles.hint}>{children}</span>}
    </div>
  );
}
