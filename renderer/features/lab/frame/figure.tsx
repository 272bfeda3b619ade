import { lazy, Suspense, useMemo } from 'react';
import type { PanelProps, PinnedRun } from '../../../../labs/view.ts';
import { PlotNote } from '../../../charts/note/plot-note.tsx';
import { TermScope } from '../../../glossary/term-scope.tsx';
import { Boundary } from '../../../kit/boundary.tsx';
import { Button } from '../../../kit/button.tsx';
import { Callout } from '../../../kit/callout.tsx';
import { FigureOverlay } from '../../../shared/slide-tools/figure-overlay.tsx';
import { CurvePad } from '../curve/curve-pad.tsx';
import { RoomFigure } from '../../../shared/room/room-figure.tsx';
import type { RunSnapshot } from '../../../../main/contract/run.ts';
import { isLive } from '../../../model/runs/choose-run.ts';
import { isOnScreen } from '../../../model/runs/pinned.ts';
import type { LabState } from '../run/use-lab.ts';
import type { CodeBehind } from './use-code-behind.ts';
import styles from './figure.module.css';

/** Loaded with the step: the editor is no part of the first load. */
const CodePane = lazy(() =>
  import('../code/code-pane.tsx').then((module) => ({ default: module.CodePane })),
);

/** Fetched when somebody asks for it, with the lab's lines. */
const ShownCode = lazy(() =>
  import('../code/shown/shown-code.tsx').then((module) => ({ default: module.ShownCode })),
);

/** What the middle of a lab shows: the figure, the code behind it, or where code is written. */
export function Figure({
  lab,
  mode,
  behind = null,
}: {
  lab: LabState;
  mode: 'full' | 'beside';
  behind?: CodeBehind | null;
}) {
  const { step } = lab.at;
  if (step.kind !== 'code' && behind?.shown)
    return (
      <section className={styles.figure} aria-label="Code of the figure">
        <Suspense fallback={null}>
          <ShownCode lab={lab} onClose={behind.toggle} />
        </Suspense>
      </section>
    );
  if (step.kind !== 'code') return <PanelFigure lab={lab} mode={mode} />;
  return (
    <section className={styles.figure} aria-label="Code">
      <Suspense fallback={null}>
        <CodePane key={step.id} lab={lab} step={step} />
      </Suspense>
    </section>
  );
}

/** The lab's panel, or what stands in its place: a failure, compute that is down, a question that comes first. */
function PanelFigure({ lab, mode }: { lab: LabState; mode: 'full' | 'beside' }) {
  const { at, Panel, shown, card, control, predictStep, progress } = lab;
  const newest = lab.run;
  const run = useMemo(() => shown ?? (newest && held(newest)), [shown, newest]);
  const said = predictStep ? progress.predictions[predictStep.id] : undefined;
  const trouble = <Trouble lab={lab} />;
  const blocked = isBlocked(lab);
  const { hidden, pins: pinned, looks, pinCards } = lab;
  // Kept as long as nothing of them changes: a panel may work out their lines once.
  const pins = useMemo(
    () =>
      hidden
        ? []
        : pinned.flatMap((pin): PinnedRun[] => {
            const [index, full] = [looks.get(pin.id), pinCards[pin.id]];
            return index === undefined || !full || isOnScreen(pin, run, control.parameters)
              ? []
              : [{ ...full, pin: { name: `run ${pin.number}`, index } }];
          }),
    [hidden, pinned, looks, pinCards, run, control.parameters],
  );
  const props: PanelProps = {
    part: at.part.id,
    step: at.step.id,
    run,
    card: shown && card?.id === shown.id ? card : null,
    parameters: control.parameters,
    setParameter: control.set,
    prediction: said ? { value: said.value, unit: predictStep!.unit, curve: said.curve } : null,
    pins,
    mode,
    hidden: lab.hidden,
  };
  const draws = drawsNow(lab);
  return (
    <section className={styles.figure} aria-label="Figure">
      {blocked ? (
        trouble
      ) : (
        <>
          <RoomFigure lab={lab.lab.id} step={predictStep?.id ?? null}>
            <Boundary fallback={notDrawn} key={`${at.part.id}/${run?.id ?? ''}`}>
              {draws ? (
                <CurvePad lab={lab} step={predictStep!} draws={draws} />
              ) : (
                <PlotNote note={lab.hidden && <First lab={lab} />}>
                  <TermScope place="lab">
                    <Panel {...props} />
                  </TermScope>
                </PlotNote>
              )}
            </Boundary>
          </RoomFigure>
          {lab.problem && <div className={styles.over}>{trouble}</div>}
          <FigureOverlay lab={lab.lab.id} part={at.part.id} />
        </>
      )}
    </section>
  );
}

/** A run whose result waits: how its models learn may be watched, but what came of it is a result too. */
const held = (run: RunSnapshot): RunSnapshot => ({
  ...run,
  result: null,
  complete: false,
  series: isLive(run) ? run.series : {},
});

/** Where the question on screen may be answered with a curve as well, it is drawn in the figure's place. */
const drawsNow = ({ at, hidden, prediction, predictStep }: LabState) =>
  hidden && prediction === 'open' && predictStep?.id === at.step.id ? predictStep.draws : undefined;

/** Whether there is no figure: what went wrong stands in its place. */
export const isBlocked = (lab: LabState) =>
  lab.bar.kind === 'down' || lab.bar.kind === 'failed' || (lab.bar.kind === 'lost' && !lab.shown);

function Trouble({ lab }: { lab: LabState }) {
  if (lab.bar.kind === 'lost') {
    return (
      <Callout
        kind="failed"
        what="The connection to Lectern is lost"
        safe="finished runs, your predictions and your answers."
        next="Wait a moment: this window tries again every second. If nothing happens, start Lectern again."
      />
    );
  }
  if (lab.bar.kind === 'down') {
    return (
      <Callout
        kind="failed"
        what="TensorFlow stopped several times in a row and stays off"
        safe="every finished run, your predictions and your answers."
        next="Close other programs to free memory, then start it again."
        actions={
          <Button variant="secondary" icon="replay" onClick={lab.restartCompute}>
            Start compute again
          </Button>
        }
      />
    );
  }
  const error = lab.problem ?? (lab.newest?.status === 'failed' ? lab.newest.error : null);
  if (!error)
    return lab.bar.kind === 'failed' ? (
      <Callout
        kind="failed"
        what="The run failed"
        safe="every earlier run and your prediction."
        next="Run it again."
      />
    ) : null;
  const details = JSON.stringify(
    { error, run: lab.newest?.id, parameters: lab.control.parameters, seed: lab.at.seed },
    null,
    2,
  );
  return (
    <Callout
      kind="failed"
      what={error.what}
      safe={error.safe}
      next={error.next}
      actions={
        <>
          <Button icon="replay" onClick={lab.start}>
            Run again
          </Button>
          <Button
            variant="quiet"
            icon="copy"
            onClick={() => void navigator.clipboard?.writeText(details)}
          >
            Copy details
          </Button>
          {lab.problem && (
            <Button variant="quiet" onClick={lab.dismissProblem}>
              Close
            </Button>
          )}
        </>
      }
    />
  );
}

/** Over the chart: the question comes before its answer. How the models learn is no answer, so it may be watched meanwhile. */
function First({ lab }: { lab: LabState }) {
  const step = lab.predictStep!;
  const onIt = lab.at.step.id === step.id;
  const locked = lab.prediction !== 'open';
  const trains = lab.at.part.steps.some((one) => one.kind === 'run' && !one.reuseMeasurements);
  const learning = trains && isLive(lab.run) && Object.keys(lab.run?.series ?? {}).length > 0;
  return (
    <div className={learning ? styles.firstAside : styles.firstPlace}>
      <div className={styles.first} role="note">
        <p className={styles.firstTitle}>{locked ? 'Now run it' : 'Say what you expect first'}</p>
        <p>{firstWords(locked, onIt, lab.control.away, step.needsRun !== false)}</p>
        <div className={styles.firstActions}>
          {!onIt && !locked && (
            <Button onClick={() => lab.goTo(step.id)}>Go to the question</Button>
          )}
          {locked ? (
            lab.bar.kind !== 'running' &&
            lab.at.step.kind !== 'run' && (
              <Button onClick={() => lab.goTo(runStepId(lab))}>Go to the run</Button>
            )
          ) : (
            <Button variant="quiet" onClick={lab.skipPrediction}>
              Show without a prediction
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

/**
 * `onIt`: the step on screen is the one that asks. `away`: the settings are not the question's.
 * `asksRun`: a run answers it, and no formula.
 */
function firstWords(locked: boolean, onIt: boolean, away: boolean, asksRun: boolean): string {
  if (locked && away)
    return 'Your prediction is locked. Only a run with the question’s settings answers it.';
  if (locked) return 'Your prediction is locked. Run, and the two will stand side by side.';
  if (!asksRun)
    return onIt
      ? 'Answer the question in the story, and the figure shows at once. It needs no run.'
      : 'This figure needs no run. It stays hidden until you have said what you expect.';
  return onIt
    ? 'Answer the question in the story; then a run shows what happens here.'
    : 'What a run finds stays hidden until you have said what you expect.';
}

const runStepId = (lab: LabState) =>
  lab.at.part.steps.find((step) => step.kind === 'run')?.id ?? lab.at.step.id;

/** A chart that can't be drawn must not take the lab with it. */
const notDrawn = (
  <Callout
    kind="failed"
    what="This chart could not be drawn"
    safe="the run and its numbers: they are in the notebook."
    next="Go to another step and come back, or run again."
  />
);
