import { useState } from 'react';
import { NumberField } from '../../../kit/number/number-field.tsx';
import { useTypedNumber } from '../../../kit/number/use-typed-number.ts';
import { useReturnFocus } from '../../../kit/use-return-focus.ts';
import { readSlideMinutes } from '../../../model/lecture/slide-minutes.ts';
import { clockWords } from './clock.ts';
import styles from './slide-time.module.css';

interface SlideTimeProps {
  /** What the plan gives the slide, in ms. */
  ms: number;
  /** The presenter's own time for it, in seconds. */
  onChange: (seconds: number) => void;
}

/** What the plan gives the slide that is on: read, and typed anew on a press. */
export function SlideTime({ ms, onChange }: SlideTimeProps) {
  const [typing, setTyping] = useState(false);
  const { button, returns } = useReturnFocus(typing);
  if (typing)
    return (
      <TypedTime
        label="Minutes for this slide, 0 to 120"
        ms={ms}
        autoFocus
        onChange={onChange}
        onEnd={(byKey) => {
          if (byKey) returns();
          setTyping(false);
        }}
      />
    );
  return (
    <button
      ref={button}
      type="button"
      className={`num ${styles.planned}`}
      onClick={() => setTyping(true)}
      title="Change the minutes for this slide"
      aria-label={`${clockWords(ms)} planned for this slide. Change`}
    >
      {clockWords(ms)}
    </button>
  );
}

interface TypedTimeProps extends SlideTimeProps {
  label: string;
  autoFocus?: boolean;
  onEnd?: (byKey: boolean) => void;
}

/** A field for the minutes of a slide. What is left as it stood is no change. */
export function TypedTime({ label, ms, autoFocus, onChange, onEnd }: TypedTimeProps) {
  const shown = clockWords(ms);
  const { field, problem, problemId } = useTypedNumber({
    shown,
    read: readSlideMinutes,
    onCommit: (seconds) => {
      if (clockWords(seconds * 1000) !== shown) onChange(seconds);
    },
    onEnd,
  });
  return (
    <span className={styles.typed}>
      <NumberField {...field} autoFocus={autoFocus} className={styles.minutes} label={label} />
      {problem && (
        <span className={styles.problem} id={problemId} role="alert">
          {problem.what}
        </span>
      )}
    </span>
  );
}
