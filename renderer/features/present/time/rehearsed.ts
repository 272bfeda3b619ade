import type { EarlierClass } from '../../../../main/contract/lecture-class.ts';
import type { SlideTimes } from '../../../../main/contract/slide-times.ts';
import { clockWords, type Clock } from './clock.ts';

/** How long a slide took in the passages through the lecture that are kept. */
export interface Rehearsed {
  /** In the newest passage that has the slide, in ms. */
  lastMs: number;
  /** Of all passages that have it, in ms. */
  medianMs: number;
  /** In how many it was presented. */
  times: number;
}

/** The passages that are kept, the oldest first: those of earlier classes, then those of this one before its clock was reset. */
export const passagesKept = (
  earlier: readonly EarlierClass[],
  { passages }: Pick<Clock, 'passages'>,
): SlideTimes[] => [...earlier.toReversed().flatMap((one) => one.passages ?? []), ...passages];

/** How long each slide took, by its id; slides that no passage has are not in it. */
export function rehearsedOf(passages: readonly SlideTimes[]): ReadonlyMap<string, Rehearsed> {
  const times = new Map<string, number[]>();
  for (const passage of passages)
    for (const [slide, ms] of Object.entries(passage))
      times.set(slide, [...(times.get(slide) ?? []), ms]);
  return new Map(
    [...times].map(([slide, all]) => [
      slide,
      { lastMs: all.at(-1)!, medianMs: median(all), times: all.length },
    ]),
  );
}

/** The middle one, or the mean of the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}

/** "Rehearsed: 01:40 last, 02:05 median of 3". */
export function rehearsedWords(rehearsed: Rehearsed | undefined): string {
  if (!rehearsed) return 'Not rehearsed yet.';
  const { lastMs, medianMs, times } = rehearsed;
  const last = `Rehearsed: ${clockWords(lastMs)}`;
  return times > 1 ? `${last} last, ${clockWords(medianMs)} median of ${times}` : last;
}
