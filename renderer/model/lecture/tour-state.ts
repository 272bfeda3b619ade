import { z } from 'zod';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import type { Shared } from '../../host/use-shared.ts';

/** The steps of the tour, in order. */
export const tourSteps = ['move', 'lab', 'run', 'say', 'found'] as const;
export type TourStep = (typeof tourSteps)[number];

const tour = z.object({
  /** 'left' can be resumed where it was; 'declined' and 'done' are not offered again. */
  state: z.enum(['going', 'left', 'done', 'declined']),
  step: z.enum(tourSteps),
  /** The highest number of a run when the tour began: only a later one is its own. */
  since: z.number().int().min(0),
});
export type Tour = z.infer<typeof tour>;

/** Where the learner is in the tour; null where it never was an issue. Kept: one who declined is not asked again. */
export const sharedTour: Shared<Tour | null> = {
  key: 'tour',
  schema: tour.nullable(),
  fallback: null,
  keep: true,
};

/** What the tour can see of what the person did. */
export interface TourFacts {
  /** Whether the lecture went on, and came back, since this step began. */
  forward: boolean;
  back: boolean;
  /** The tour's lab stands beside its slide or over the window. */
  labOpen: boolean;
  /** A prediction is locked for the tour's question. */
  said: boolean;
  /** The newest run of the tour's lab since it began. */
  run: Pick<RunSnapshot, 'status' | 'complete'> | null;
}

/** Whether what a step asks for has been done. The last step asks for nothing. */
export function isDone(step: TourStep, { forward, back, labOpen, said, run }: TourFacts): boolean {
  switch (step) {
    case 'move':
      return forward && back;
    case 'lab':
      return labOpen;
    case 'say':
      return said;
    case 'run':
      return run?.status === 'finished' && run.complete;
    case 'found':
      return false;
  }
}

/** The step after this one; the last stays. */
export const stepAfter = (step: TourStep): TourStep =>
  tourSteps[Math.min(tourSteps.indexOf(step) + 1, tourSteps.length - 1)]!;

/**
 * Begins, at `from`, or goes on where it was left. From the beginning again where it was gone
 * through.
 */
export function begun(tour: Tour | null, highestRun: number, from: TourStep = 'move'): Tour {
  return tour?.state === 'left'
    ? { ...tour, state: 'going' }
    : { state: 'going', step: from, since: highestRun };
}

/** What the button that begins it says. */
export const tourWords = (tour: Tour | null): string =>
  tour?.state === 'left' ? 'Go on with the tour' : 'Take the two-minute tour';

/** The newest run of a lab after the tour began; null where there is none. */
export function tourRun(
  runs: Readonly<Record<string, RunSnapshot>>,
  lab: string,
  since: number,
): RunSnapshot | null {
  return (
    Object.values(runs)
      .filter((run) => run.lab === lab && run.number > since)
      .sort((a, b) => b.number - a.number)[0] ?? null
  );
}
