/** What a worker's own scope offers. */
interface Scope<Request> {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
}

/**
 * Answers requests one after another, always the newest: those that came in between are skipped. An answer that takes long should
 * await `turn` now and then and stop where `outdated` says that a newer request waits.
 */
export function answerNewest<Request>(scope: Scope<Request>, answer: (request: Request, outdated: () => boolean) => Promise<void>): void {
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
