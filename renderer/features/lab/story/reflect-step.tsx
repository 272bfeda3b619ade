import { useEffect, useRef, useState } from 'react';
import {
  isCommitted,
  readCommitment,
  writeCommitment,
  type ReflectStep,
} from '../../../model/prediction/commitment.ts';
import type { LabState } from '../run/use-lab.ts';
import styles from './answer.module.css';
import commitment from './commitment.module.css';

const settleMs = 600;

/** Free text in the learner's own words, and a choice before it where the step offers some; saved as it is written. */
export function ReflectForm({ lab, step }: { lab: LabState; step: ReflectStep }) {
  const saved = lab.progress.reflections[step.id] ?? '';
  const [text, setText] = useState(saved);
  const latest = useRef({ text, saved, change: lab.change, write: lab.write });
  useEffect(() => {
    latest.current = { text, saved, change: lab.change, write: lab.write };
    // Next and Finish must know of what is not kept yet.
    lab.write(text === saved ? null : { step: step.id, text });
  });
  useEffect(() => {
    if (text === latest.current.saved) return;
    const timer = setTimeout(
      () => latest.current.change({ kind: 'reflect', step: step.id, text }),
      settleMs,
    );
    return () => clearTimeout(timer);
  }, [text, step.id]);
  // Leaving before it settled must not lose the last words.
  useEffect(
    () => () => {
      const now = latest.current;
      if (now.text !== now.saved) now.change({ kind: 'reflect', step: step.id, text: now.text });
      now.write(null);
    },
    [step.id],
  );
  const { choice, words } = readCommitment(text, step.choices);
  return (
    <div className={styles.check}>
      {step.choices && (
        <fieldset className={commitment.choices}>
          <legend className="said">{step.question}</legend>
          {step.choices.map(({ name, about }) => (
            <label key={name} className={commitment.choice}>
              <input
                type="radio"
                name={`${step.id}-choice`}
                checked={choice === name}
                onChange={() => setText(writeCommitment({ choice: name, words }))}
              />
              <strong>{name}</strong>
              <span>{about}</span>
            </label>
          ))}
        </fieldset>
      )}
      <label className={styles.question} htmlFor={`${step.id}-text`}>
        {step.question}
      </label>
      <textarea
        id={`${step.id}-text`}
        className={styles.text}
        rows={step.choices ? 2 : 4}
        maxLength={19_000}
        value={words}
        placeholder="In a sentence or two"
        onChange={(event) => setText(writeCommitment({ choice, words: event.target.value }))}
      />
      <p className={styles.hint} role="status">
        {text === ''
          ? 'Only on this computer, for your report.'
          : `${text === saved ? 'Saved' : 'Saving…'}${missingWords(step, text)}`}
      </p>
    </div>
  );
}

/** What of a choice and its reason is still to come; empty where neither is asked for or both are there. */
function missingWords(step: ReflectStep, text: string): string {
  if (!step.choices || isCommitted(step, text)) return '';
  return readCommitment(text, step.choices).choice === null ? ' · choose one' : ' · say why';
}
