/**
 * Lets one piece of work run at a time, in the order they came. Work whose `signal` is aborted while it waits
 * is dropped at once and rejects with the signal's reason.
 */
export function turns(): <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return async (signal, work) => {
    const before = last;
    let leave = () => {};
    last = new Promise<void>((resolve) => (leave = resolve)).then(() => before);
    try {
      await new Promise<void>((resolve, reject) => {
        const give = () => reject(signal.reason);
        if (signal.aborted) give();
        signal.addEventListener('abort', give, { once: true });
        void before.then(() => resolve());
      });
      return await work();
    } finally {
      leave();
    }
  };
}
