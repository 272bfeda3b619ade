import { useState } from 'react';
import { useReturnFocus } from '../../../kit/use-return-focus.ts';
import { readMinutes } from '../../../model/lecture/presenter-settings.ts';
import styles from './pace-bar.module.css';

/** The planned length: read, and typed anew on a press. */
export function PlannedField({
  minutes,
  onChange,
}: {
  minutes: number;
  onChange: (minutes: number) => void;
}) {
  const [text, setText] = useState<string | null>(null);
  const { button, returns } = useReturnFocus(text !== null);
  if (text === null) {
    return (
      <button
        ref={button}
        type="button"
        className={styles.planned}
        onClick={() => setText(String(minutes))}
        title="Change the planned length"
        aria-label={`of ${minutes} min planned. Change`}
      >
        of {minutes} min
      </button>
    );
  }
  const typed = readMinutes(text);
  const done = () => {
    if (typed !== null) onChange(typed);
    setText(null);
  };
  return (
    <label className={styles.typed}>
      of
      <input
        autoFocus
        inputMode="numeric"
        value={text}
        aria-label="Planned length in minutes, 5 to 300"
        aria-invalid={typed === null}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && typed !== null) {
            // Or the button that takes the focus back would be pressed by the same key.
            event.preventDefault();
            returns();
            done();
          }
          if (event.key === 'Escape') {
            returns();
            setText(null);
          }
        }}
      />
      min
      {typed === null && (
        <span className={styles.problem} role="alert">
          5 to 300, whole minutes
        </span>
      )}
    </label>
  );
}
