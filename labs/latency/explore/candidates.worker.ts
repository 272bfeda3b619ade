import { answerNewest, finishUnless } from '../../kit/worker.ts';
import { seededRandom } from '../../math/random.ts';
import { simulateCandidates } from './candidates.ts';
import type { Setting } from './explore.ts';
import type { CandidateRow } from '../result.ts';
import type { SimulationRequest } from '../simulation-request.ts';

export interface CandidatesAnswer {
  id: number;
  setting: Setting;
  candidates: CandidateRow[];
}

/** Simulates the candidates off the page's own thread. A newer wish ends one that is no longer wanted. */
answerNewest<SimulationRequest>(self, async ({ id, measured, models, setting, seed }, outdated) => {
  const candidates = await finishUnless(
    simulateCandidates(measured, models, setting, seededRandom(seed)),
    outdated,
    4,
  );
  if (candidates) self.postMessage({ id, setting, candidates } satisfies CandidatesAnswer);
});
