import { useState, type FormEvent } from 'react';
import { Button } from '../../../../renderer/kit/button.tsx';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import { Segmented } from '../../../../renderer/kit/segmented.tsx';
import { openQuestion, type OwnGuess } from '../../own/own-guess.ts';
import { auditFile, closeFile, type Opened } from './own-store.ts';
import styles from './own.module.css';

/** Which column is what: guesses are filled in, the rest is asked. */
export function OwnColumns({ opened }: { opened: Opened }) {
  const [guess, setGuess] = useState<OwnGuess>({
    ...opened.guess,
    kind: opened.guess.kind ?? 'prediction',
  });
  const [leaveOut, setLeaveOut] = useState(opened.leaveOutEmpty);
  const set = (change: Partial<OwnGuess>) => setGuess((old) => ({ ...old, ...change }));
  const open = openQuestion(guess);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (open === null) auditFile({ ...opened, guess, leaveOutEmpty: leaveOut });
  };
  const [first = null, second = null] = guess.groups;
  const groups = (one: number | null, two: number | null) =>
    set({ groups: [one, two].filter((at) => at !== null) });
  const pick = { columns: opened.columns };
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Columns">
      <div className={styles.choices}>
        <Choice
          {...pick}
          label="What turned out"
          hint="0 or 1: who should have been selected"
          value={guess.label}
          empty="choose"
          onChange={(label) => set({ label })}
        />
        <Choice
          {...pick}
          label="What was decided"
          hint="1 is selected"
          value={guess.decision}
          empty="choose"
          onChange={(decision) => set({ decision })}
        />
        <div className={styles.choice}>
          <span className={styles.choiceLabel}>It holds</span>
          <Segmented<'prediction' | 'score'>
            label="What the decision column holds"
            value={guess.kind}
            onChange={(kind) => set({ kind })}
            options={[
              { value: 'prediction', label: '0 and 1' },
              { value: 'score', label: 'Scores' },
            ]}
          />
          <span className={styles.quiet}>scores from 0 to 1 get a threshold</span>
        </div>
        <Choice
          {...pick}
          label="Group"
          hint="such as sex, age band, region"
          value={first}
          empty="choose"
          onChange={(at) => groups(at, second)}
        />
        <Choice
          {...pick}
          label="Second group"
          hint="both are crossed as well"
          value={second}
          empty="none"
          onChange={(at) => groups(first, at)}
        />
        <Choice
          {...pick}
          label="Weight"
          hint="how many people a row stands for"
          value={guess.weight}
          empty="none: every row counts once"
          onChange={(weight) => set({ weight })}
        />
      </div>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={leaveOut}
          onChange={(event) => setLeaveOut(event.target.checked)}
        />
        <span>Leave out rows whose label, decision or weight is empty</span>
      </label>
      <div className={styles.formFoot}>
        <Button type="submit" disabled={open !== null}>
          Audit
        </Button>
        <Button variant="quiet" onClick={closeFile}>
          Another file
        </Button>
        <p className={styles.quiet} role="status">
          {open ??
            `Filled in from the names and first rows of ${formatFixed(opened.columns.length)} columns: check them.`}
        </p>
      </div>
    </form>
  );
}

interface ChoiceProps {
  label: string;
  hint: string;
  columns: Opened['columns'];
  value: number | null;
  empty: string;
  onChange: (at: number | null) => void;
}

function Choice({ label, hint, columns, value, empty, onChange }: ChoiceProps) {
  const examples =
    value === null ? hint : columns[value]!.examples.join(', ') || 'empty in the first rows';
  return (
    <div className={styles.choice}>
      <label>
        <span className={styles.choiceLabel}>{label}</span>
        <select
          className={styles.select}
          value={value ?? ''}
          onChange={(event) =>
            onChange(event.target.value === '' ? null : Number(event.target.value))
          }
        >
          <option value="">{empty}</option>
          {columns.map((column, at) => (
            <option key={column.name} value={at}>
              {column.name}
            </option>
          ))}
        </select>
      </label>
      <span className={styles.quiet}>{examples}</span>
    </div>
  );
}
