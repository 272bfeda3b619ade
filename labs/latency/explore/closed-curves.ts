import type { ModelName } from '../names.ts';
import type { LatencyParameters } from '../parameters.ts';
import type { LatencyMeasured } from '../result.ts';
import { md1, mmc } from '../queueing/closed-forms.ts';

export interface ClosedCurve {
  formula: 'M/M/c' | 'M/D/1';
  /** Requests a second, p99 in ms. */
  points: [rate: number, p99Ms: number][];
}

const places = 36;

/**
 * What the formulas say of p99 over the load, from the measured mean time of calls with one row. None where they do not apply:
 * they know neither batches nor a full queue, and M/D/1 knows one replica only.
 */
export function closedCurves(
  measured: LatencyMeasured,
  model: ModelName,
  setting: Pick<LatencyParameters, 'replicas' | 'maxBatch' | 'queueCapacity'> &
    Partial<Pick<LatencyParameters, 'slowShare' | 'slowFactor'>>,
): ClosedCurve[] {
  if (setting.maxBatch > 1 || setting.queueCapacity > 0) return [];
  const timesMs = measured.service
    .filter((entry) => entry.model === model && entry.batch === 1)
    .flatMap((entry) => entry.timesMs);
  const longer = 1 + ((setting.slowShare ?? 0) / 100) * ((setting.slowFactor ?? 1) - 1);
  const mean = (longer * timesMs.reduce((sum, time) => sum + time, 0)) / timesMs.length;
  if (!(mean > 0)) return [];
  const loads = Array.from({ length: places }, (_, i) => 0.02 + (0.94 * i) / (places - 1));
  const curve = (p99: (ratePerMs: number) => number | null) =>
    loads.flatMap((load): [number, number][] => {
      const rate = (load * setting.replicas) / mean;
      const value = p99(rate);
      return value === null ? [] : [[rate * 1000, value]];
    });
  const curves: ClosedCurve[] = [
    {
      formula: 'M/M/c',
      points: curve((rate) => mmc(rate, 1 / mean, setting.replicas).sojourn.p99),
    },
  ];
  if (setting.replicas === 1)
    curves.push({ formula: 'M/D/1', points: curve((rate) => md1(rate, mean).sojourn.p99) });
  return curves;
}
