import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import styles from './segmented.module.css';
import segments from './segments.module.css';

export interface SegmentedProps<T extends string> {
  /** Names the group for screen readers. */
  label: string;
  value: T | null;
  options: readonly (T | { value: T; label: string; disabled?: boolean })[];
  onChange: (value: T) => void;
  disabled?: boolean;
}

/** A few choices side by side, one of them taken: a radio group. */
export function Segmented<T extends string>({
  label,
  value,
  options,
  onChange,
  disabled,
}: SegmentedProps<T>) {
  return (
    <RadioGroup
      className={`${segments.group} ${styles.group}`}
      aria-label={label}
      value={value ?? ''}
      disabled={disabled}
      onValueChange={(next) => onChange(next as T)}
    >
      {options.map((option) => {
        const {
          value: own,
          label: words,
          disabled: off,
        } = typeof option === 'string' ? { value: option, label: option, disabled: false } : option;
        return (
          <Radio.Root
            key={own}
            value={own}
            disabled={off}
            className={`${segments.option} ${styles.option}`}
            aria-label={words}
          >
            {words}
          </Radio.Root>
        );
      })}
    </RadioGroup>
  );
}
