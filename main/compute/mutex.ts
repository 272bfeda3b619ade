/**
 * A mutex: one piece of work runs at a time, in the order they came. Work whose `signal` is aborted while it waits
 * is dropped at once and rejects with the signal's reason.
 */
export function mutex(): <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return async (signal, work) => {
    const before = last;
    let release = () => {};
    last = new Promise<void>((resolve) => (release = resolve)).then(() => before);
    try {
      await new Promise<void>((resolve, reject) => {
        const giveUp = () => reject(signal.reason);
        if (signal.aborted) giveUp();
        signal.addEventListener('abort', giveUp, { once: true });
        void before.then(() => resolve());
      });
      return await work();
    } finally {
      release();
    }
  };
}
