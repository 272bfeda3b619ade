import { useState } from 'react';
import { Button } from '../../../../renderer/kit/button.tsx';
import styles from './table.module.css';

interface SeveralAnswersProps {
  question: string;
  values: readonly string[];
  /** What the button says. */
  words: string;
  /** In the order of `values`. */
  onAnswer: (values: string[]) => void;
}

/** Values of which more than one may be the answer: they are ticked, and one press says them. */
export function SeveralAnswers({ question, values, words, onAnswer }: SeveralAnswersProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = values.filter((value) => ticked.has(value));
  const turn = (value: string) => {
    const next = new Set(ticked);
    if (!next.delete(value)) next.add(value);
    setTicked(next);
  };
  return (
    <>
      <fieldset className={styles.marks} aria-label={question}>
        {values.map((value) => (
          <label key={value}>
            <input type="checkbox" checked={ticked.has(value)} onChange={() => turn(value)} />
            {value}
          </label>
        ))}
      </fieldset>
      <Button disabled={chosen.length === 0} onClick={() => onAnswer(chosen)}>
        {words}
      </Button>
    </>
  );
}
