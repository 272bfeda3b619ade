import { seededRandom } from '../math/random.ts';
import { simulateCandidates } from './candidates.ts';
import type { FittedModel, Setting } from './explore.ts';
import type { CandidateRow, LatencyMeasured } from './lab.ts';

export interface CandidatesRequest {
  id: number;
  measured: LatencyMeasured;
  models: FittedModel[];
  setting: Setting;
  seed: number;
}

export interface CandidatesAnswer {
  id: number;
  setting: Setting;
  candidates: CandidateRow[];
}

let newest: CandidatesRequest | null = null;
let working = false;

/** Simulates the candidates off the page's own thread. A newer wish ends one that is no longer wanted. */
self.onmessage = ({ data }: MessageEvent<CandidatesRequest>) => {
  newest = data;
  if (!working) void work();
};

async function work(): Promise<void> {
  working = true;
  while (newest) {
    const request: CandidatesRequest = newest;
    const candidates = await simulate(request);
    if (candidates) self.postMessage({ id: request.id, setting: request.setting, candidates } satisfies CandidatesAnswer);
    if (newest === request) newest = null;
  }
  working = false;
}

/** Null where a newer wish came in between. */
async function simulate(request: CandidatesRequest): Promise<CandidateRow[] | null> {
  const steps = simulateCandidates(request.measured, request.models, request.setting, seededRandom(request.seed));
  let step = steps.next();
  for (let count = 1; !step.done; count += 1) {
    if (count % 4 === 0) await new Promise<void>((resolve) => setTimeout(resolve, 0));
    if (newest !== request) return null;
    step = steps.next();
  }
  return step.value;
}
