import { mean } from '../../math/statistics.ts';
import type { FittedModel } from './explore.ts';
import type { LatencyParameters } from '../parameters.ts';
import { pooledP99 } from '../queueing/service.ts';
import type { AskedRow, LatencyMeasured } from '../result.ts';

/** What load and limit are multiples of: one replica of the large model, as it was timed on this computer. */
export type Yardstick = Pick<AskedRow, 'perSecond' | 'p99Ms'>;

/** What times are rounded to: none is taken for less. */
const resolutionMs = 1e-4;

/**
 * Null before the large model is timed. `p99Ms` is that of the batch part's service times, which pool how far the calls of all sizes
 * strayed: the limit is held against those, and the few slow calls of one size say little of how slow one may be.
 */
export function yardstickOf(
  measured: LatencyMeasured,
  models: readonly FittedModel[],
): Yardstick | null {
  const large = models.find(({ name }) => name === 'large');
  const timed = measured.service.filter(
    ({ model, timesMs }) => model === 'large' && timesMs.length > 0,
  );
  const one = mean(timed.find(({ batch }) => batch === 1)?.timesMs ?? []);
  if (!large || one === null) return null;
  const meanMs = Math.max(one, resolutionMs);
  return { perSecond: 1000 / meanMs, p99Ms: Math.max(pooledP99(large.service, timed), meanMs) };
}

/** A rate as it is said, requests a second: three digits, and no part of a request from one a second on. */
export const sayable = (perSecond: number): number =>
  perSecond < 1 ? Number(perSecond.toPrecision(2)) : Math.round(Number(perSecond.toPrecision(3)));

/**
 * The parameters with arrivals and limit in numbers: as they were set, else the load and the limit
 * as multiples of the yardstick, rounded so that they can be said. Both are 0 where they follow the
 * computer and that is not timed yet.
 */
export function inNumbers(
  parameters: LatencyParameters,
  yardstick: Yardstick | null,
): LatencyParameters {
  const { arrivalsPerSecond, limitMs, loadPercent, limitTimes } = parameters;
  const { perSecond, p99Ms } = yardstick ?? { perSecond: 0, p99Ms: 0 };
  return {
    ...parameters,
    arrivalsPerSecond: arrivalsPerSecond || sayable((perSecond * loadPercent) / 100),
    limitMs: limitMs || Number((p99Ms * limitTimes).toPrecision(2)),
  };
}
