import type { LabProgress } from '../../labs/lab.ts';
import type { Progress, Series } from '../contract/run.ts';
import { appendSeries } from '../rpc/series.ts';

/** As JSON will carry it: without `undefined`, typed arrays as they come out, no NaN. */
export const plain = <T>(value: unknown): T => JSON.parse(JSON.stringify(value)) as T;

const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** At least this long between two progress records of a run, in milliseconds. */
export const reportEveryMs = 100;

/**
 * Passes a lab's progress on at most ten times a second: points are gathered, of everything else the latest counts.
 * The first record goes at once, so that the screen has something within a second. `flush` sends what is left.
 */
export function reporter(send: (progress: Progress) => void, now: () => number) {
  let last = -Infinity;
  let waiting: Progress | null = null;
  let points: Series = {};
  const flush = () => {
    if (!waiting) return;
    send(plain<Progress>(Object.keys(points).length > 0 ? { ...waiting, points } : waiting));
    waiting = null;
    points = {};
    last = now();
  };
  return {
    add(record: LabProgress<unknown, unknown>) {
      const { phase, phaseIndex, phaseCount, fraction, partial, measured } = record;
      waiting = {
        ...waiting,
        phase: { label: phase, index: phaseIndex, count: phaseCount, fraction: clamp(fraction) },
      };
      if (partial !== undefined) waiting.partial = partial as Progress['partial'];
      if (measured !== undefined) waiting.measured = measured as Progress['measured'];
      if (record.points) points = appendSeries(points, record.points);
      if (now() - last >= reportEveryMs) flush();
    },
    flush,
  };
}
