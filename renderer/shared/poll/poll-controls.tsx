import { useId, useState } from 'react';
import { Button } from '../../kit/button.tsx';
import { NumberField } from '../../kit/number/number-field.tsx';
import { useTypedNumber } from '../../kit/number/use-typed-number.ts';
import type { SlidePoll } from '../../model/lecture/lecture.ts';
import { answeredWords } from '../../model/room/room-words.ts';
import { mostHands, readHands } from './poll.ts';
import { usePoll } from './use-poll.ts';
import styles from './poll-controls.module.css';

/**
 * Where the presenter enters a show of hands, small enough for the side of a window. The room sees nothing of it until it is shown;
 * after that a number can still be corrected, and the room sees the correction when the field is left.
 */
export function PollControls({ poll }: { poll: SlidePoll }) {
  const state = usePoll(poll);
  const [asked, setAsked] = useState(false);
  const empty = state.total === 0;
  const toggle = () => {
    setAsked(empty);
    if (!empty) state.show(!state.shown);
  };
  return (
    <form
      className={styles.controls}
      aria-label="Show of hands"
      onSubmit={(event) => event.preventDefault()}
    >
      <p className={styles.question}>{poll.question}</p>
      {state.shares.map(({ id, short, counted, percent }) => (
        <HandsField
          key={id}
          label={short}
          hands={counted}
          share={empty ? '' : `${percent} %`}
          live={!state.shown}
          onType={() => setAsked(false)}
          onCount={(counted) => state.count(id, counted)}
        />
      ))}
      <p className={styles.total}>
        <span>
          {state.phones && `${answeredWords(state.phones.answered, state.phones.joined)}. `}
          {visibilityWords(state.shown, empty)}
        </span>
        <span className="num">{state.total}</span>
      </p>
      {asked && empty && (
        <p className={styles.problem} role="alert">
          Enter at least one hand first.
        </p>
      )}
      <div className={styles.actions}>
        <Button variant="primary" onClick={toggle}>
          {state.shown ? 'Hide again' : 'Reveal'}
        </Button>
        <span className={styles.gap} />
        {state.canUndo ? (
          <Button variant="quiet" icon="replay" onClick={state.undo}>
            Undo reset
          </Button>
        ) : (
          <Button variant="quiet" disabled={state.counted === 0} onClick={state.reset}>
            Reset
          </Button>
        )}
      </div>
    </form>
  );
}

function visibilityWords(shown: boolean, empty: boolean): string {
  if (shown) return 'The room sees the result.';
  return empty ? 'Nothing counted yet.' : 'Hidden from the room.';
}

interface HandsFieldProps {
  label: string;
  hands: number;
  share: string;
  /** Every valid key press counts at once; otherwise only when the field is left, so that the room never sees half a number. */
  live: boolean;
  onType: () => void;
  onCount: (hands: number) => void;
}

function HandsField({ label, hands, share, live, onType, onCount }: HandsFieldProps) {
  const id = useId();
  const count = (next: number) => {
    if (next !== hands) onCount(next);
  };
  const { field, problem, problemId, forget } = useTypedNumber({
    shown: hands === 0 ? '' : String(hands),
    read: readHands,
    onCommit: count,
    onType: (typed) => {
      onType();
      if (live && typed.ok) count(typed.value);
    },
    keepsWrong: true,
  });
  const step = (by: number) => {
    forget();
    onCount(Math.min(mostHands, Math.max(0, hands + by)));
  };
  return (
    <div className={styles.row}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <span className={styles.share}>{share}</span>
      <Button
        variant="quiet"
        icon="minus"
        aria-label={`One hand less: ${label}`}
        disabled={hands === 0}
        onClick={() => step(-1)}
      />
      <NumberField {...field} id={id} whole inColumn className={styles.input} placeholder="0" />
      <Button
        variant="quiet"
        icon="plus"
        aria-label={`One hand more: ${label}`}
        onClick={() => step(1)}
      />
      {problem && (
        <p className={styles.problem} id={problemId} role="alert">
          {problem.what}
        </p>
      )}
    </div>
  );
}
