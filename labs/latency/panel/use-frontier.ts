import type { FrontierAnswer } from '../explore/frontier.worker.ts';
import type { FittedModel, Setting } from '../explore/explore.ts';
import type { LatencyMeasured } from '../result.ts';
import { useSimulated, type Simulating } from './use-simulated.ts';

const startWorker = () =>
  new Worker(new URL('../explore/frontier.worker.ts', import.meta.url), { type: 'module' });

/**
 * Simulates the frontier from measured timings in a worker. The newest answer, which says what
 * setting it is for; null before the first.
 */
export function useFrontier(
  measured: LatencyMeasured | null,
  models: readonly FittedModel[],
  setting: Setting,
  seed: number,
): Simulating<FrontierAnswer> | null {
  return useSimulated<FrontierAnswer>(startWorker, measured, models, setting, seed);
}
