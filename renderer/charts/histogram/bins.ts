/** Equal bins from `from`, each `width` wide; the last also holds all that is above. */
export interface Bins {
  from: number;
  width: number;
  counts: readonly number[];
}

/** One histogram of a figure, with what is named in it. */
export interface Multiple {
  id: string;
  name: string;
  /** Colour and dash, as of a series. */
  index: number;
  bins: Bins;
  /** Values to name in the picture, such as percentiles; the first is drawn stronger. */
  marks: readonly { name: string; value: number }[];
  /** The same of other runs, as outlines: each as high as its own fullest bin. */
  ghosts?: readonly { id: string; index: number; words: string; bins: Bins }[];
  /** Why there is nothing to draw: "still to come". */
  missing?: string;
}

/**
 * The outline of a histogram as steps: share of all that is counted, from each bin's left edge; down to nothing at both ends. Without the
 * last bin: what is in it has no right edge, so it is no bar beside the others.
 */
export function histogramSteps({ from, width, counts }: Bins): { x: number; share: number }[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0 || !(width > 0)) return [];
  const steps = counts
    .slice(0, -1)
    .map((count, i) => ({ x: from + i * width, share: count / total }));
  return [{ x: from, share: 0 }, ...steps, { x: from + (counts.length - 1) * width, share: 0 }];
}

/** The share of all that lies above the bins: what the last one holds. */
export function overflowShare({ counts }: Bins): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total === 0 ? 0 : counts.at(-1)! / total;
}

/**
 * What words on the foot of a histogram must not cover, px: the bars that reach up to them, with
 * what stands beside one another, and the lines of what is named. `high`: the fullest bin's height.
 */
export function saidStretches({
  bins: { from, width, counts },
  marks,
  px,
  high,
}: Pick<Multiple, 'bins' | 'marks'> & {
  px: (value: number) => number;
  high: number;
}): [from: number, to: number][] {
  const bars = counts.slice(0, -1);
  const most = Math.max(0, ...bars);
  const reaches = bars.map((count) => (count / most) * high > wordsFoot);
  const stretches = reaches.flatMap((is, i): [number, number][] => {
    if (!is || reaches[i - 1]) return [];
    const end = reaches.indexOf(false, i);
    const past = end === -1 ? bars.length : end;
    return [[px(from + i * width) - 4, px(from + past * width) + 4]];
  });
  return [
    ...stretches,
    ...marks.map(({ value }): [number, number] => [px(value) - 4, px(value) + 4]),
  ];
}

/** So far above the axis the words begin, px. */
const wordsFoot = 5;

/**
 * The steps of other histograms, each scaled so that its fullest bin is as high as the fullest of
 * `own`; as high as 1 where that has none.
 */
export function outlines<G extends { bins: Bins }>(
  ghosts: readonly G[],
  own: readonly { share: number }[],
): (G & { steps: { x: number; share: number }[] })[] {
  const high = Math.max(0, ...own.map(({ share }) => share)) || 1;
  return ghosts.map((ghost) => {
    const steps = histogramSteps(ghost.bins);
    const most = Math.max(0, ...steps.map(({ share }) => share)) || 1;
    return { ...ghost, steps: steps.map(({ x, share }) => ({ x, share: (share / most) * high })) };
  });
}
