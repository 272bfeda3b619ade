import { useState } from 'react';
import { NumberField } from '../../../../renderer/kit/number/number-field.tsx';
import styles from './own.module.css';

interface ThresholdFieldProps {
  /** Null until it is known. */
  value: number | null;
  onChange: (threshold: number) => void;
}

/**
 * From which score on somebody is selected. What is typed stands as it is, a number or not yet one,
 * until the value is changed elsewhere, as by the answer to a question.
 */
export function ThresholdField({ value, onChange }: ThresholdFieldProps) {
  /** With the value that stood for it when it was typed. */
  const [typed, setTyped] = useState<{ text: string; meant: number | null } | null>(null);
  const known = value === null ? '' : String(value);
  return (
    <label className={styles.quiet}>
      selected from{' '}
      <NumberField
        text={typed && typed.meant === value ? typed.text : known}
        onText={(text) => {
          const number = text.trim() === '' ? NaN : Number(text.replace(',', '.'));
          const isNumber = Number.isFinite(number);
          setTyped({ text, meant: isNumber ? number : value });
          if (isNumber) onChange(number);
        }}
      />
    </label>
  );
}
