/** What a worker's own scope offers. */
export interface WorkerScope<Request> {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
}

/** Yields to the event loop: what waits is heard before this resolves. */
export const yieldToEventLoop = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * Answers requests one after another, always the newest: those that came in between are skipped. An answer that takes long should
 * let messages in now and then and stop where `outdated` says that a newer request waits.
 */
export function answerNewest<Request>(
  scope: WorkerScope<Request>,
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

/**
 * Takes a computation to its end, letting messages in every `every` steps. Null where `giveUp` says
 * in between that it is no longer wanted.
 */
export async function finishUnless<T>(
  steps: Generator<unknown, T, void>,
  giveUp: () => boolean,
  every = 8,
): Promise<T | null> {
  let step = steps.next();
  for (let count = 1; !step.done; count += 1) {
    if (count % every === 0) await yieldToEventLoop();
    if (giveUp()) return null;
    step = steps.next();
  }
  return step.value;
}
