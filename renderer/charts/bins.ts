/** Equal bins from `from`, each `width` wide; the last also holds all that is above. */
export interface Bins {
  from: number;
  width: number;
  counts: readonly number[];
}

/** The outline of a histogram as steps: share of all that is counted, from each bin's left edge; down to nothing at both ends. */
export function histogramSteps({ from, width, counts }: Bins): { x: number; share: number }[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0 || !(width > 0)) return [];
  const steps = counts.map((count, i) => ({ x: from + i * width, share: count / total }));
  return [{ x: from, share: 0 }, ...steps, { x: from + counts.length * width, share: 0 }];
}
