import { useState } from 'react';
import { Button } from '../../../kit/button.tsx';
import { Icon } from '../../../kit/icon.tsx';
import { formatFixed } from '../../../kit/number/format.ts';
import { NumberField } from '../../../kit/number/number-field.tsx';
import { readNumber } from '../../../model/prediction/judge.ts';
import { curveOf } from '../../../model/prediction/curve/curve.ts';
import { closeWords } from '../../../model/prediction/score.ts';
import type { PredictStep } from '../../../model/runs/choose-run.ts';
import type { LabState } from '../run/use-lab.ts';
import { Choices } from './choices.tsx';
import { ConfidenceInput } from './confidence-input.tsx';
import answer from './answer.module.css';
import styles from './prediction.module.css';

/** Asks what the learner expects, and how sure they are of it. Locked, it turns into the box that stays in sight. */
export function PredictForm({ lab, step }: { lab: LabState; step: PredictStep }) {
  const [text, setText] = useState('');
  const [choice, setChoice] = useState<string | null>(null);
  const [confidence, setConfidence] = useState<number | null>(null);
  const { input } = step;
  const number = readNumber(text);
  const outside =
    input.kind === 'number' && number !== null && (number < input.min || number > input.max);
  const typed = outside ? null : number;
  const value = input.kind === 'choice' ? choice : typed;
  const range =
    input.kind === 'number' ? `${formatFixed(input.min)} to ${formatFixed(input.max)}` : '';
  const wrong = input.kind === 'number' && text.trim() !== '' && value === null;
  const within = closeWords(step);
  const curve = step.draws && curveOf(step.draws, lab.sketch(step.id));
  const howSure = within ? `How sure? Close is ${within}.` : 'How sure are you?';
  const submit = () => {
    if (value !== null)
      lab.change({
        kind: 'predict',
        step: step.id,
        value,
        ...(confidence === null ? {} : { confidence }),
        ...(curve ? { curve } : {}),
      });
  };
  return (
    // The form goes away once it is locked; the focus stays in the story instead of falling back to the page.
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (value === null) return;
        event.currentTarget.closest('section')?.focus();
        submit();
      }}
    >
      <div className={styles.ask}>
        <p className={styles.saidHead}>
          <Icon name="diamond" size={14} />
          Your prediction
        </p>
        <label className={styles.saidQuestion} htmlFor={`${step.id}-said`}>
          {step.question}
        </label>
        {input.kind === 'number' ? (
          <span className={answer.field}>
            <NumberField
              id={`${step.id}-said`}
              className={`${answer.number} ${styles.number}`}
              text={text}
              onText={setText}
              placeholder="?"
              wrong={wrong}
              describedBy={`${step.id}-range`}
            />
            {step.unit && <span>{step.unit}</span>}
          </span>
        ) : (
          <Choices
            label={step.question}
            value={choice}
            options={input.options}
            onChange={setChoice}
          />
        )}
      </div>
      {step.draws && (
        <p className={answer.hint}>
          {curve
            ? 'Your curve is locked with it.'
            : 'You may draw the whole curve as well, in the figure.'}
        </p>
      )}
      {/* What is pressed stays in sight; how sure one is stands with it, so that it never lies under it. */}
      <div className={answer.action}>
        <div className={styles.sure}>
          <p id={`${step.id}-range`} className={wrong ? answer.wrong : answer.hint}>
            {wrong ? `A number from ${range}.` : howSure}
          </p>
          <ConfidenceInput label={howSure} value={confidence} onChange={setConfidence} />
        </div>
        <Button type="submit" icon="lock" disabled={value === null}>
          Lock it
        </Button>
      </div>
    </form>
  );
}
