import { useId, useState } from 'react';
import { Button } from '../../kit/button.tsx';
import type { SlidePoll } from '../../model/lecture/lecture.ts';
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
  const chooseWords = () => {
    if (state.shown) return 'The room sees the result.';
    return empty ? 'Nothing counted yet.' : 'Hidden from the room.';
  };
  return (
    <form
      className={styles.controls}
      aria-label="Show of hands"
      onSubmit={(event) => event.preventDefault()}
    >
      <p className={styles.question}>{poll.question}</p>
      {state.shares.map(({ id, short, hands, percent }) => (
        <HandsField
          key={id}
          label={short}
          hands={hands}
          share={empty ? '' : `${percent} %`}
          live={!state.shown}
          onType={() => setAsked(false)}
          onCount={(counted) => state.count(id, counted)}
        />
      ))}
      <p className={styles.total}>
        <span>{chooseWords()}</span>
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
          <Button variant="quiet" disabled={empty} onClick={state.reset}>
            Reset
          </Button>
        )}
      </div>
    </form>
  );
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
  /** What is being typed; null while the shared number stands. */
  const [text, setText] = useState<string | null>(null);
  const id = useId();
  const read = readHands(text ?? '');
  const accept = (typed: string) => {
    const next = readHands(typed);
    if (next.ok && next.hands !== hands) onCount(next.hands);
    return next.ok;
  };
  const step = (by: number) => {
    setText(null);
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
      <input
        id={id}
        className={styles.input}
        inputMode="numeric"
        autoComplete="off"
        placeholder="0"
        value={text ?? (hands === 0 ? '' : String(hands))}
        aria-invalid={!read.ok}
        aria-describedby={read.ok ? undefined : `${id}-problem`}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          onType();
          setText(event.target.value);
          if (live) accept(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && text !== null && accept(text)) setText(null);
          if (event.key === 'Escape' && text !== null) {
            event.stopPropagation();
            setText(null);
          }
        }}
        onBlur={() => {
          if (text !== null && accept(text)) setText(null);
        }}
      />
      <Button
        variant="quiet"
        icon="plus"
        aria-label={`One hand more: ${label}`}
        onClick={() => step(1)}
      />
      {!read.ok && (
        <p className={styles.problem} id={`${id}-problem`} role="alert">
          {read.problem}
        </p>
      )}
    </div>
  );
}
