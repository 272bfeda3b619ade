import { useState } from 'react';
import { NumberField } from '../../../kit/number/number-field.tsx';
import { useRefused } from '../../../kit/number/use-refused.ts';
import { useTypedNumber, type TypedNumberOptions } from '../../../kit/number/use-typed-number.ts';
import { useReturnFocus } from '../../../kit/use-return-focus.ts';
import { readMinutes } from '../../../model/lecture/presenter-settings.ts';
import styles from './pace-bar.module.css';

interface PlannedFieldProps {
  minutes: number;
  onChange: (minutes: number) => void;
}

/** The planned length: read, and typed anew on a press. */
export function PlannedField({ minutes, onChange }: PlannedFieldProps) {
  const [typing, setTyping] = useState(false);
  const { button, returns } = useReturnFocus(typing);
  const [refused, tell] = useRefused();
  if (typing)
    return (
      <TypedMinutes
        minutes={minutes}
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
        className={styles.planned}
        onClick={() => setTyping(true)}
        title="Change the planned length"
        aria-label={`of ${minutes} min planned. Change`}
      >
        of {minutes} min
      </button>
      {refused && (
        <span className={styles.problem} role="alert">
          {refused}
        </span>
      )}
    </span>
  );
}

function TypedMinutes({
  minutes,
  onChange,
  onEnd,
}: PlannedFieldProps & Pick<TypedNumberOptions, 'onEnd'>) {
  const { field, problem, problemId } = useTypedNumber({
    shown: String(minutes),
    read: readMinutes,
    onCommit: onChange,
    onEnd,
  });
  return (
    <label className={styles.typed}>
      of
      <NumberField
        {...field}
        autoFocus
        whole
        className={styles.minutes}
        label="Planned length in minutes, 5 to 300"
      />
      min
      {problem && (
        <span className={styles.problem} id={problemId} role="alert">
          {problem.what}
        </span>
      )}
    </label>
  );
}
