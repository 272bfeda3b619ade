import type { FittedModel, Setting } from './explore/explore.ts';
import type { LatencyMeasured } from './lab.ts';

/** What the lab's workers are asked. */
export interface SimulationRequest {
  id: number;
  measured: LatencyMeasured;
  models: FittedModel[];
  setting: Setting;
  seed: number;
}

/** What a worker's own scope offers. */
interface Scope<Request> {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
}

/**
 * Answers requests one after another, always the newest: those that came in between are skipped. An answer that takes long should
 * await `turn` now and then and stop where `outdated` says that a newer request waits.
 */
export function answerNewest<Request>(
  scope: Scope<Request>,
  answer: (request: Request, outdated: () => boolean) => Promise<void>,
): void {
  let newest: Request | null = null;
  let working = false;
  const work = async () => {
    working = true;
    while (newest !== null) {
      const request: Request = newest;
      await answer(request, () => newest !== request);
      if (newest === request) newest = null;
    }
    working = false;
  };
  scope.onmessage = ({ data }) => {
    newest = data;
    if (!working) void work();
  };
}

/** Lets messages in. */
export const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Takes a simulation to its end, letting messages in every `every` steps. Null where `giveUp` says in between that it is no longer wanted. */
export async function finish<T>(
  steps: Generator<number, T, void>,
  giveUp: () => boolean,
  every = 8,
): Promise<T | null> {
  let step = steps.next();
  for (let count = 1; !step.done; count += 1) {
    if (count % every === 0) await turn();
    if (giveUp()) return null;
    step = steps.next();
  }
  return step.value;
}
