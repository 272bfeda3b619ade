import type { CandidatesAnswer } from '../explore/candidates.worker.ts';
import type { Setting } from '../explore/explore.ts';
import type { LatencyMeasured, ModelRow } from '../result.ts';
import { useSimulated, type Simulating } from './use-simulated.ts';

const startWorker = () =>
  new Worker(new URL('../explore/candidates.worker.ts', import.meta.url), { type: 'module' });

/**
 * Simulates the candidates at a setting from measured timings in a worker; asks nothing while
 * `setting` is null. The newest answer, or null.
 */
export function useCandidates(
  measured: LatencyMeasured | null,
  models: readonly ModelRow[],
  setting: Setting | null,
  seed: number,
): Simulating<CandidatesAnswer> | null {
  return useSimulated<CandidatesAnswer>(startWorker, measured, models, setting, seed);
}
