import type { Lab } from '../../../labs/lab.ts';
import { formatAddress } from '../../model/address/address.ts';
import { labPlace } from '../../model/address/lab-place.ts';
import { labs } from '../../model/lab/registry.ts';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';

/** Every lab, in the order in which the lecture comes to it; those that no slide names last. */
export function labsInLecture(slides: readonly PlacedSlide[]): Lab[] {
  const first = (id: string) => slides.find((slide) => slide.lab?.id === id)?.number ?? Infinity;
  return [...labs].sort((a, b) => (first(a.id) === first(b.id) ? 0 : first(a.id) - first(b.id)));
}

/** The address of a step of a lab's story; without one it opens where the learner left off. */
export const stepLink = (lab: string, step: string | null = null): string =>
  formatAddress({ room: 'labs', lab: labPlace(lab, step) });
