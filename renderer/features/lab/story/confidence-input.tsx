import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import type { KeyboardEvent } from 'react';
import segments from '../../../kit/segments.module.css';
import { percentWords } from '../../../model/prediction/calibration.ts';
import styles from './confidence-input.module.css';

/** What can be said, and the probability that it stands for. */
export const confidenceLevels = [
  { words: 'A guess', confidence: 0.5 },
  { words: 'Fairly sure', confidence: 0.7 },
  { words: 'Sure', confidence: 0.9 },
] as const;

interface ConfidenceInputProps {
  label: string;
  value: number | null;
  onChange: (confidence: number | null) => void;
}

/** How sure the learner is; need not be said. A second click takes it back, Enter locks the prediction as in any field. */
export function ConfidenceInput({ label, value, onChange }: ConfidenceInputProps) {
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter') event.currentTarget.closest('form')?.requestSubmit();
    else if (event.key === 'Delete' || event.key === 'Backspace') onChange(null);
    else return;
    event.preventDefault();
  };
  return (
    <RadioGroup
      className={`${segments.group} ${styles.group}`}
      aria-label={label}
      value={value ?? ''}
      onValueChange={(next) => onChange(Number(next))}
      onKeyDown={keys}
    >
      {confidenceLevels.map(({ words, confidence }) => (
        <Radio.Root
          key={confidence}
          value={confidence}
          className={`${segments.option} ${styles.option}`}
          aria-label={`${words}, ${percentWords(confidence)}`}
          title={value === confidence ? 'Click again to leave it open' : undefined}
          // A click that no pointer made is Space on what is chosen: it stays, as in any group of radios.
          onClick={({ detail }) => {
            if (value === confidence && detail > 0) onChange(null);
          }}
        >
          <span>{words}</span>
          <span className={styles.percent}>{percentWords(confidence)}</span>
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
