import type { ComponentProps } from 'react';
import styles from './number-field.module.css';

/** What a `<input>` takes as it is. */
type Plain = Pick<
  ComponentProps<'input'>,
  | 'id'
  | 'title'
  | 'placeholder'
  | 'disabled'
  | 'maxLength'
  | 'autoFocus'
  | 'onFocus'
  | 'onBlur'
  | 'onKeyDown'
>;

export interface NumberFieldProps extends Plain {
  /** What stands in it. Not a number: what is being typed need not be one yet, and 1,5 is one in some languages only. */
  text: string;
  onText: (text: string) => void;
  /** Names the field where no `<label>` does. */
  label?: string;
  /** Whether what stands in it is to be corrected, and the id of the words that say why. */
  wrong?: boolean;
  describedBy?: string;
  /** A touch screen's keypad has no mark for decimals where numbers are whole. */
  whole?: boolean;
  /** One of a column of numbers: small and strong, ending where the others end. */
  inColumn?: boolean;
  /** Size and place; the look is the same everywhere. */
  className?: string;
}

/**
 * Where a number is typed: the one field for it. What is typed is never changed under the hand; `parseTyped` and `readTyped` say what
 * it means in the language of numbers in use. `useTypedNumber` does what a field does that stands for a value: Enter, Escape, leaving.
 */
export function NumberField({
  text,
  onText,
  label,
  wrong = false,
  describedBy,
  whole = false,
  inColumn = false,
  className,
  ...rest
}: NumberFieldProps) {
  return (
    <input
      {...rest}
      className={[styles.field, inColumn && styles.inColumn, className].filter(Boolean).join(' ')}
      inputMode={whole ? 'numeric' : 'decimal'}
      autoComplete="off"
      value={text}
      aria-label={label}
      aria-invalid={wrong}
      aria-describedby={describedBy}
      onChange={(event) => onText(event.target.value)}
    />
  );
}
