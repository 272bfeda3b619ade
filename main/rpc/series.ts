import { maxSeriesPoints, type Series } from '../contract/run.ts';

/**
 * Decimates points to at most `most` by dropping every second one, keeping the first and the last, so that a series of any
 * length keeps its shape. Points keep their order.
 */
export function decimate<T>(points: readonly T[], most = maxSeriesPoints): T[] {
  let kept = [...points];
  while (kept.length > most) kept = kept.filter((_, i) => i % 2 === 0 || i === kept.length - 1);
  return kept;
}

/** Appends new points to each series and decimates those that have grown too long. Neither argument is changed. */
export function appendSeries(series: Series, points: Series): Series {
  const next = { ...series };
  for (const [name, more] of Object.entries(points))
    next[name] = decimate([...(next[name] ?? []), ...more]);
  return next;
}
