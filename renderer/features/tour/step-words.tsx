import type { RunSnapshot } from '../../../main/contract/run.ts';
import { useHostState } from '../../host/use-host.ts';
import { Kbd } from '../../kit/kbd.tsx';
import { findLab } from '../../model/lab/registry.ts';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';
import type { TourFacts, TourStep } from '../../model/lecture/tour-state.ts';
import { useFound } from './use-found.ts';

/** What a step of the tour says: one thing to do, and its key. */
export function StepWords({
  step,
  facts,
  slide,
  question,
  run,
}: {
  step: TourStep;
  facts: TourFacts;
  slide: PlacedSlide;
  /** The step of the lab's story that asks. */
  question: string;
  run: RunSnapshot | null;
}) {
  const letters = useHostState((state) => state.settings.letterKeys);
  const runKey = letters ? <Kbd>R</Kbd> : 'Run';
  const found = useFound(step === 'found', slide.lab!.id, question);
  switch (step) {
    case 'move':
      if (facts.forward)
        return (
          <>
            <b>And back again:</b> press <Kbd>←</Kbd>.
          </>
        );
      return (
        <>
          <b>The lecture goes on</b> with <Kbd>→</Kbd> and comes back with <Kbd>←</Kbd>. Try both.
        </>
      );
    case 'lab':
      return (
        <>
          <b>Slide {slide.number} comes with a lab,</b> an experiment on this computer. Press{' '}
          {letters ? <Kbd>L</Kbd> : 'its name at the foot'} to open it beside the slide.
        </>
      );
    case 'say':
      return (
        <>
          <b>Say what you expect,</b> before you see it. Type your guess into the framed box and
          lock it with <Kbd>Enter</Kbd>.
        </>
      );
    case 'run':
      if (run?.status === 'running' || run?.status === 'queued')
        return (
          <>
            <b>It runs,</b> on this computer. The bar at the bottom says how far it is.
          </>
        );
      if (run?.status === 'stopped' || run?.status === 'failed')
        return (
          <>
            <b>That run did not come to its end.</b> Press {runKey} to run again.
          </>
        );
      return (
        <>
          <b>Now run it:</b> press {runKey}. A model is trained and tested here, in about{' '}
          {findLab(slide.lab!.id)?.expectedSeconds ?? 5} seconds.
        </>
      );
    case 'found':
      if (found)
        return (
          <>
            <b>
              You said {found.said}, it came to {found.was}.
            </b>{' '}
            Your run is kept in the notebook, and both numbers under Labs.
          </>
        );
      if (run?.complete)
        return (
          <>
            <b>That was your first run.</b> It is kept in your notebook.
          </>
        );
      return (
        <>
          <b>What you say and run is kept in your notebook.</b> Any lab runs with {runKey}.
        </>
      );
  }
}
