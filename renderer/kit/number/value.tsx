import { formatFixed, formatSignificant, noValue } from './format.ts';
import styles from './value.module.css';

export interface ValueProps {
  /** Null and what is no number show a dash; a string stands as it is. */
  value: number | null | string | undefined;
  unit?: string;
  /** Decimals; without it three significant digits. */
  digits?: number;
  tone?: 'ink' | 'accent' | 'you' | 'warn' | 'good' | 'quiet';
  size?: 'sm' | 'lg' | 'xl';
  /** Chart series whose colour the number takes; over `tone`. */
  series?: number;
}

function wordsOf(value: number | string, digits: number | undefined): string {
  if (typeof value === 'string') return value;
  return digits == null ? formatSignificant(value) : formatFixed(value, digits);
}

/** A measured or set number in the tabular face, with its unit smaller and lighter behind it. */
export function Value({ value, unit, digits, tone = 'ink', size = 'sm', series }: ValueProps) {
  const missing = value == null || (typeof value === 'number' && !Number.isFinite(value));
  const text = missing ? noValue : wordsOf(value, digits);
  const style = series == null ? undefined : { color: `var(--s${series})` };
  return (
    <span className={[styles.value, styles[size], styles[tone]].join(' ')}>
      <span className={styles.number} style={style}>
        {text}
      </span>
      {unit && !missing ? (
        <>
          {' '}
          <span className={styles.unit}>{unit}</span>
        </>
      ) : null}
    </span>
  );
}
