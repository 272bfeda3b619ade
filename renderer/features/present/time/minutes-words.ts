import type { PlacedSlide } from '../../../model/lecture/lecture.ts';
import type { SlideSeconds } from '../../../model/lecture/slide-minutes.ts';
import { clockWords } from './clock.ts';
import type { Plan } from './pace.ts';
import type { Rehearsed } from './rehearsed.ts';

/** The median of each rehearsed slide, in whole seconds: what the plan takes over. */
export const rehearsalSeconds = (
  rehearsed: ReadonlyMap<string, Rehearsed>,
  slides: readonly PlacedSlide[],
): SlideSeconds =>
  Object.fromEntries(
    slides.flatMap(({ id }) => {
      const found = rehearsed.get(id);
      return found ? [[id, Math.min(7200, Math.round(found.medianMs / 1000))]] : [];
    }),
  );

/** How the minutes add up, and how long the rehearsed slides took together. */
export function planWords(
  plan: Plan,
  own: SlideSeconds,
  rehearsed: ReadonlyMap<string, Rehearsed>,
  slides: readonly PlacedSlide[],
): string {
  const known = slides.filter(({ id }) => rehearsed.has(id));
  const took = known.reduce((sum, { id }) => sum + rehearsed.get(id)!.medianMs, 0);
  const before =
    known.length === 0
      ? 'No slide was rehearsed yet.'
      : `${known.length} of ${slides.length} slides ${known.length === 1 ? 'was' : 'were'} ` +
        `rehearsed: ${clockWords(took)} together, by their medians.`;
  return `${sumWords(plan, own, slides)} ${before}`;
}

function sumWords({ totalMs, endMs }: Plan, own: SlideSeconds, slides: readonly PlacedSlide[]) {
  const set = slides.filter(({ id }) => Object.hasOwn(own, id)).length;
  const total = clockWords(totalMs);
  const differsMs = Math.round((endMs - totalMs) / 1000) * 1000;
  if (set === 0) return `All slides share ${total}.`;
  const yours = `${set} ${set === 1 ? 'slide has' : 'slides have'} a time of your own.`;
  if (differsMs === 0) return `${yours} All together take ${total}, as planned.`;
  const end = clockWords(endMs);
  return differsMs > 0
    ? `${yours} All together take ${end}: ${clockWords(differsMs)} more than the planned ${total}.`
    : `${yours} All together take ${end}: ${clockWords(-differsMs)} less than the planned ${total}.`;
}
