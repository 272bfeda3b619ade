import { useState } from 'react';
import { Button } from '../kit/button.tsx';
import { formatFixed } from '../kit/format.ts';
import { Icon } from '../kit/icon.tsx';
import { Segmented } from '../kit/segmented.tsx';
import { answerCheck, askForHint, attempt, readNumber, showsWorked, untried, type CheckStep } from './judge.ts';
import type { LabState } from './use-lab.ts';
import styles from './story.module.css';

/** A question that the learner's own run answers. Two hints in turn, then the worked answer. */
export function CheckForm({ lab, step }: { lab: LabState; step: CheckStep }) {
  const state = lab.progress.checks[step.id] ?? untried;
  const [text, setText] = useState('');
  const [choice, setChoice] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const result = lab.shown?.complete ? lab.shown.result : null;
  const done = showsWorked(state);
  const answer = step.input.kind === 'choice' ? choice : readNumber(text);
  const save = (next: typeof state) => lab.change({ kind: 'check', step: step.id, state: next });
  const submit = () => {
    if (answer === null) return setNote('Type a number first.');
    const next = answerCheck(step, state, answer, result);
    if (!next) return setNote('Your run cannot tell yet: run this part to the end first.');
    setNote(next.passed ? null : next.tries < 2 ? 'Not yet.' : null);
    save(next);
  };
  const last = typeof state.answer === 'number' ? formatFixed(state.answer) : state.answer;
  const worked = done && (result !== null || step.needsRun === false) ? attempt(() => step.worked(result)) : null;
  return (
    <div className={styles.check}>
      <form onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <label className={styles.question} htmlFor={`${step.id}-answer`}>{step.question}</label>
        {!done && (
          <span className={styles.field}>
            {step.input.kind === 'choice'
              ? <Segmented label={step.question} value={choice} options={step.input.options} onChange={setChoice} />
              : <input id={`${step.id}-answer`} className={styles.number} inputMode="decimal" autoComplete="off" value={text} placeholder="?" onChange={(event) => { setText(event.target.value); setNote(null); }} />}
            {step.unit && <span>{step.unit}</span>}
            <Button type="submit" disabled={answer === null}>Check</Button>
          </span>
        )}
      </form>
      <div role="status">
        {done && state.tries > 0 && (
          <p className={state.passed ? styles.good : styles.notYet}>
            <Icon name={state.passed ? 'check' : 'info'} />{state.passed ? `Right: ${last} ${step.unit}` : `Not quite: you said ${last} ${step.unit}`}
          </p>
        )}
        {!done && note && <p className={styles.notYet}><Icon name="info" />{note}</p>}
        {!done && state.hints > 0 && <p className={styles.hintText}><strong>Hint {state.hints} of 2.</strong> {step.hints[state.hints - 1]}</p>}
      </div>
      {worked !== null && <div className={styles.worked}>{worked}</div>}
      {done && worked === null && <p className={styles.hint}>The worked answer needs a finished run of this part.</p>}
      {!done && state.hints < 2 && <Button variant="quiet" icon="bulb" className={styles.hintButton} onClick={() => save(askForHint(state))}>Hint</Button>}
    </div>
  );
}
