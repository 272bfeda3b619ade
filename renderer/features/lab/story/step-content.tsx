import { useMemo } from 'react';
import type { StoryStep } from '../../../../labs/view.ts';
import { TermScope } from '../../../glossary/term-scope.tsx';
import { Button } from '../../../kit/button.tsx';
import { attempt } from '../../../model/lab/attempt.ts';
import type { LabState } from '../run/use-lab.ts';
import { CheckForm } from './check-step.tsx';
import { PredictForm } from './predict-step.tsx';
import { PredictionBox } from './prediction-box.tsx';
import { ReflectForm } from './reflect-step.tsx';
import { termsBefore } from './terms-before.ts';
import styles from './story.module.css';

/** One step of the story: the prediction where there is one, the words, and what the step asks for. */
export function StepContent({ lab, withTitle }: { lab: LabState; withTitle: boolean }) {
  const { step, part } = lab.at;
  const predictAt = part.steps.findIndex((one) => one.kind === 'predict');
  const afterPredict = predictAt >= 0 && lab.at.stepIndex >= predictAt;
  const short = step.kind !== 'predict' && step.kind !== 'run';
  const said = lab.predictStep && lab.progress.predictions[lab.predictStep.id];
  return (
    <div className={styles.step} data-kind={step.kind}>
      {withTitle && <h2 className={styles.title}>{step.title}</h2>}
      {step.kind !== 'run' && <Words step={step} lab={lab} />}
      <Offers step={step} lab={lab} />
      {afterPredict && said && <PredictionBox lab={lab} short={short} />}
      {step.kind === 'run' && <Words step={step} lab={lab} />}
      {step.kind === 'predict' && !said && <PredictForm key={step.id} lab={lab} step={step} />}
      {step.kind === 'check' && <CheckForm key={step.id} lab={lab} step={step} />}
      {step.kind === 'reflect' && <ReflectForm key={step.id} lab={lab} step={step} />}
    </div>
  );
}

/** The presets that a step asks for, a press each. */
function Offers({ step, lab }: { step: StoryStep; lab: LabState }) {
  const { presets } = lab.lab;
  const offered = (step.offers ?? []).flatMap((id) => presets.find((one) => one.id === id) ?? []);
  if (offered.length === 0 || lab.control.locked) return null;
  const { changed } = lab.control;
  return (
    <div className={styles.offers} role="group" aria-label="Presets of this step">
      {offered.map(({ id, title, about }) => (
        <Button
          key={id}
          variant="secondary"
          className={styles.offer}
          pressed={!changed && lab.at.preset === id}
          title={about}
          onClick={() => lab.setPreset(id)}
        >
          {title}
        </Button>
      ))}
    </div>
  );
}

function Words({ step, lab }: { step: StoryStep; lab: LabState }) {
  const { body } = step;
  // A partial result may lack what the words name: then they are said without numbers.
  const result = lab.spoken?.complete ? lab.spoken.result : null;
  const words =
    typeof body === 'function'
      ? (attempt(() => body(result, lab.control.parameters)) ??
        attempt(() => body(null, lab.control.parameters)))
      : body;
  const { part } = lab.at;
  const before = useMemo(() => termsBefore(part, step.id), [part, step.id]);
  return (
    <TermScope key={step.id} place="lab" before={before}>
      <div className={styles.words}>{words}</div>
    </TermScope>
  );
}
