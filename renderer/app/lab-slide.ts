import { useHostState } from '../host/use-host.ts';
import type { DeckPlace } from '../model/lecture/moves.ts';
import { useShownLecture } from './lecture.ts';

/** The slide that a lab over the whole window was opened from: the learner's place, else the first slide that names the lab. */
export function useLabSlide(lab: string): DeckPlace {
  const { slides } = useShownLecture();
  const last = useHostState((state) => state.learner.place);
  const own =
    slides.find((slide) => slide.id === last?.slide) ??
    slides.find((slide) => slide.lab?.id === lab) ??
    slides[0]!;
  return {
    slide: own.id,
    step: last?.slide === own.id ? Math.min(Math.max(last.step, 1), own.steps) : 1,
  };
}
