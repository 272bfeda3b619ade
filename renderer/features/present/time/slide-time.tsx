import { useState } from 'react';
import { NumberField } from '../../../kit/number/number-field.tsx';
import { useRefused } from '../../../kit/number/use-refused.ts';
import { useTypedNumber, type TypedNumberOptions } from '../../../kit/number/use-typed-number.ts';
import { useReturnFocus } from '../../../kit/use-return-focus.ts';
import { readSlideMinutes } from '../../../model/lecture/slide-minutes.ts';
import { clockWords, minuteWords } from './clock.ts';
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
  const [refused, tell] = useRefused();
  if (typing)
    return (
      <TypedTime
        label="Minutes for this slide, 0 to 120"
        ms={ms}
        autoFocus
        onChange={onChange}
        onEnd={(byKey, left) => {
          if (byKey) returns();
          tell(left);
          setTyping(false);
        }}
      />
    );
  return (
    <span className={styles.typed}>
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
      {refused && (
        <span className={styles.problem} role="alert">
          {refused}
        </span>
      )}
    </span>
  );
}

interface TypedTimeProps extends SlideTimeProps {
  label: string;
  autoFocus?: boolean;
  onEnd?: TypedNumberOptions['onEnd'];
}

/** A field for the minutes of a slide. What is left as it stood is no change. */
export function TypedTime({ label, ms, autoFocus, onChange, onEnd }: TypedTimeProps) {
  const shown = minuteWords(ms);
  const { field, problem, problemId, refused } = useTypedNumber({
    shown,
    read: readSlideMinutes,
    onCommit: (seconds) => {
      if (minuteWords(seconds * 1000) !== shown) onChange(seconds);
    },
    onEnd,
  });
  return (
    <span className={styles.typed}>
      <NumberField {...field} autoFocus={autoFocus} className={styles.minutes} label={label} />
      {(problem || refused) && (
        <span className={styles.problem} id={problemId} role="alert">
          {problem?.what ?? refused}
        </span>
      )}
    </span>
  );
}
