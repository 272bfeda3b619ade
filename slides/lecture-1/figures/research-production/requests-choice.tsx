import { useId } from 'react';
import styles from './requests.module.css';

interface LoadChoiceProps<T extends string> {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** A few values side by side, large enough to be read from the last row. */
export function LoadChoice<T extends string>({
  label,
  options,
  value,
  onChange,
}: LoadChoiceProps<T>) {
  const id = useId();
  return (
    <span className={styles.load}>
      <span id={id}>{label}</span>
      <span role="group" aria-labelledby={id} className={styles.sizes}>
        {options.map((one) => (
          <button
            key={one.value}
            type="button"
            aria-pressed={one.value === value}
            onClick={() => onChange(one.value)}
          >
            {one.label}
          </button>
        ))}
      </span>
    </span>
  );
}
