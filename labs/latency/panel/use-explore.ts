import type { Setting } from '../explore/explore.ts';
import type { ExploreAnswer } from '../explore/explore.worker.ts';
import type { LatencyMeasured, ModelRow } from '../result.ts';
import { useSimulated, type Simulating } from './use-simulated.ts';

export type Explored = Simulating<ExploreAnswer>;

const startWorker = () =>
  new Worker(new URL('../explore/explore.worker.ts', import.meta.url), { type: 'module' });

/** Simulates the setting from measured timings in a worker. The newest answer, which says what setting it is for; null before the first. */
export function useExplore(
  measured: LatencyMeasured | null,
  models: readonly ModelRow[],
  setting: Setting,
  seed: number,
): Explored | null {
  return useSimulated<ExploreAnswer>(startWorker, measured, models, setting, seed);
}
