import { seededRandom } from '../../math/random.ts';
import { answerNewest, finish, type SimulationRequest } from '../answer-newest.ts';
import { simulateCandidates } from './candidates.ts';
import type { Setting } from './explore.ts';
import type { CandidateRow } from '../lab.ts';

export interface CandidatesAnswer {
  id: number;
  setting: Setting;
  candidates: CandidateRow[];
}

/** Simulates the candidates off the page's own thread. A newer wish ends one that is no longer wanted. */
answerNewest<SimulationRequest>(self, async ({ id, measured, models, setting, seed }, outdated) => {
  const candidates = await finish(
    simulateCandidates(measured, models, setting, seededRandom(seed)),
    outdated,
    4,
  );
  if (candidates) self.postMessage({ id, setting, candidates } satisfies CandidatesAnswer);
});
