import { useState } from 'react';
import { Button } from '../../../kit/button.tsx';
import { NumberField } from '../../../kit/number/number-field.tsx';
import { parseTyped } from '../../../kit/number/typed-number.ts';
import { useTypedNumber } from '../../../kit/number/use-typed-number.ts';
import { useReturnFocus } from '../../../kit/use-return-focus.ts';
import { maxSeed } from '../../../../main/contract/run.ts';
import styles from './run-bar.module.css';

/** Small enough to say across a room. */
const drawnBelow = 10_000;

function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! % drawnBelow;
}

interface SeedFieldProps {
  seed: number;
  onSeed: (seed: number) => void;
}

/** The seed: click it to type one, or draw a new one with the dice. */
export function SeedField({ seed, onSeed }: SeedFieldProps) {
  const [typing, setTyping] = useState(false);
  const { button, returns } = useReturnFocus(typing);
  return (
    <span className={styles.seed}>
      <Button
        variant="quiet"
        icon="dice"
        aria-label="Draw a new seed"
        title="Draw a new seed"
        onClick={() => onSeed(drawSeed())}
      />
      {typing ? (
        <TypedSeed
          seed={seed}
          onSeed={onSeed}
          onEnd={(byKey) => {
            if (byKey) returns();
            setTyping(false);
          }}
        />
      ) : (
        <button
          ref={button}
          type="button"
          className={styles.seedButton}
          aria-label={`Seed ${seed}. Type another`}
          onClick={() => setTyping(true)}
        >
          seed <span className={styles.figure}>{seed}</span>
        </button>
      )}
    </span>
  );
}

function TypedSeed({ seed, onSeed, onEnd }: SeedFieldProps & { onEnd: (byKey: boolean) => void }) {
  const { field, problem } = useTypedNumber({
    shown: String(seed),
    read: (text) => parseTyped(text, { min: 0, max: maxSeed, integer: true }),
    onCommit: onSeed,
    onEnd,
  });
  return (
    <NumberField
      {...field}
      // The bar has no room for words: they stand in the title.
      describedBy={undefined}
      title={problem ? 'A whole number from 0 to 4,294,967,295' : undefined}
      autoFocus
      whole
      className={styles.seedInput}
      label="Seed"
    />
  );
}
