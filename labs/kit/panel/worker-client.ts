/** A worker that is started when it is first asked, and of whose answers only those to the newest request count. */
export interface WorkerClient<Request, Answer> {
  /**
   * Asks. Whatever was asked before is no longer heard.
   * @param broken called where the worker can't start or breaks down; it is then ended, and the next request starts another
   */
  ask(request: Request, hear: (answer: Answer) => void, broken?: () => void): void;
  /** Ends the worker, and with it whatever it does and holds. */
  end(): void;
}

/** @param start makes the worker: `new Worker(new URL(…))` has to stand in the lab's own file, or the build does not see it */
export function workerClient<Request extends object, Answer extends { id: number }>(
  start: () => Worker,
): WorkerClient<Request, Answer> {
  let worker: Worker | null = null;
  let newest = 0;
  const end = () => {
    newest += 1;
    worker?.terminate();
    worker = null;
  };
  return {
    end,
    ask(request, hear, broken) {
      newest += 1;
      const id = newest;
      worker ??= start();
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if (data.id === newest) hear(data);
      };
      worker.onerror = () => {
        end();
        broken?.();
      };
      worker.postMessage({ ...request, id });
    },
  };
}

/** A request of a union without its id, which the client gives. */
export type WithoutId<Request> = Request extends unknown ? Omit<Request, 'id'> : never;
