/** A lock for one exclusive operation: while it lasts, requests wait, and are answered after it in the order they came. */
export function requestLock(): {
  exclusively<T>(operation: () => Promise<T>): Promise<T>;
  wrap<H extends object>(handlers: H): H;
} {
  let held: Promise<unknown> | null = null;
  return {
    exclusively(operation) {
      const done = operation();
      const mine = done.catch(() => undefined).then(() => void (held === mine && (held = null)));
      held = mine;
      return done;
    },
    wrap<H extends object>(handlers: H): H {
      const afterLock =
        (handler: (...given: unknown[]) => unknown) =>
        (...given: unknown[]) =>
          held ? held.then(() => handler(...given)) : handler(...given);
      return Object.fromEntries(
        Object.entries(handlers).map(([name, handler]) => [name, afterLock(handler as never)]),
      ) as H;
    },
  };
}
