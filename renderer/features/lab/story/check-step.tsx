import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../kit/button.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { formatFixed } from '../../../kit/number/format.ts';
import { NumberField } from '../../../kit/number/number-field.tsx';
import { attempt } from '../../../model/lab/attempt.ts';
import {
  answerCheck,
  askForHint,
  readNumber,
  showsWorked,
  triesBeforeAnswer,
  untried,
  type CheckState,
  type CheckStep,
} from '../../../model/prediction/judge.ts';
import type { LabState } from '../run/use-lab.ts';
import { Choices } from './choices.tsx';
import styles from './answer.module.css';

/**
 * A question that the learner's own run answers: right, not yet, or not attempted. Two hints in
 * turn; after two tries the worked answer may be seen.
 */
export function CheckForm({ lab, step }: { lab: LabState; step: CheckStep }) {
  const state = lab.progress.checks[step.id] ?? untried;
  const [text, setText] = useState('');
  const [choice, setChoice] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  const result = lab.spoken?.complete ? lab.spoken.result : null;
  const asksRun = step.needsRun !== false;
  const answer = step.input.kind === 'choice' ? choice : readNumber(text);
  const unreadable = step.input.kind === 'number' && text.trim() !== '' && answer === null;
  const mayOpen = showsWorked(state);
  const save = (next: CheckState) => lab.change({ kind: 'check', step: step.id, state: next });
  const submit = () => {
    if (answer === null) return;
    const next = answerCheck(step, state, answer, result);
    if (!next) return setNote('Your run can’t tell yet: run this part to the end first.');
    if (next === state) return setNote('That is what you said before: not counted again.');
    setNote(null);
    save(next);
  };
  const type = (next: string) => {
    setText(next);
    setNote(null);
  };
  // In the narrow story what an answer brings may lie below its edge.
  const status = useRef<HTMLDivElement>(null);
  const seen = `${state.tries} ${state.hints} ${opened} ${note}`;
  const before = useRef(seen);
  useEffect(() => {
    if (before.current !== seen) status.current?.scrollIntoView({ block: 'nearest' });
    before.current = seen;
  }, [seen]);
  const worked =
    (state.passed || opened) && (result !== null || !asksRun)
      ? attempt(() => step.worked(result))
      : null;
  // What was right may have been right of another run, or of the question as an older Lectern asked it.
  const { answer: kept } = state;
  const holds =
    kept === null ||
    (result === null && asksRun) ||
    attempt(() => step.judge(kept, result)) !== false;
  return (
    <>
      <div className={styles.check}>
        <form
          id={`${step.id}-form`}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <label className={styles.question} htmlFor={`${step.id}-answer`}>
            {step.question}
          </label>
          {!state.passed && (
            <span className={styles.field}>
              {step.input.kind === 'choice' ? (
                <Choices
                  label={step.question}
                  value={choice}
                  options={step.input.options}
                  onChange={(next) => {
                    setChoice(next);
                    setNote(null);
                  }}
                />
              ) : (
                <NumberField
                  id={`${step.id}-answer`}
                  className={styles.number}
                  text={text}
                  onText={type}
                  placeholder="?"
                  wrong={unreadable}
                  describedBy={`${step.id}-say`}
                />
              )}
              {step.unit && <span>{step.unit}</span>}
            </span>
          )}
        </form>
        <div ref={status} role="status" id={`${step.id}-say`} className={styles.status}>
          <Status state={state} unit={step.unit} holds={holds} />
          {unreadable && (
            <p className={styles.wrong}>Type a number, such as {formatFixed(0.25)}.</p>
          )}
          {!state.passed && asksRun && result === null && note === null && (
            <p className={styles.hint}>Your own run answers it: run this part first.</p>
          )}
          {note && <p className={styles.hint}>{note}</p>}
          {!state.passed &&
            step.hints.slice(0, state.hints).map((hint, i) => (
              <p key={i}>
                <strong>Hint {i + 1} of 2.</strong> {hint}
              </p>
            ))}
          {worked !== null && (
            <div className={styles.worked} data-passed={state.passed || undefined}>
              {worked}
            </div>
          )}
          {(state.passed || opened) && worked === null && (
            <p className={styles.hint}>The worked answer needs a finished run of this part.</p>
          )}
        </div>
      </div>
      {!state.passed && (
        <div className={styles.action}>
          <Button type="submit" form={`${step.id}-form`} disabled={answer === null}>
            Check
          </Button>
          {state.hints < 2 && (
            <Button variant="quiet" icon="bulb" onClick={() => save(askForHint(state))}>
              Hint
            </Button>
          )}
          {mayOpen && !opened && (
            <Button variant="quiet" icon="book" onClick={() => setOpened(true)}>
              Show the worked answer
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** Where the check stands, in a word with its icon, and the last answer: after a restart the same is there. */
function Status({ state, unit, holds }: { state: CheckState; unit: string; holds: boolean }) {
  const { tries, passed, answer } = state;
  const said =
    typeof answer === 'number' ? `${formatFixed(answer)} ${unit}`.trim() : `“${answer ?? ''}”`;
  if (passed)
    return (
      <p className={styles.good}>
        <Icon name="check" />
        <span>
          {`Right${holds ? '' : ' when you answered'}: ${said}`}
          {tries > 1 && <span className={styles.hint}>{` at try ${tries}`}</span>}
        </span>
      </p>
    );
  if (tries === 0) return <p className={styles.hint}>Not attempted.</p>;
  const left = triesBeforeAnswer - tries;
  return (
    <p className={styles.notYet}>
      <Icon name="info" />
      <span>
        {`Not yet. You said ${said}.`}
        {left > 0 && (
          <span
            className={styles.hint}
          >{` After ${left === 1 ? 'one more try' : `${left} more tries`} the worked answer can be seen.`}</span>
        )}
      </span>
    </p>
  );
}
