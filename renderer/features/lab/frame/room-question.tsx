import { Button } from '../../../kit/button.tsx';
import { RoomFigure } from '../../../shared/room/room-figure.tsx';
import type { PredictStep } from '../../../model/runs/choose-run.ts';
import type { LabState } from '../run/use-lab.ts';
import { PredictForm } from '../story/predict-step.tsx';
import { StepContent } from '../story/step-content.tsx';
import { isBlocked } from './figure.tsx';
import styles from './room-question.module.css';

/** A story's 15 px become 24 px at 1280 by 720; the question alone has the 28 px of a slide's words. */
export const questionZoom = 24 / 15;
/** Under a figure, which needs the height: the question has 28 px here too. */
export const askZoom = 28 / 20;

/** The step on screen where it asks what a room expects and nothing is locked yet; else null. */
export const asksRoom = ({ at, prediction }: LabState): PredictStep | null =>
  at.step.kind === 'predict' && prediction === 'open' ? at.step : null;

/** Whether the figure shows nothing before the answer: then the question has its place. */
export const takesFigure = (lab: LabState, step: PredictStep): boolean =>
  lab.hidden && !step.draws && !isBlocked(lab) && !lab.problem;

/** The question with its words, as large as a room needs them: a lab for a room has no story beside it. */
export function RoomQuestion({ lab, step }: { lab: LabState; step: PredictStep }) {
  return (
    <RoomFigure lab={lab.lab.id} step={step.id}>
      <section className={styles.whole} data-beside aria-label="Question" tabIndex={-1}>
        <header className={styles.head}>
          <h2 className={styles.title}>{step.title}</h2>
          <Button variant="quiet" onClick={lab.skipPrediction}>
            Show without a prediction
          </Button>
        </header>
        <StepContent lab={lab} withTitle={false} />
      </section>
    </RoomFigure>
  );
}

/** The question in the place of the control, which cannot be moved meanwhile: the figure above it is what it is about. */
export function RoomAsk({ lab, step }: { lab: LabState; step: PredictStep }) {
  return (
    <section className={styles.strip} data-beside aria-label="Question" tabIndex={-1}>
      <PredictForm key={step.id} lab={lab} step={step} />
    </section>
  );
}
