import { useEffect, useEffectEvent, useState } from 'react';
import { useHost, useHostState } from '../../host/use-host.ts';
import { Button } from '../../kit/button.tsx';
import type { Address } from '../../model/address/address.ts';
import { labPlace } from '../../model/address/lab-place.ts';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';
import {
  isDone,
  stepAfter,
  tourRun,
  tourSteps,
  type Tour,
  type TourStep,
} from '../../model/lecture/tour-state.ts';
import { useTour } from '../../shared/window/use-tour.ts';
import { markPassed } from './mark-passed.ts';
import { StepWords } from './step-words.tsx';
import { useEscape } from './use-escape.ts';
import { usePointed } from './use-pointed.ts';
import styles from './tour.module.css';

export interface TourStripProps {
  slides: readonly PlacedSlide[];
  /** The slide whose lab the tour opens, at its beginning, and the step of its story that asks. */
  tourSlide: PlacedSlide;
  question: string;
  address: Address;
  go: (address: Address, how?: 'push' | 'replace') => void;
}

/**
 * The tour: one line above the room, which makes place for it, so that it hides nothing of what it speaks. A step ends when the person has
 * done what it says, or presses Next.
 */
export function TourStrip(props: TourStripProps) {
  const { tour, change } = useTour();
  return tour?.state === 'going' ? (
    <Going key={tour.step} tour={tour} change={change} {...props} />
  ) : null;
}

function Going({
  tour,
  change,
  slides,
  tourSlide,
  question,
  address,
  go,
}: TourStripProps & { tour: Tour; change: (tour: Tour) => void }) {
  const host = useHost();
  const lab = tourSlide.lab!.id;
  const { step } = tour;
  const moved = useMoves(slides, address);
  const said = useHostState(
    (state) => state.learner.labs[lab]?.predictions[question] !== undefined,
  );
  const runs = useHostState((state) => state.runs);
  const run = tourRun(runs, lab, tour.since);
  const open = address.room === 'slides' || address.room === 'labs' ? address.lab : null;
  const labOpen = open?.id === lab;
  const facts = { ...moved, labOpen, said, run };
  const done = isDone(step, facts);

  const toSlide = () =>
    go({ room: 'slides', slide: tourSlide.id, step: tourSlide.steps, lab: null });
  /** At its beginning, or where it was left, without a step. */
  const toLab = (labStep: string | null) =>
    go({
      room: 'slides',
      slide: tourSlide.id,
      step: tourSlide.steps,
      lab: labPlace(lab, labStep),
    });
  const asking = labOpen && open.step === question;
  const onward = () => {
    const next = stepAfter(step);
    change({ ...tour, step: next });
    if (step === 'run' && done && labOpen && open.step !== null)
      markPassed(host, run!, open.step).catch(host.report);
    // What the next step speaks of comes on screen with it.
    if (next === 'lab' && (address.room !== 'slides' || address.slide !== tourSlide.id)) toSlide();
    if (next === 'run' && !labOpen) toLab(null);
    if (next === 'say' && !asking) toLab(question);
  };
  const whenDone = useEffectEvent(onward);
  useEffect(() => {
    if (done) whenDone();
  }, [done]);

  const leave = () => change({ ...tour, state: 'left' });
  const finish = () => change({ ...tour, state: 'done' });
  useEscape(step === 'found' ? finish : leave);
  usePointed(pointAt(step, question));

  const place = tourSteps.indexOf(step) + 1;
  return (
    <section
      className={`${styles.strip} grows`}
      aria-label={`Tour, step ${place} of ${tourSteps.length}`}
      data-print="hide"
    >
      <span className={styles.place} aria-hidden="true">
        {tourSteps.map((one, index) => (
          <span key={one} data-done={index < place || undefined} />
        ))}
      </span>
      <p className={styles.words} role="status">
        <StepWords step={step} facts={facts} slide={tourSlide} question={question} run={run} />
      </p>
      {step === 'move' && address.room !== 'slides' && (
        <Button onClick={() => go({ room: 'slides', slide: slides[0]!.id, step: 1, lab: null })}>
          Go to the slides
        </Button>
      )}
      {step === 'lab' &&
        !labOpen &&
        (address.room !== 'slides' || address.slide !== tourSlide.id) && (
          <Button onClick={toSlide}>Go to slide {tourSlide.number}</Button>
        )}
      {step === 'run' && !labOpen && <Button onClick={() => toLab(null)}>Open the lab</Button>}
      {step === 'say' && !asking && <Button onClick={() => toLab(question)}>Open the lab</Button>}
      {step === 'say' && asking && (
        <Button onClick={() => document.getElementById(`${question}-said`)?.focus()}>
          Type it
        </Button>
      )}
      {step === 'found' ? (
        <>
          <Button
            onClick={() => {
              go({ room: 'notebook', run: run?.id ?? null });
              finish();
            }}
          >
            Open the notebook
          </Button>
          <Button variant="primary" onClick={finish}>
            Finish
          </Button>
        </>
      ) : (
        <>
          <Button variant="quiet" onClick={onward}>
            Next
          </Button>
          <Button variant="quiet" kbd="Esc" onClick={leave}>
            Leave
          </Button>
        </>
      )}
    </section>
  );
}

/** Whether the lecture went on and came back since this step began. */
function useMoves(
  slides: readonly PlacedSlide[],
  address: Address,
): { forward: boolean; back: boolean } {
  const at =
    address.room === 'slides'
      ? slides.findIndex(({ id }) => id === address.slide) * 100 + address.step
      : null;
  const [moves, setMoves] = useState({ at, forward: false, back: false });
  if (at !== null && at !== moves.at)
    setMoves({
      at,
      forward: moves.forward || (moves.at !== null && at > moves.at),
      back: moves.back || (moves.at !== null && at < moves.at),
    });
  return moves;
}

function pointAt(step: TourStep, question: string): string | null {
  if (step === 'lab') return 'section.present [data-rail] button';
  if (step === 'say') return `form:has(#${question}-said)`;
  return step === 'run' ? 'section[aria-label="Run"] button' : null;
}
