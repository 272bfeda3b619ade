import { useState } from 'react';
import { Button } from '../../../kit/button.tsx';
import { useReturnFocus } from '../../../kit/use-return-focus.ts';
import { isSeed } from '../../../model/address/lab-place.ts';
import styles from './run-bar.module.css';

/** Small enough to say across a room. */
const drawnBelow = 10_000;

function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! % drawnBelow;
}

/** The seed: click it to type one, or draw a new one with the dice. */
export function SeedField({ seed, onSeed }: { seed: number; onSeed: (seed: number) => void }) {
  const [text, setText] = useState<string | null>(null);
  const { button, returns } = useReturnFocus(text !== null);
  const typed = text === null || text.trim() === '' ? NaN : Number(text);
  const wrong = text !== null && !isSeed(typed);
  const accept = () => {
    if (!wrong && text !== null) onSeed(typed);
    setText(null);
  };
  return (
    <span className={styles.seed}>
      <Button
        variant="quiet"
        icon="dice"
        aria-label="Draw a new seed"
        title="Draw a new seed"
        onClick={() => onSeed(drawSeed())}
      />
      {text === null ? (
        <button
          ref={button}
          type="button"
          className={styles.seedButton}
          aria-label={`Seed ${seed}. Type another`}
          onClick={() => setText(String(seed))}
        >
          seed <span className={styles.figure}>{seed}</span>
        </button>
      ) : (
        <input
          className={styles.seedInput}
          autoFocus
          inputMode="numeric"
          value={text}
          aria-label="Seed"
          aria-invalid={wrong}
          title={wrong ? 'A whole number from 0 to 4,294,967,295' : undefined}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setText(event.target.value)}
          onBlur={accept}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !wrong) {
              // Or the button that takes the focus back would be pressed by the same key.
              event.preventDefault();
              returns();
              accept();
            }
            if (event.key === 'Escape') {
              event.stopPropagation();
              returns();
              setText(null);
            }
          }}
        />
      )}
    </span>
  );
}
